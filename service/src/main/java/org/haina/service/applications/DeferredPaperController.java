package org.haina.service.applications;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.catalog.Catalog;
import org.haina.service.clock.Deadline;
import org.haina.service.deferrals.DeferredPaper;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileId;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The papers a case was accepted without, for programs. */
@RestController
@RequestMapping("/api/v1/cases/{number}/deferred-papers")
class DeferredPaperController {

    private final CaseAccess access;
    private final Catalog catalog;
    private final DeferredPapers papers;
    private final MaterialRules rules;

    DeferredPaperController(CaseAccess access, Catalog catalog, DeferredPapers papers, MaterialRules rules) {
        this.access = access;
        this.catalog = catalog;
        this.papers = papers;
        this.rules = rules;
    }

    /** What becomes of a paper. */
    enum State {
        OWED,
        SUPPLIED,
        SETTLED
    }

    /**
     * One paper.
     *
     * @param due last day for it; null once all papers are there, or the case is decided
     * @param rejected why what was supplied last was not in order
     */
    record PaperView(String material, String title, State state, @Nullable LocalDate due, @Nullable String rejected) {}

    /** @param file id from {@code /api/v1/files} */
    record Supply(@NotNull @Size(max = 60) String material, @NotNull @Size(max = 60) String file) {}

    @GetMapping
    @Operation(summary = "Papers the case was accepted without, each with its state and last day")
    @MayCall({Who.CITIZEN, Who.OFFICIAL})
    Map<String, List<PaperView>> list(@PathVariable String number, Caller caller) {
        CaseFile file = access.open(number(number), caller);
        @Nullable LocalDate due = papers.due(file.number()).map(Deadline::due).orElse(null);
        return Map.of(
                "items",
                papers.of(file).stream()
                        .map(paper -> new PaperView(
                                paper.material(),
                                papers.title(file, paper),
                                state(paper),
                                due,
                                paper.rejected().orElse(null)))
                        .toList());
    }

    private static State state(DeferredPaper paper) {
        if (paper.isOwed()) {
            return State.OWED;
        }
        return paper.isWaiting() ? State.SUPPLIED : State.SETTLED;
    }

    @PostMapping
    @Operation(summary = "Supply one of them; 409 if it is not owed any more")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @MayCall(Who.CITIZEN)
    void supply(@PathVariable String number, @Valid @RequestBody Supply supply, Caller caller) {
        CaseFile file = access.open(number(number), caller);
        SuppliedMaterial piece = new SuppliedMaterial(supply.material(), Source.UPLOAD, supply.file());
        rules.check(catalog.version(file.itemVersion()), piece, caller).ifPresent(finding -> {
            throw Problem.invalid(finding.message(), Map.of("/file", finding.message()));
        });
        papers.supply(file.number(), supply.material(), FileId.of(supply.file()), caller);
    }

    private static CaseNumber number(String text) {
        if (!CaseNumber.isValid(text)) {
            throw Cases.unknown();
        }
        return new CaseNumber(text);
    }
}
