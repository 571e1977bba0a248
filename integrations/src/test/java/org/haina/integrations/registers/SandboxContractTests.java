package org.haina.integrations.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.haina.integrations.sandbox.SandboxWorld.of;
import static org.haina.integrations.sandbox.SandboxWorld.parameters;
import static org.haina.integrations.sandbox.SandboxWorld.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.haina.integrations.licencestore.LicenceType;
import org.haina.integrations.sandbox.SandboxWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each query over real HTTP, for persons with and without a problem; answers keep to the catalogue. */
class SandboxContractTests {

    private static SandboxWorld world;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        world = new SandboxWorld(directory);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "public-security, identity, zhang-shili, FOUND",
        "public-security, identity, ji-shian, FOUND",
        "public-security, identity, a-shiguli, FOUND",
        "public-security, identity, jin-shihe, DIFFERS",
        "public-security, identity, wei-yangwu, NOT_FOUND",
        "public-security, no-crime, zhang-shili, CLEAR",
        "public-security, no-crime, qin-yanglu, RECORD_FOUND",
        "public-security, no-crime, wei-yangwu, NOT_FOUND",
        "teacher-system, exam-certificate, zhang-shili, FOUND",
        "teacher-system, exam-certificate, hua-yangkao, NOT_FOUND",
        "teacher-system, exam-certificate, chen-yangli, NOT_FOUND",
        "teacher-system, ability-certificate, li-yangben, FOUND",
        "teacher-system, ability-certificate, zhang-shili, NOT_FOUND",
        "licence-store, mandarin-certificate, zhang-shili, FOUND",
        "licence-store, mandarin-certificate, shi-yangyu, NOT_FOUND",
        "licence-store, licences, zhang-shili, FOUND",
    })
    void name_and_number_bring_the_right_finding(String register, String query, String key, Finding finding) {
        assertThat(answer(register, query, of(key)).finding()).isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource({
        "li-yangben, 20243110411000002, FOUND",
        "li-yangben, 20243110411000003, NOT_FOUND",
        "zhang-shili, 20243110411000002, NOT_FOUND",
    })
    void a_teacher_s_certificate_is_found_by_its_number_and_its_holder_together(
            String key, String number, Finding finding) {
        var answer = answer("teacher-system", "teacher-certificate", of(key).put("certificateNumber", number));

        assertThat(answer.finding()).isEqualTo(finding);
        assertThat(answer.fields().path("status").asText()).isEqualTo(finding == Finding.FOUND ? "valid" : "");
    }

    @Test
    void a_number_assigned_here_is_known_at_once() {
        var asked = of("zhang-shili")
                .put("year", "2026")
                .put("organ", "101")
                .put("schoolLevel", "primary")
                .put("sex", "2");
        var number = answer("teacher-system", "certificate-number", asked)
                .fields()
                .path("number")
                .asText();

        var found = answer(
                "teacher-system", "teacher-certificate", of("zhang-shili").put("certificateNumber", number));

        assertThat(found.fields().path("schoolLevel").asText()).isEqualTo("primary");
        assertThat(found.fields().has("subject")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "zhang-shili, PASSED, 合格",
        "xu-shifu, RECHECK, 待复查",
        "he-yangjian, FAILED, 不合格",
        "lv-shiti, NOT_FOUND,",
    })
    void the_hospital_tells_its_conclusion_only(String key, Finding finding, String words) {
        var answer = answer("hospital", "medical", of(key).put("round", "2026-autumn"));

        assertThat(answer.finding()).isEqualTo(finding);
        assertThat(answer.fields().path("conclusion").textValue()).isEqualTo(words);
    }

    @Test
    void identity_tells_what_the_register_holds() {
        var fields = answer("public-security", "identity", of("zhang-shili")).fields();

        assertThat(fields.path("sex").asText()).isEqualTo("2");
        assertThat(fields.path("birthDate").asText()).isEqualTo("1999-05-12");
    }

    @Test
    void another_name_is_never_told() {
        var answer = answer("public-security", "identity", of("jin-shihe"));

        assertThat(answer.fields()).isEmpty();
        assertThat(answer.differences()).containsExactly("name");
    }

    @Test
    void a_diploma_is_found_by_number_and_holder() {
        var diploma = person("zhang-shili").diploma();

        var fields = answer("diploma", "diploma", diplomaOf("zhang-shili", diploma.number()))
                .fields();

        assertThat(fields.path("school").asText()).isEqualTo(diploma.school());
        assertThat(fields.path("graduationDate").asText())
                .isEqualTo(diploma.graduationDate().toString());
    }

    @Test
    void a_diploma_under_a_former_name_differs_and_shows_the_name() {
        var number = person("zheng-shiming").diploma().number();

        var answer = answer("diploma", "diploma", diplomaOf("zheng-shiming", number));

        assertThat(answer.finding()).isEqualTo(Finding.DIFFERS);
        assertThat(answer.differences()).containsExactly("name");
        assertThat(answer.fields().path("name").asText()).isEqualTo("郑样名");
    }

    @Test
    void an_unregistered_diploma_is_not_found() {
        var answer = answer("diploma", "diploma", diplomaOf("feng-yangxue", "999901202105000099"));

        assertThat(answer.finding()).isEqualTo(Finding.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "zhang-shili, college-entrance, 2017, FOUND",
        "zhang-shili, academic-level, 2016, FOUND",
        "zhang-shili, college-entrance, 2018, NOT_FOUND",
        "zhang-shili, senior-entrance, 2017, NOT_FOUND",
        "wang-shifan, college-entrance, 2008, DIFFERS",
        "chen-yangli, academic-level, 2004, FOUND",
        "chen-yangli, college-entrance, 2005, NOT_FOUND",
    })
    void results_are_found_by_person_examination_and_year(String key, String exam, String year, Finding finding) {
        assertThat(scores(key, exam, year).finding()).isEqualTo(finding);
    }

    @Test
    void results_come_subject_by_subject_in_the_register_s_order() {
        var fields = scores("zhang-shili", "college-entrance", "2017").fields();

        assertThat(fields.path("subjects"))
                .extracting(s -> s.path("subject").asText())
                .startsWith("语文", "数学", "外语");
        assertThat(fields.at("/subjects/0/score").asText()).isEqualTo("121");
        assertThat(fields.path("total").asText()).isEqualTo("573");
        assertThat(fields.path("examTitle").asText()).isEqualTo("普通高等学校招生统一考试");
    }

    @Test
    void an_examination_of_grades_has_no_total() {
        var fields = scores("zhang-shili", "academic-level", "2016").fields();

        assertThat(fields.has("total")).isFalse();
        assertThat(fields.at("/subjects/2/score").asText()).isEqualTo("B+");
    }

    @Test
    void results_under_a_former_name_differ_and_show_the_name() {
        var answer = scores("wang-shifan", "college-entrance", "2008");

        assertThat(answer.differences()).containsExactly("name");
        assertThat(answer.fields().path("name").asText()).isEqualTo("王样帆");
        assertThat(answer.fields().path("subjects")).hasSize(4);
    }

    @Test
    void an_examination_nobody_knows_is_not_asked_for() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores("zhang-shili", "driving-test", "2017"))
                .withMessageContaining("driving-test");
        assertThatIllegalArgumentException().isThrownBy(() -> scores("zhang-shili", "college-entrance", "1066"));
    }

    private static Answer scores(String key, String exam, String year) {
        return answer("exam-authority", "scores", of(key).put("exam", exam).put("year", year));
    }

    @Test
    void an_examination_certificate_carries_level_subject_and_validity() {
        var held = person("zhang-shili").examCertificate();

        var fields =
                answer("teacher-system", "exam-certificate", of("zhang-shili")).fields();

        assertThat(fields.path("number").asText()).isEqualTo(held.number());
        assertThat(fields.path("schoolLevel").asText()).isEqualTo("primary");
        assertThat(fields.path("schoolLevelTitle").asText()).isEqualTo("小学");
        assertThat(fields.path("validUntil").asText())
                .isEqualTo(held.validUntil().toString());
    }

    @Test
    void a_mandarin_certificate_shows_its_grade() {
        var fields = answer("licence-store", "mandarin-certificate", of("cao-yanger"))
                .fields();

        assertThat(fields.path("grade").asText()).isEqualTo("二级乙等");
        assertThat(fields.path("score").asText()).isEqualTo("83.1");
    }

    @Test
    void a_licence_shows_its_face_to_its_holder_only() {
        var licence = licence("zhang-shili", "diploma-certificate");

        var own = answer("licence-store", "face", parameters("licence", licence, "name", name("zhang-shili")));
        var other = answer("licence-store", "face", parameters("licence", licence, "name", name("cao-yanger")));

        assertThat(own.fields().at("/surface/school").asText())
                .isEqualTo(person("zhang-shili").diploma().school());
        assertThat(other.finding()).isEqualTo(Finding.DIFFERS);
        assertThat(other.fields()).isEmpty();
    }

    private static String licence(String key, String type) {
        return StreamSupport.stream(
                        answer("licence-store", "licences", of(key))
                                .fields()
                                .path("licences")
                                .spliterator(),
                        false)
                .filter(licence -> licence.path("type").asText().equals(type))
                .map(licence -> licence.path("licence").asText())
                .findFirst()
                .orElseThrow();
    }

    private static String name(String key) {
        return person(key).name();
    }

    @Test
    void an_enterprise_is_found_by_its_code_alone() {
        var company = person("chen-yangli").organisation();

        var fields = answer("business-registry", "enterprise", parameters("uscc", company.uscc()))
                .fields();

        assertThat(fields.path("name").asText()).isEqualTo(company.name());
        assertThat(fields.path("legalRepresentative").asText()).isEqualTo("周示业");
        assertThat(fields.path("established").asText()).isEqualTo("2019-04-18");
        assertThat(fields.path("status").asText()).isEqualTo("存续");
        assertThat(answer("business-registry", "enterprise", parameters("uscc", "91319999MA1FT9999T"))
                        .finding())
                .isEqualTo(Finding.NOT_FOUND);
    }

    @Test
    void a_profile_fills_a_form() {
        var citizen = person("zhou-shiju");

        var fields = answer("citizen-cloud", "profile", parameters("idNumber", citizen.idNumber()))
                .fields();

        assertThat(fields.path("name").asText()).isEqualTo(citizen.name());
        assertThat(fields.path("phone").asText()).isEqualTo(citizen.phone());
        assertThat(fields.path("address").asText()).isEqualTo(citizen.address());
        assertThat(fields.has("householdDistrict")).isFalse();
    }

    @Test
    void a_stranger_has_no_profile() {
        assertThat(answer("citizen-cloud", "profile", parameters("idNumber", "319999190001010018"))
                        .finding())
                .isEqualTo(Finding.NOT_FOUND);
    }

    @Test
    void status_and_message_arrive_and_are_receipted() {
        var id = person("zhang-shili").idNumber();

        var status = answer(
                "citizen-cloud",
                "push-status",
                parameters(
                        "idNumber",
                        id,
                        "caseNumber",
                        "HN26X",
                        "itemTitle",
                        "教师资格认定",
                        "status",
                        "accepted",
                        "statusText",
                        "已受理",
                        "at",
                        "2026-11-23T01:00:00Z"));
        var message = answer(
                "citizen-cloud",
                "push-message",
                parameters("idNumber", id, "title", "受理通知", "text", "您的申请已受理。", "at", "2026-11-23T01:00:00Z"));

        assertThat(status.fields().path("receipt").asText()).startsWith("SMY");
        assertThat(message.fields().path("receipt").asText())
                .startsWith("SMY")
                .isNotEqualTo(status.fields().path("receipt").asText());
    }

    @Test
    void a_certificate_number_has_seventeen_digits_and_says_organ_kind_and_sex() {
        var answer = answer(
                "teacher-system",
                "certificate-number",
                of("zhang-shili")
                        .put("year", "2026")
                        .put("organ", "010")
                        .put("schoolLevel", "primary")
                        .put("sex", "2"));

        assertThat(answer.fields().path("number").asText()).matches("20263101022\\d{6}");
    }

    @Test
    void an_issued_certificate_is_registered_annulled_and_verified_by_name() {
        var certificate = certificate("20263101022000099").put("type", "teacher-certificate");
        certificate.putObject("surface").put("name", "张示例").put("subject", "语文");

        var licence = answer("licence-store", "register", certificate)
                .fields()
                .path("licence")
                .asText();
        var annulling = parameters("licence", licence, "status", "03", "reason", "撤销认定");
        assertThat(answer("licence-store", "change-status", annulling).finding())
                .isEqualTo(Finding.DONE);

        var verified = answer("licence-store", "verify", parameters("licence", licence))
                .fields();
        assertThat(verified.path("statusText").asText()).isEqualTo("撤销");
    }

    @Test
    void a_type_that_comes_with_the_call_is_registered_under_its_own_name() throws IOException {
        var type = new LicenceType(
                "tutor-card",
                "11319999T100000133908",
                "教学人员登记卡",
                List.of(new LicenceType.SurfaceField("RJJG", "institution", "任教机构")));
        var certificate = certificate("JX2026310101000001").put("type", type.key());
        certificate.set("declared", type.toJson());
        certificate.putObject("surface").put("institution", "海纳示例少儿编程培训中心");

        var licence = answer("licence-store", "register", certificate)
                .fields()
                .path("licence")
                .asText();

        assertThat(licence).contains(".11319999T100000133908.");
        var told = StreamSupport.stream(world.effects("licence-store").spliterator(), false)
                .map(effect -> effect.path("body"))
                .filter(body -> body.path("ZZBS").asText().equals(licence))
                .findFirst()
                .orElseThrow();
        assertThat(told.path("ZZMC").asText()).isEqualTo("教学人员登记卡");
        assertThat(told.path("surface").toString()).contains("RJJG", "任教机构", "海纳示例少儿编程培训中心");
    }

    @Test
    void a_wrong_date_is_named() {
        var certificate = of("zhang-shili").put("type", "teacher-certificate").put("number", "1");
        for (var key : new String[] {"issuer", "issuerName", "idType", "itemCode", "caseNumber", "surface", "pdf"}) {
            certificate.put(key, "x");
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer(
                        "licence-store",
                        "register",
                        certificate.put("version", "1").put("issuedOn", "23/11/2026")))
                .withMessageContaining("issuedOn");
    }

    private static ObjectNode certificate(String number) {
        return of("zhang-shili")
                .put("number", number)
                .put("version", "1")
                .put("issuer", "11319999T100000133")
                .put("issuerName", "海纳示范区教育局")
                .put("idType", "111")
                .put("issuedOn", "2026-11-23")
                .put("itemCode", "31019999000")
                .put("caseNumber", "HN26X")
                .put("pdf", "JVBERi0=");
    }

    private static ObjectNode diplomaOf(String key, String number) {
        return of(key).put("diplomaNumber", number);
    }

    private static Answer answer(String register, String query, ObjectNode parameters) {
        var answer = world.ask(register, query, parameters);
        var promised = RegisterCatalogue.get().findQuery(register, query).orElseThrow();
        assertThat(promised.findings()).contains(answer.finding());
        assertThat(promised.answers()).extracting(RegisterCatalogue.Field::key).containsAll(() -> answer.fields()
                .fieldNames());
        return answer;
    }
}
