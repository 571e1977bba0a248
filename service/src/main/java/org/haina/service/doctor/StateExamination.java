package org.haina.service.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haina.processes.Finding;
import org.haina.service.archive.CaseArchives;
import org.haina.service.audit.AuditChain;
import org.haina.service.audit.AuditReport;
import org.haina.service.complaints.UntakenComplaints;
import org.haina.service.files.FileIntegrity;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.outbound.OutboundLedger.State;
import org.haina.service.workflow.EngineSelfCheck;
import org.springframework.stereotype.Component;

/** What is kept: the log, the files, the ledger, the cases and their processes, the engine's locks. */
@Component
class StateExamination {

    /** @param summary how much of what was examined */
    record Result(List<Finding> findings, String summary) {}

    private final AuditChain audit;
    private final CaseArchives archives;
    private final FileIntegrity files;
    private final OutboundLedger ledger;
    private final EngineSelfCheck engine;
    private final CaseConsistency cases;
    private final UntakenComplaints complaints;
    private final DoctorSettings settings;

    StateExamination(
            AuditChain audit,
            CaseArchives archives,
            FileIntegrity files,
            OutboundLedger ledger,
            EngineSelfCheck engine,
            CaseConsistency cases,
            UntakenComplaints complaints,
            DoctorSettings settings) {
        this.audit = audit;
        this.archives = archives;
        this.files = files;
        this.ledger = ledger;
        this.engine = engine;
        this.cases = cases;
        this.complaints = complaints;
        this.settings = settings;
    }

    Result examine() {
        List<Finding> findings = new ArrayList<>();
        AuditReport log = audit.verify();
        log.findings().forEach(f -> findings.add(new Finding("audit_entry", String.valueOf(f.entry()), f.message())));
        FileIntegrity.Report stored = files.verify();
        stored.damaged()
                .forEach(id ->
                        findings.add(new Finding("stored_file", id.toString(), "is damaged or gone from the store")));
        CaseArchives.Report packages = archives.verify(settings.archives());
        findings.addAll(archives(packages));
        findings.addAll(ledger());
        findings.addAll(cases.findings());
        complaints
                .list()
                .forEach(one -> findings.add(new Finding(
                        "complaint",
                        one.number().value(),
                        "waits and nobody has taken it, %d accounts are barred from it; give another account the role supervisor of %s"
                                .formatted(one.barred(), one.org()))));
        engine.openDoors().forEach(door -> findings.add(new Finding("engine", door, "is not locked down")));
        return new Result(
                findings,
                "%d log entries sealed, %d waiting for %d s; %d files; %d cases; %d archives, %d waiting"
                        .formatted(
                                log.sealed(),
                                log.unsealed(),
                                log.unsealedAge().toSeconds(),
                                stored.checked(),
                                cases.count(),
                                packages.checked(),
                                packages.waiting()));
    }

    private static List<Finding> archives(CaseArchives.Report packages) {
        List<Finding> findings = new ArrayList<>();
        packages.findings()
                .forEach(found ->
                        findings.add(new Finding("case_archive", found.number().value(), found.message())));
        packages.stuck()
                .forEach((number, problem) -> findings.add(
                        new Finding("case_archive_due", number.value(), "could not be archived: " + problem)));
        return findings;
    }

    private List<Finding> ledger() {
        List<Finding> findings = new ArrayList<>();
        Map<State, Long> open = ledger.openByState();
        ledger.oldestOpen()
                .filter(age -> age.compareTo(settings.outboundAge()) > 0)
                .ifPresent(age -> findings.add(new Finding(
                        "outbound", "oldest", "a call is open for %s, open are %s".formatted(words(age), open))));
        long refused = open.getOrDefault(State.FAILED, 0L);
        if (refused > 0) {
            findings.add(new Finding("outbound", "failed", refused + " calls were refused and wait for an operator"));
        }
        return findings;
    }

    private static String words(Duration age) {
        return age.toHours() + " h";
    }
}
