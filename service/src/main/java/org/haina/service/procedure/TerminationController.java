package org.haina.service.procedure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.documents.Printing;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.terminations.Ground;
import org.haina.service.terminations.Termination;
import org.haina.service.terminations.TerminationAct;
import org.haina.service.terminations.Terminations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ends of a grant for officials' programs: proposing one and reading what came of it; work items do the rest. */
@RestController
@RequestMapping("/api/v1/cases/{number}/terminations")
@MayCall({Who.CLERK, Who.REVIEWER, Who.DECIDER, Who.HEAD})
class TerminationController {

    /** @param penalty number of the penalty decision, for a revocation only */
    record Proposal(
            @NotNull TerminationAct act,
            @NotNull Ground ground,
            @Nullable @Size(max = 100) String penalty,
            @NotNull @Size(max = 500) String facts) {

        private String number() {
            return penalty == null ? "" : penalty.strip();
        }

        /** Only a revocation rests on a penalty. */
        boolean namesAnotherActsPenalty() {
            return act != TerminationAct.REVOCATION && !number().isEmpty();
        }

        Map<String, String> answers() {
            return Map.of("ground", ground.name(), "penalty", number(), "facts", facts.strip());
        }
    }

    record Shown(
            TerminationAct act,
            Ground ground,
            String law,
            String facts,
            String stateText,
            Instant proposedAt,
            @Nullable LocalDate stateUntil,
            @Nullable String statement,
            Termination.@Nullable Result result) {

        static Shown of(Termination one) {
            return new Shown(
                    one.act(),
                    one.ground(),
                    one.ground().law(),
                    one.facts(),
                    one.state(),
                    one.proposedAt(),
                    one.stateUntil().orElse(null),
                    one.statement().orElse(null),
                    one.result().orElse(null));
        }
    }

    private record Listing(List<Shown> items) {}

    private final CaseAccess access;
    private final CaseActs acts;
    private final Terminations terminations;
    private final Printing printing;

    TerminationController(CaseAccess access, CaseActs acts, Terminations terminations, Printing printing) {
        this.access = access;
        this.acts = acts;
        this.terminations = terminations;
        this.printing = printing;
    }

    @GetMapping
    @Operation(summary = "Proposals to end what the case granted, oldest first, and what came of them")
    Listing list(@PathVariable String number, Official official) {
        return new Listing(terminations.of(file(number, official, access::open).number()).stream()
                .map(Shown::of)
                .toList());
    }

    @PostMapping
    @Operation(summary = "Propose to withdraw, annul, revoke or cancel what the case granted")
    @ApiResponse(responseCode = "201", description = "Proposed; the same proposal sent again changes nothing")
    @ResponseStatus(HttpStatus.CREATED)
    Shown propose(@PathVariable String number, @Valid @RequestBody Proposal proposal, Official official) {
        CaseFile file = file(number, official, access::check);
        if (proposal.namesAnotherActsPenalty()) {
            throw Problem.invalid("填写的内容需要修改。", Map.of("/penalty", "只有吊销才填写行政处罚决定书文号"));
        }
        String key = proposal.act().name().toLowerCase(Locale.ROOT);
        CaseAct act = acts.find(key).orElseThrow(Cases::unknown);
        ActInput input = new ActInput(proposal.answers(), file.version(), "");
        Map<String, String> wrong = input.complaints(act.fields(file, official), printing);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("填写的内容需要修改。", pointers(wrong));
        }
        acts.perform(file.number(), key, input, official);
        return Shown.of(terminations.open(file.number()).orElseThrow());
    }

    private static Map<String, String> pointers(Map<String, String> byField) {
        return byField.entrySet().stream().collect(Collectors.toMap(e -> "/" + e.getKey(), Map.Entry::getValue));
    }

    private static CaseFile file(String number, Official official, BiFunction<CaseNumber, Caller, CaseFile> opening) {
        return Optional.of(number)
                .filter(CaseNumber::isValid)
                .map(valid -> opening.apply(new CaseNumber(valid), official))
                .orElseThrow(Cases::unknown);
    }
}
