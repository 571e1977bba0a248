package org.haina.service.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haina.service.access.GenuineCsrf.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.integrations.licencestore.Holder;
import org.haina.integrations.licencestore.LicenceIdentifier;
import org.haina.integrations.licencestore.LicenceStatus;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.integrations.licencestore.UseCause;
import org.haina.integrations.registers.Authorities;
import org.haina.integrations.registers.IntegrationsSettings;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.Steering;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.audit.Audit;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.outbound.Outbound;
import org.haina.service.parties.Parties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A licence of the e-licence store is the applicant's own, or it is not taken. */
@ServiceTest
class LicenceFilingTests {

    private static final String MANDARIN = "mandarin-certificate";
    private static final String NOT_HELD = "电子证照库中没有申请人本人的这份有效证照";

    @Autowired
    MockMvc web;

    @Autowired
    Filing filing;

    @Autowired
    Authorities authorities;

    @Autowired
    SandboxServer sandbox;

    @Autowired
    Submissions submissions;

    @Autowired
    CaseMaterials materials;

    @Autowired
    Drafts drafts;

    @Autowired
    Parties parties;

    @Autowired
    SubmissionLog log;

    @Autowired
    Audit audit;

    @Autowired
    Outbound outbound;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ObjectMapper json;

    @TempDir
    Path directory;

    private TestPerson person;
    private TestPerson other;

    @BeforeEach
    void persons() {
        person = TestPerson.admitted(sandbox);
        other = TestPerson.admitted(sandbox);
    }

    @Test
    void the_applicants_own_licence_is_taken() throws Exception {
        String answer = file(citizen(), body("mandarin", licence(person, MANDARIN)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();

        CaseNumber number = new CaseNumber(json.readTree(answer).path("number").asText());
        assertThat(materials.of(number))
                .contains(new SuppliedMaterial("mandarin", Source.LICENCE, licence(person, MANDARIN)));
    }

    @Test
    void the_licence_of_somebody_else_is_refused_at_the_material_and_nothing_is_kept() throws Exception {
        JsonNode problem = refused(file(citizen(), body("mandarin", licence(other, MANDARIN))));

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/materials/mandarin");
        assertThat(problem.at("/errors/0/message").asText()).contains(NOT_HELD);
        assertThat(standing(person)).isZero();
    }

    @Test
    void a_licence_of_another_kind_or_one_that_is_none_is_refused() throws Exception {
        assertThat(refused(file(citizen(), body("diploma", licence(person, MANDARIN))))
                        .at("/errors/0/message")
                        .asText())
                .contains("不是“学历证书”");
        assertThat(refused(file(citizen(), body("mandarin", "1.2.156.3005.2.x")))
                        .at("/errors/0/message")
                        .asText())
                .contains(NOT_HELD);
        assertThat(refused(file(citizen(), body("photo", licence(person, MANDARIN))))
                        .at("/errors/0/message")
                        .asText())
                .contains("不能用电子证照代替");
    }

    @Test
    void a_partner_brings_a_licence_of_the_person_it_files_for_and_of_no_other() throws Exception {
        Caller.Machine partner = new Caller.Machine("partner-demo");

        assertThat(refused(file(partner, represented(licence(other, MANDARIN))))
                        .at("/errors")
                        .toString())
                .contains(NOT_HELD);
        assertThat(refused(file(partner, represented(licence(person, MANDARIN))))
                        .at("/errors")
                        .toString())
                .as("only the uploads of somebody else stand against it")
                .doesNotContain("/materials/mandarin");
    }

    @Test
    void the_store_is_asked_about_an_application_once_and_log_and_ledger_tell() throws Exception {
        ObjectNode body = body("mandarin", licence(person, MANDARIN));
        String key = UUID.randomUUID().toString();

        file(citizen(), key, body).andExpect(status().isCreated());
        assertThat(calls(key)).containsExactly("answered");

        file(citizen(), key, body).andExpect(status().isCreated());
        assertThat(calls(key)).as("the same request once more").hasSize(1);
    }

    @Test
    void what_a_partner_asks_about_somebody_not_on_record_stands_in_the_log() throws Exception {
        String key = UUID.randomUUID().toString();

        file(new Caller.Machine("partner-demo"), key, represented(licence(person, MANDARIN)));

        assertThat(calls(key)).containsExactly("answered");
        assertThat(jdbc.sql("select actor from audit_entry where action = 'licences.asked' and subject = :subject")
                        .param("subject", "application:" + key)
                        .query(String.class)
                        .list())
                .containsExactly("client:partner-demo");
    }

    @Test
    void while_the_store_is_silent_a_licence_is_taken_for_an_official_to_check() {
        Submission submission = submission(licence(other, MANDARIN));

        LicencesHeld held = silent().of(
                        submission.by(), submission.idempotencyKey(), submission.applicant(), submission.materials());
        SubmissionOutcome outcome = submissions.submit(submission, held);

        assertThat(calls(submission.idempotencyKey())).containsExactly("cancelled");
        assertThat(outcome).isInstanceOf(SubmissionOutcome.Accepted.class);
        assertThat(materials.of(((SubmissionOutcome.Accepted) outcome).number()))
                .contains(new SuppliedMaterial("mandarin", Source.UNVERIFIED, licence(other, MANDARIN)));
        assertThat(submissions.submit(submission, LicencesHeld.NONE))
                .as("the same request once more, when the store answers again")
                .isEqualTo(new SubmissionOutcome.Accepted(
                        ((SubmissionOutcome.Accepted) outcome).number(),
                        ((SubmissionOutcome.Accepted) outcome).promisedBy(),
                        true));
    }

    @Test
    void silence_and_a_wrong_answer_stand_in_the_ledger_each_under_its_name() throws Exception {
        Submission first = submission(licence(person, MANDARIN));
        Submission second = submission(licence(person, MANDARIN));

        silent().of(first.by(), first.idempotencyKey(), first.applicant(), first.materials());
        try (SandboxServer wrong = SandboxServer.start(0, directory, clock);
                Steering store = Steering.of(wrong, "licence-store")) {
            store.to("malformed");
            LicencesHeld held = holdings(wrong.uri())
                    .of(second.by(), second.idempotencyKey(), second.applicant(), second.materials());
            assertThat(held).isEqualTo(LicencesHeld.UNKNOWN);
        }

        assertThat(trouble(first)).isEqualTo("UNREACHABLE");
        assertThat(trouble(second)).isEqualTo("MALFORMED");
    }

    @Test
    void a_key_with_an_identity_number_in_it_stands_in_neither_log_nor_ledger() throws Exception {
        String key = "application-of-" + person.idNumber();
        String kept = log.reference("client:partner-demo", key);

        file(new Caller.Machine("partner-demo"), key, represented(licence(person, MANDARIN)));
        file(new Caller.Machine("partner-demo"), key, represented(licence(person, MANDARIN)));

        assertThat(kept).doesNotContain(person.idNumber());
        assertThat(calls(key)).isEmpty();
        assertThat(calls(kept)).as("one name for one key").containsExactly("answered", "answered");
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = :subject")
                        .param("subject", "application:" + kept)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(log.reference("client:another", key)).as("another sender's").isNotEqualTo(kept);
    }

    @Test
    void the_official_reads_what_has_not_been_confirmed() throws Exception {
        Submission submission = submission(licence(person, MANDARIN));
        SubmissionOutcome outcome = submissions.submit(submission, LicencesHeld.UNKNOWN);
        CaseNumber number = ((SubmissionOutcome.Accepted) outcome).number();

        web.perform(get("/desk/cases/" + number).with(SignedIn.as(SignedIn.clerk("310101"))))
                .andExpect(content().string(containsString("证照库没有回应，请核对是否为申请人本人的有效证照")));
    }

    @Test
    void a_licence_annulled_while_the_draft_lay_is_taken_out_and_the_applicant_told() throws Exception {
        String draft = Objects.requireNonNull(web.perform(
                        post("/items/teacher-qualification/apply").with(csrf()).with(SignedIn.as(citizen())))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        Draft begun = drafts.latest(citizen().party(), new ItemKey("teacher-qualification"))
                .orElseThrow();
        List<SuppliedMaterial> pieces = new ArrayList<>(begun.materials());
        assertThat(pieces).extracting(SuppliedMaterial::key).contains("mandarin");
        Set<String> found = pieces.stream().map(SuppliedMaterial::key).collect(Collectors.toSet());
        filing.materials(person).stream()
                .filter(piece -> !found.contains(piece.key()))
                .forEach(pieces::add);
        drafts.save(begun, person.application(), pieces, begun.page());
        authorities
                .licenceStore()
                .changeStatus(
                        UUID.randomUUID().toString(),
                        new LicenceIdentifier(licence(person, MANDARIN)),
                        LicenceStatus.ANNULLED,
                        "测试");

        web.perform(post(draft + "/submit").with(csrf()).with(SignedIn.as(citizen())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("有电子证照已经失效")));
        assertThat(standing(person)).isZero();
        assertThat(drafts.get(begun.id(), citizen().party()).materials())
                .extracting(SuppliedMaterial::key)
                .doesNotContain("mandarin")
                .contains("photo");

        web.perform(post(draft + "/submit").with(csrf()).with(SignedIn.as(citizen())))
                .andExpect(status().is3xxRedirection());
        assertThat(standing(person)).isOne();
    }

    /** The store of an authority that is down. */
    private LicenceHoldings silent() {
        return holdings(URI.create("http://127.0.0.1:1"));
    }

    private LicenceHoldings holdings(URI address) {
        IntegrationsSettings there =
                IntegrationsSettings.sandbox(address).waiting(Duration.ofSeconds(2), Duration.ofSeconds(2));
        return new LicenceHoldings(
                new Authorities(there, LicenceTypes.standard(), clock), log, parties, audit, outbound);
    }

    private Caller.Citizen citizen() {
        return filing.citizen(person);
    }

    private String licence(TestPerson holder, String type) {
        return authorities
                .licenceStore()
                .queryByHolder(
                        UUID.randomUUID().toString(),
                        new Holder(holder.name(), "111", holder.idNumber()),
                        Optional.of(type),
                        new UseCause("测试", ""))
                .get(0)
                .id()
                .value();
    }

    private Submission submission(String licence) {
        return filing.submission(person, UUID.randomUUID().toString(), filing.materials(person, "mandarin", licence));
    }

    /** With uploads for everything but this material. */
    private ObjectNode body(String material, String licence) {
        ObjectNode body = json.createObjectNode().put("item", "teacher-qualification");
        body.set("data", person.application());
        var list = body.putArray("materials");
        filing.materials(person).stream()
                .filter(piece -> !piece.key().equals(material))
                .forEach(piece -> list.addObject().put("key", piece.key()).put("file", piece.reference()));
        list.addObject().put("key", material).put("licence", licence);
        return body;
    }

    private ObjectNode represented(String licence) {
        ObjectNode body = body("mandarin", licence);
        body.putObject("applicant")
                .put("type", "person")
                .put("name", person.name())
                .put("idType", "111")
                .put("idNumber", person.idNumber());
        // Uploads are their owner's; the partner brings none here.
        body.withArray("/materials").removeIf(piece -> piece.has("file"));
        return body;
    }

    private String trouble(Submission submission) {
        return jdbc.sql("select last_error from outbound where reference = :key")
                .param("key", log.reference(submission.subject(), submission.idempotencyKey()))
                .query(String.class)
                .single();
    }

    private List<String> calls(String key) {
        return jdbc.sql("select state from outbound where reference = :key")
                .param("key", key)
                .query(String.class)
                .list();
    }

    private ResultActions file(Caller caller, ObjectNode body) throws Exception {
        return file(caller, UUID.randomUUID().toString(), body);
    }

    private ResultActions file(Caller caller, String key, ObjectNode body) throws Exception {
        return web.perform(post("/api/v1/cases")
                .with(SignedIn.as(caller))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.toString()));
    }

    private JsonNode refused(ResultActions answer) throws Exception {
        return json.readTree(answer.andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private int standing(TestPerson applicant) {
        return jdbc.sql("select count(*) from case_file where applicant_id = :party")
                .param("party", filing.party(applicant).value())
                .query(Integer.class)
                .single();
    }
}
