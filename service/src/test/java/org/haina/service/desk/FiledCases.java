package org.haina.service.desk;

import static org.haina.service.access.GenuineCsrf.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.parties.Parties;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** Cases as citizens file them, brought through the API to where a test of the desk begins. */
@Lazy
@Component
public class FiledCases {

    private final MockMvc web;
    private final Parties parties;
    private final Cases cases;
    private final WorkItems items;
    private final SandboxServer sandbox;
    private final ObjectMapper json;

    FiledCases(MockMvc web, Parties parties, Cases cases, WorkItems items, SandboxServer sandbox, ObjectMapper json) {
        this.web = web;
        this.parties = parties;
        this.cases = cases;
        this.items = items;
        this.sandbox = sandbox;
        this.json = json;
    }

    /** Received in Huangpu and not yet looked at; the authorities know the person. */
    public CaseNumber received() throws Exception {
        return received(TestPerson.admitted(sandbox), photo());
    }

    /** A picture of 400 by 560 points. */
    static byte[] photo() throws Exception {
        var image = new java.awt.image.BufferedImage(400, 560, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    CaseNumber received(TestPerson person, byte[] photo) throws Exception {
        var citizen = SignedIn.citizen(parties.recordCitizen("111", person.idNumber(), person.name()));
        ObjectNode body = json.createObjectNode().put("item", "teacher-qualification");
        body.set("data", person.application());
        var materials = body.putArray("materials");
        for (String key : List.of("photo", "exam-certificate", "diploma", "identity", "mandarin")) {
            materials.addObject().put("key", key).put("file", upload(citizen, photo));
        }
        String answer = web.perform(post("/api/v1/cases")
                        .with(SignedIn.as(citizen))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.toString()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return new CaseNumber(json.readTree(answer).get("number").asText());
    }

    private String upload(Caller citizen, byte[] content) throws Exception {
        String answer = web.perform(multipart("/api/v1/files")
                        .file(new MockMultipartFile("file", "照片.jpg", "image/jpeg", content))
                        .with(SignedIn.as(citizen))
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(answer).get("id").asText();
    }

    /** Accepted, its registers asked; waits for the reviewer. */
    public CaseNumber reviewing(Caller.Official clerk) throws Exception {
        return reviewing(TestPerson.admitted(sandbox), clerk);
    }

    CaseNumber reviewing(TestPerson person, Caller.Official clerk) throws Exception {
        CaseNumber number = received(person, photo());
        done(number, clerk, "accept", "");
        await(number, CaseStatus.REVIEWING);
        return number;
    }

    /** Waits for the decider. */
    public CaseNumber deciding(Caller.Official clerk, Caller.Official reviewer) throws Exception {
        CaseNumber number = reviewing(clerk);
        done(number, reviewer, "approve", "条件符合");
        return number;
    }

    /** The task of this official's role. */
    public WorkItem task(CaseNumber number, Caller.Official official) {
        return items.openFor(number, official).orElseThrow();
    }

    /** The task, claimed. */
    public WorkItem claimed(CaseNumber number, Caller.Official official) {
        return items.claim(task(number, official).id(), official);
    }

    private void done(CaseNumber number, Caller.Official official, String outcome, String opinion) throws Exception {
        WorkItem item = claimed(number, official);
        web.perform(post("/api/v1/work-items/" + item.id() + "/complete")
                        .with(SignedIn.as(official))
                        .header("If-Match", "\"" + item.version() + "\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.createObjectNode()
                                .put("outcome", outcome)
                                .put("opinion", opinion)
                                .toString()))
                .andExpect(status().isNoContent());
    }

    private void await(CaseNumber number, CaseStatus wanted) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (cases.get(number).status() != wanted) {
            if (System.nanoTime() > end) {
                throw new AssertionError(number + " is " + cases.get(number).status() + " and not " + wanted);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** The case's page as this caller gets it. */
    org.springframework.test.web.servlet.ResultActions page(CaseNumber number, Caller caller) throws Exception {
        return web.perform(get("/desk/cases/" + number).with(SignedIn.as(caller)));
    }
}
