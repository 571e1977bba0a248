package org.haina.service.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Authoring;
import org.haina.service.keys.CaseNumber;
import org.haina.service.versions.ItemMove.One;
import org.haina.service.workflow.StuckSteps;
import org.haina.service.workflow.StuckSteps.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** What is stuck because of a wrong file of its item goes on by itself once it is moved to the version put right. */
@ServiceTest
class MovingStuckCasesTests {

    private static final String ITEM = "teacher-qualification";
    private static final String CERTIFICATE = "certificates/services/" + ITEM + "/";

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @Autowired
    ApplicationContext context;

    @Autowired
    Cases cases;

    @Autowired
    Filing filing;

    @Autowired
    ItemMoves moves;

    @Autowired
    MoveSweep sweep;

    @Autowired
    StuckSteps steps;

    @Autowired
    SandboxServer sandbox;

    @TempDir
    Path folder;

    private Authoring author;

    @AfterEach
    void what_was_offered_is_offered_again() {
        author.restore();
    }

    @Test
    void a_certificate_that_could_not_be_printed_is_made_by_the_version_put_right() throws Exception {
        author = new Authoring(context, folder);
        misprinted("电子副本</div>", "电子副本\uE000</div>");
        long wrong = author.published("services", ITEM);
        CaseNumber number = new TestDesk(web, json, filing, cases).decided(TestPerson.admitted(sandbox), "granted");
        TestDesk.await("a stuck case", () -> steps.among(Set.of(number)).contains(number));
        misprinted("电子副本\uE000</div>", "电子副本</div>");
        author.published("services", ITEM);
        assertThat(moves.preview(wrong, Optional.empty(), 10)).containsExactly(new One(number, "MOVED", ""));
        assertThat(steps.among(Set.of(number))).as("looking retries nothing").containsExactly(number);

        moves.start(wrong, Authoring.PUBLISHER, "证书文件改正");
        sweep.run();

        TestDesk.await("the grant", () -> cases.get(number).status() == CaseStatus.GRANTED);
        assertThat(steps.among(Set.of(number))).isEmpty();
        assertThat(steps.retried(50))
                .filteredOn(one -> one.number().equals(number))
                .extracting(StuckSteps.Retried::by, StuckSteps.Retried::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("operator.publishes", Outcome.OVER));
    }

    /** A sign that no font has is refused when the certificate is printed, not before. */
    private void misprinted(String words, String otherWords) throws Exception {
        author.change(CERTIFICATE + "teacher-certificate.html", words, otherWords);
    }
}
