package org.haina.service.applications;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.haina.forms.Finding;
import org.haina.service.cases.CaseStatus;
import org.haina.service.clock.PromisedDay;
import org.haina.service.edge.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What a program is told of the case its application became.
 *
 * @param promisedBy the day the result is promised for, if the clock runs already
 * @param promisedByProvisional true if that day was counted in a year without its official calendar
 * @param links addresses of the case and its time line
 */
record SubmissionAnswer(
        String number,
        String status,
        @Nullable LocalDate promisedBy,
        @Nullable Boolean promisedByProvisional,
        Map<String, String> links) {

    static ResponseEntity<SubmissionAnswer> of(SubmissionOutcome outcome) {
        if (outcome instanceof SubmissionOutcome.Accepted accepted) {
            return created(accepted);
        }
        if (outcome instanceof SubmissionOutcome.Invalid invalid) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "invalid-application",
                            "申请内容有误",
                            "申请内容有 %d 处需要修改。".formatted(invalid.findings().size()))
                    .with(
                            Problem.ERRORS,
                            invalid.findings().stream()
                                    .map(SubmissionAnswer::inBody)
                                    .toList());
        }
        if (outcome instanceof SubmissionOutcome.Refused refused) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "application-refused",
                            "不能申请",
                            refused.refusal().message())
                    .with("reason", refused.refusal().reason().code());
        }
        if (outcome instanceof SubmissionOutcome.KeyReused) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "idempotency-key-reused",
                    "Idempotency-Key 已经用过",
                    "同一个 Idempotency-Key 已用于内容不同的申请。");
        }
        throw new Problem(HttpStatus.CONFLICT, "request-in-progress", "正在处理", "相同的申请正在处理，请稍后用同一个 Idempotency-Key 再试。");
    }

    /** Findings point into the answers, or name the material; a sender knows places in the body. */
    private static Finding inBody(Finding found) {
        return found.pointer().startsWith("/materials/")
                ? found
                : new Finding("/data" + found.pointer(), found.rule(), found.message());
    }

    private static ResponseEntity<SubmissionAnswer> created(SubmissionOutcome.Accepted accepted) {
        Map<String, String> links = CaseView.links(accepted.number());
        return ResponseEntity.created(URI.create(links.getOrDefault("self", "")))
                .body(new SubmissionAnswer(
                        accepted.number().value(),
                        CaseStatus.RECEIVED.name(),
                        accepted.promisedBy().map(PromisedDay::day).orElse(null),
                        accepted.promisedBy().map(PromisedDay::provisional).orElse(null),
                        links));
    }
}
