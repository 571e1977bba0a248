package org.haina.service.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.haina.service.ShownAct;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.HostileFiles;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One case and whoever may do something about it; a refusal is an answer, a fault of ours is not. */
final class EngineWalk {

    private static final String CONFIRMING = "Task_ConfirmVisit";

    private static final List<String> ACTS = List.of(
            "voiding", "extension", "extension-decision", "special-procedure", "special-procedure-end", "take-back");
    private static final String CHECK = "deferred-paper";

    private final MockMvc web;
    private final ObjectMapper json;
    private final Cases cases;
    private final WorkItems items;
    private final CaseNumber number;
    private final Random random;
    private final Optional<String> later;
    private final boolean forgetful;

    /** @param later key of the material that is brought after the acceptance, if the item has one */
    EngineWalk(
            MockMvc web,
            ObjectMapper json,
            Cases cases,
            WorkItems items,
            CaseNumber number,
            Random random,
            Optional<String> later) {
        this.web = web;
        this.json = json;
        this.cases = cases;
        this.items = items;
        this.number = number;
        this.random = random;
        this.later = later;
        this.forgetful = random.nextInt(5) == 0;
    }

    CaseNumber number() {
        return number;
    }

    /** Mostly what the case waits for; sometimes the applicant turns round, the head steps in, or nobody comes. */
    void step() throws Exception {
        CaseFile file = cases.get(number);
        int dice = random.nextInt(100);
        if (later.isPresent() && dice % 4 == 0) {
            bring(file, later.get());
        } else if (dice < 3) {
            withdraw(file);
        } else if (dice < 10) {
            act(file, ACTS.get(random.nextInt(ACTS.size())));
        } else if (dice < 80) {
            if (file.status() == CaseStatus.AWAITING_CORRECTION) {
                if (!forgetful) {
                    answerCorrection(file);
                }
            } else {
                work();
            }
        }
    }

    /** The applicant brings the paper, or who handles the case looks at it; one of five forgets that it was promised. */
    private void bring(CaseFile file, String material) throws Exception {
        if (random.nextBoolean()) {
            act(file, CHECK);
        } else if (!forgetful) {
            send(
                    multipart("/cases/" + number + "/later/" + material)
                            .file(new MockMultipartFile("file", "paper.pdf", "application/pdf", HostileFiles.pdf()))
                            .with(csrf()),
                    SignedIn.citizen(file.applicant()));
        }
    }

    private void work() throws Exception {
        Optional<WorkItem> open =
                items.ofCase(number).stream().filter(WorkItem::isOpen).findFirst();
        if (open.isEmpty()) {
            return;
        }
        WorkItem item = open.get();
        String who = item.taskKey().equals(CONFIRMING) ? ".second" : ".walker";
        Caller.Official official =
                SignedIn.official(item.role().name().toLowerCase(java.util.Locale.ROOT) + who, district(), item.role());
        MockHttpServletResponse claimed = send(post("/api/v1/work-items/" + item.id() + "/claim"), official);
        if (claimed.getStatus() == 200) {
            send(
                    post("/api/v1/work-items/" + item.id() + "/complete")
                            .header("If-Match", String.valueOf(claimed.getHeader("ETag")))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(completion(item).toString()),
                    official);
        }
    }

    private ObjectNode completion(WorkItem item) {
        String outcome = item.outcomes().get(random.nextInt(item.outcomes().size()));
        if (item.outcomes().contains("accept") && random.nextInt(3) > 0) {
            outcome = "accept"; // else few would come beyond the clerk
        }
        ObjectNode body = json.createObjectNode().put("outcome", outcome).put("opinion", "随机测试的意见");
        if (outcome.equals("correct")) {
            body.putArray("marks")
                    .addObject()
                    .put("pointer", random.nextBoolean() ? "/phone" : "/address")
                    .put("text", "请核对后重新填写");
        }
        if (outcome.equals("refuse")) {
            body.putArray("reasons").add("false-papers");
        }
        if (outcome.equals("notRequired")) {
            body.putArray("reasons").add("licence-not-required");
        }
        return body;
    }

    private void answerCorrection(CaseFile file) throws Exception {
        send(
                multipart("/cases/" + number + "/correction")
                        .param("do", "send")
                        .param("phone", "139000%05d".formatted(random.nextInt(100_000)))
                        .param("address", "上海市黄浦区示例路" + (1 + random.nextInt(99)) + "号")
                        .with(csrf()),
                SignedIn.citizen(file.applicant()));
    }

    private void withdraw(CaseFile file) throws Exception {
        send(
                post("/cases/" + number + "/withdrawal").param("reason", "不再需要").with(csrf()),
                SignedIn.citizen(file.applicant()));
    }

    private void act(CaseFile file, String act) throws Exception {
        var request = post("/desk/cases/" + number + "/acts/" + act)
                .param("version", String.valueOf(file.version()))
                .with(csrf());
        Map.of(
                        "reason", "随机测试的理由",
                        "kind", "听证",
                        "duration", "十五个工作日",
                        "result", "听证会已举行",
                        "material", later.orElse(""),
                        "outcome", outcome(act),
                        "opinion", "随机测试的意见")
                .forEach(request::param);
        boolean ofTheHead = act.equals("voiding") || act.equals("extension-decision");
        // Who examines here may take the opinion back.
        Caller.Official reviewer = SignedIn.official("reviewer.walker", district(), Role.REVIEWER);
        if (act.equals("take-back")) {
            request.param("about", ShownAct.about(web, number, act, reviewer));
        }
        send(request, ofTheHead ? SignedIn.head(district()) : reviewer);
    }

    private String outcome(String act) {
        boolean good = random.nextBoolean();
        if (act.equals(CHECK)) {
            return good ? "SETTLED" : "REJECTED";
        }
        return good ? "APPROVED" : "REFUSED";
    }

    private String district() {
        return cases.get(number).district().code();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Caller caller) throws Exception {
        MockHttpServletResponse answer =
                web.perform(request.with(SignedIn.as(caller))).andReturn().getResponse();
        assertThat(answer.getStatus())
                .as(() -> {
                    List<String> told = new ArrayList<>();
                    told.add(number.value());
                    told.add(String.valueOf(cases.get(number).status()));
                    told.add(text(answer));
                    return String.join(" ", told);
                })
                .isLessThan(500);
        return answer;
    }

    private static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
