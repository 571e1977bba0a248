package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.MovableClock;
import org.haina.service.SandboxAuthorities;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.documents.DocumentType;
import org.haina.service.keys.CaseNumber;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A licence was changed upon a change whose promise turns out to be broken: what stands does not show it any more. */
@ServiceTest
class CarriedFaceTests {

    private static final String CORRECTED = "证书已更正，不再记载被撤销的变更，请重新下载；原来的文件失效";

    @Autowired
    MockMvc web;

    @Autowired
    LicenceChanges changes;

    @Autowired
    Cases cases;

    @Autowired
    MovableClock time;

    @Autowired
    SandboxServer sandbox;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void the_edition_that_stands_is_made_anew_without_what_was_annulled() throws Exception {
        TestPerson person = changes.organiser();
        String licence = changes.licence(changes.licensed(person));
        CaseNumber broken = changes.grantedOnPromise(person, licence);
        CaseNumber standing = granted(headOnly(person, licence), person);
        String old = changes.certificate(standing, person);
        assertThat(LicenceChanges.plain(old)).contains(LicenceChanges.RENAMED, "赵样本", ".003.");

        annul(broken);

        String now = changes.certificate(standing, person);
        assertThat(LicenceChanges.plain(now))
                .contains(licence, LicenceChanges.SCHOOL, "赵样本", ".004.", "有效期至2029年11月22日")
                .doesNotContain(LicenceChanges.RENAMED);
        assertThat(ReissueCases.code(now)).as("the code stays").isEqualTo(ReissueCases.code(old));
        web.perform(get("/api/v1/certificates/" + ReissueCases.code(now)))
                .andExpect(jsonPath("$.status").value("VALID"))
                .andExpect(content().string(Matchers.not(Matchers.containsString(LicenceChanges.RENAMED))));
        assertThat(cases.timeline(standing)).extracting(TimelineEntry::label).contains(CORRECTED);
        assertThat(changes.letter(broken, DocumentType.ANNULMENT_DECISION, person))
                .contains("不再记载被撤销的变更");
        told(licence, ".003.", "05");
        TestDesk.await(
                "the registration of the corrected one",
                () -> cases.timeline(standing).stream()
                                .filter(entry -> entry.kind().equals("CERTIFICATE_REGISTERED"))
                                .count()
                        == 2);
    }

    @Test
    void what_a_later_change_has_overwritten_needs_no_correction() throws Exception {
        TestPerson person = changes.organiser();
        String licence = changes.licence(changes.licensed(person));
        CaseNumber broken = granted(headOnly(person, licence), person);
        CaseNumber standing = changes.grantedOnPromise(person, licence);

        annul(broken);

        assertThat(LicenceChanges.plain(changes.certificate(standing, person)))
                .contains(LicenceChanges.RENAMED, "李样本", ".003.");
        assertThat(cases.timeline(standing)).extracting(TimelineEntry::label).doesNotContain(CORRECTED);
    }

    private ObjectNode headOnly(TestPerson person, String licence) {
        ObjectNode request = changes.promised(person, licence);
        ObjectNode data = (ObjectNode) request.path("data");
        data.put("change", "principal").put("principal", "赵样本").remove("schoolName");
        return request;
    }

    private CaseNumber granted(ObjectNode request, TestPerson person) throws Exception {
        CaseNumber number = changes.number(changes.apply(request, person));
        changes.work(number, TestDesk.CLERK, "{\"outcome\":\"accept\"}");
        changes.work(number, TestDesk.DECIDER, "{\"outcome\":\"granted\"}");
        changes.await(number, CaseStatus.GRANTED);
        return number;
    }

    private void annul(CaseNumber number) throws Exception {
        changes.work(number, TestDesk.REVIEWER, "{\"outcome\":\"rectify\",\"opinion\":\"没有任职条件的证明\"}");
        time.set(LocalDateTime.of(2026, 12, 15, 9, 0));
        changes.work(number, TestDesk.REVIEWER, "{\"outcome\":\"unmet\",\"opinion\":\"仍没有提交\"}");
        changes.work(number, TestDesk.DECIDER, "{\"outcome\":\"annulled\",\"opinion\":\"已听取陈述\"}");
    }

    private void told(String licence, String edition, String state) {
        String serial = licence.replaceAll("\\D", "");
        TestDesk.await(
                "the store to know of " + licence,
                () -> SandboxAuthorities.effects(sandbox, "licence-store", "status").stream()
                        .map(effect -> effect.path("body"))
                        .anyMatch(body -> body.path("ZZZT").asText().equals(state)
                                && body.path("ZZBS").asText().contains("." + serial + edition)));
    }
}
