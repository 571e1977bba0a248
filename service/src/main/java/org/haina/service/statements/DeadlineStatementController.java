package org.haina.service.statements;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockExplanation;
import org.haina.service.clock.ClockName;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileDownload;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.FileType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The signed explanation of a date; no REST controller, because a link on a page leads here. */
@Controller
class DeadlineStatementController {

    private final CaseAccess access;
    private final CaseClocks clocks;
    private final DeadlineStatement statement;
    private final FileDownload download;
    private final Audit audit;

    DeadlineStatementController(
            CaseAccess access, CaseClocks clocks, DeadlineStatement statement, FileDownload download, Audit audit) {
        this.access = access;
        this.clocks = clocks;
        this.statement = statement;
        this.download = download;
        this.audit = audit;
    }

    @Operation(summary = "How the date of a running clock comes about, every day counted, as a signed PDF")
    @GetMapping({"/cases/{number}/deadlines/{clock}", "/api/v1/cases/{number}/deadlines/{clock}"})
    @MayCall({Who.CITIZEN, Who.OFFICIAL, Who.MACHINE})
    ResponseEntity<byte[]> download(@PathVariable String number, @PathVariable String clock, Caller caller) {
        if (!CaseNumber.isValid(number)) {
            throw Cases.unknown();
        }
        CaseFile file = access.check(new CaseNumber(number), caller);
        ClockExplanation explained = named(clock)
                .flatMap(name -> clocks.explain(file.number(), name))
                .orElseThrow(() -> Problem.notFound("这个期限没有在计算。"));
        audit.record(new AuditEntry(caller.id(), "deadline.explained", "case", file.number(), Map.of("clock", clock)));
        return download.attachment("办理时限说明-" + file.number(), FileType.PDF, statement.of(file, explained));
    }

    private static Optional<ClockName> named(String key) {
        return Arrays.stream(ClockName.values())
                .filter(name -> name.key().equals(key))
                .findFirst();
    }
}
