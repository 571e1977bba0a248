package org.haina.service.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.haina.service.HttpApi;
import org.haina.service.LocalIssuer;
import org.haina.service.TestDesk;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.intake.Corrections;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;

/** Four officials who have cases corrected, accept, review and grant them through the API as they come in. */
final class Officials implements AutoCloseable {

    /** What happens to a case one after the other. */
    private enum Step {
        CORRECT(TestDesk.CLERK, "{\"outcome\":\"correct\",\"marks\":[{\"pointer\":\"/address\",\"text\":\"请写到门牌号\"}]}"),
        ACCEPT(TestDesk.CLERK, "{\"outcome\":\"accept\"}"),
        REVIEW(TestDesk.REVIEWER, "{\"outcome\":\"approve\",\"opinion\":\"材料齐全，条件符合\"}"),
        GRANT(TestDesk.DECIDER, "{\"outcome\":\"granted\",\"opinion\":\"符合条件\"}");

        private final Caller.Official official;
        private final String completion;

        Step(Caller.Official official, String completion) {
            this.official = official;
            this.completion = completion;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MS = 100;

    private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(4);
    private final HttpApi api;
    private final LocalIssuer issuer;
    private final Corrections corrections;

    Officials(HttpApi api, LocalIssuer issuer, Corrections corrections) {
        this.api = api;
        this.issuer = issuer;
        this.corrections = corrections;
    }

    /** Ends when the case is granted, or with what went wrong. */
    CompletableFuture<Void> handle(String number, PartyId applicant) {
        CompletableFuture<Void> granted = new CompletableFuture<>();
        hands.execute(() -> take(Step.CORRECT, number, applicant, granted));
        return granted;
    }

    /** The step now or, while the case waits for the registers, a little later; then the next one. */
    private void take(Step step, String number, PartyId applicant, CompletableFuture<Void> granted) {
        try {
            if (!done(step, number)) {
                hands.schedule(() -> take(step, number, applicant, granted), PAUSE_MS, TimeUnit.MILLISECONDS);
                return;
            }
            if (step == Step.CORRECT) {
                answer(number, applicant);
            }
            if (step == Step.GRANT) {
                granted.complete(null);
            } else {
                hands.execute(() -> take(Step.values()[step.ordinal() + 1], number, applicant, granted));
            }
        } catch (IOException | RuntimeException | AssertionError e) {
            granted.completeExceptionally(e);
        }
    }

    private boolean done(Step step, String number) throws IOException {
        String token = issuer.token(step.official);
        JsonNode tasks = JSON.readTree(
                api.get("/api/v1/work-items?number=" + number, token).body());
        String task = tasks.at("/items/0/id").asText();
        if (task.isEmpty()) {
            return false;
        }
        HttpResponse<String> claimed = api.claim(token, task);
        assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(200);
        HttpResponse<String> completed =
                api.complete(token, task, claimed.headers().firstValue("ETag").orElseThrow(), step.completion);
        assertThat(completed.statusCode()).as(completed.body()).isEqualTo(204);
        return true;
    }

    private void answer(String number, PartyId applicant) {
        ObjectNode answers = JSON.createObjectNode().put("address", "上海市黄浦区示例路9号");
        assertThat(corrections.answer(new CaseNumber(number), answers, List.of(), SignedIn.citizen(applicant)))
                .isEmpty();
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
