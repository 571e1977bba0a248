package org.haina.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.haina.processes.Finding;
import org.haina.service.ServiceTest;
import org.haina.service.catalog.Artefacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One thing broken at a time in an author's folder; the doctor names file, element and reason. */
@ServiceTest
class BrokenItemTests {

    private static final String ITEM = "services/teacher-qualification";
    private static final Map<String, byte[]> SHIPPED = Artefacts.read(null);

    @Autowired
    Doctor doctor;

    @TempDir
    Path overlay;

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            processes/#/item.yaml | clockPolicy: teacher-regulation | clockPolicy: no-such-law | clockPolicy | there is no clock policy no-such-law
            processes/#/item.yaml | clockPolicy: teacher-regulation | clockPolicy: advice | Message_NoticeExpired | the clock policy advice has no clock NOTICE
            processes/#/item.yaml | clockPolicy: teacher-regulation | clockPolicy: advice | Message_CorrectionExpired | the clock policy advice has no clock CORRECTION
            processes/#/item.yaml | promised: 20 | promised: 31 | limits.decision.promised | 30
            processes/#/item.yaml | basic: "310105002000" | basic: "31010500200" | codes | basic
            processes/#/item.yaml | query: no-crime | query: no-sin | public-security/no-sin | no register answers this question
            processes/#/item.yaml | query: no-crime | query: push-status | public-security/push-status | no register answers this question
            processes/#/item.yaml | compare: {name: name, sex: sex, birthDate: birthDate} | compare: {name: name, sex: gender} | compare sex | the form does not ask gender
            processes/#/item.yaml | compare: {name: name, sex: sex, birthDate: birthDate} | compare: {nickname: name} | compare nickname | is not in the register's answer
            processes/#/item.yaml | when: {field: route, in: [exam]} | when: {field: route, in: [examination]} | when route | does not offer examination
            processes/#/item.yaml | "licence:identity-card" | "licence:fishing-card" | materials identity | licence:fishing-card is not known
            processes/#/item.yaml | key: photo | key: portrait | photo | no material of the item
            processes/#/item.yaml | forms: {apply: apply, correct: apply} | forms: {apply: apply, correct: mend} | mend | item.yaml names the form mend
            processes/#/item.yaml | certificate: teacher-certificate | certificate: diploma | file | is missing
            processes/#/item.yaml | {key: decider, title | {key: mayor, title | roles | mayor
            processes/#/item.yaml | {step: Task_Checks, days: 2} | {step: Task_Pondering, days: 2} | handling.steps | the usual way of the model is [Task_Intake, Task_Checks
            processes/#/item.yaml | {step: Task_Review, days: 8} | {step: Task_Review, days: 9} | handling.steps | take 21 days, limits.decision.promised allows 20
            processes/#/item.yaml | {step: Task_Intake, days: 5} | {step: Task_Intake, days: 6} | handling.steps | take 6 days, limits.notice allows 5
            processes/#/item.yaml | visits: 0 | visits: 1 | handling.visitReason | exactly when somebody must come
            processes/#/facts.yaml | form sex | form gender | facts sex | gender is not a question of the form
            processes/#/facts.yaml | finding public-security/no-crime | finding public-security/identity-card | facts criminalRecord | is not a check of the item
            processes/#/facts.yaml | diploma/diploma level | diploma/diploma grade | facts diplomaLevel | is not in the register's answer
            processes/#/facts.yaml | sex: [form sex] | # nothing | facts sex | nothing provides it
            processes/#/facts.yaml | decision: teacher-qualification-eligibility | decision: teacher-luck | decision | there is no table teacher-luck.dmn
            processes/#/facts.yaml | filing day | day of the moon | file | Not a source of facts
            processes/phases/decision.bpmn | ${recordDecision} | ${grantInstantly} | mode | instant exactly when the process can grant without a person
            processes/phases/intake.bpmn | ${acceptApplication} | ${acceptAnything} | acceptAnything | there is no step of this name
            processes/phases/intake.bpmn | accept,correct,refuse,notRequired | accept,correct,refuse | Task_AcceptApplication | handled are
            processes/phases/review.bpmn | Task_ReviewApplication | Task_PonderApplication | Task_PonderApplication | nobody handles this task
            processes/#/teacher-qualification.bpmn | EndEvent_CaseGranted | EndEvent_CaseBlessed | EndEvent_CaseBlessed | no final status
            processes/#/teacher-qualification.bpmn | calledElement="review" | calledElement="gossip" | Task_Review | unknown process
            processes/#/item.yaml | publication: {fields: [schoolLevel | publication: {fields: [birthDate | publication.fields | not promoted
            processes/#/item.yaml | publication: {fields: [schoolLevel, subject]} | # nothing | publication | is missing: a grant is published
            processes/#/item.yaml | publication: {fields: [schoolLevel, subject]} | publication: {withheld: " "} | publication.withheld | a reason
            forms/#/apply.schema.json | "subject": {"type": "string" | "subject": {"format": "person-name", "type": "string" | publication subject | about a person
            forms/#/apply.layout.json | citizen.ethnicity | citizen.nickname | ethnicity | nothing is known as citizen.nickname
            forms/#/apply.layout.json | licence:diploma-certificate.major | licence:diploma-certificate.mood | major | nothing is known as licence:diploma-certificate.mood
            forms/#/apply.layout.json | "formal": {"zh": "所持证明" | "formal": {"zh": "您的证明" | route | a label that says 您
            forms/#/apply.layout.json | "formal": {"zh": "认定地" | "formal": {"zh": "您的认定地" | place | a title that says 您
            forms/#/apply.layout.json | "field": "phone" | "field": "fax" | apply | fax
            forms/#/samples/valid-primary-by-exam.json | "subject": "语文" | "subject": "占卜" | /subject | is found but not expected
            forms/#/samples/invalid-markup.json | <script>alert(1)</script> | 张示例 | /name text | is expected but not found
            certificates/#/teacher-certificate.yaml | holder.sex: form.sex | holder.gender: form.sex | file | surface
            certificates/#/teacher-certificate.html | data-bind="holder.name" | data-bind="holder.nickname" | holder.nickname | binds nothing to it
            certificates/#/samples/teacher-certificate.json | "subject" | "topic" | form.subject | is missing
            """)
    void a_broken_promise_is_named(String file, String right, String wrong, String element, String reason)
            throws IOException {
        String path = file.replace("#", ITEM);
        replace(path, right, wrong);

        Diagnosis diagnosis = doctor.examine(ITEM, overlay);

        assertThat(diagnosis.findings()).anySatisfy(finding -> {
            assertThat(finding.element()).contains(element);
            assertThat(finding.reason() + " " + finding.element()).contains(reason);
        });
        assertThat(diagnosis.lines()).allMatch(line -> line.split(", ").length >= 3);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            services/teacher-qualification | credit information is never asked under teacher-regulation
            services/score-certificate     | promise, but nothing may be promised and no paper handed in later
            """)
    void credit_information_where_it_must_not_be_asked_is_named(String item, String reason) throws IOException {
        replace(
                "processes/" + item + "/item.yaml",
                "checks:\n",
                "checks:\n  - {register: credit, query: person-standing, onOutage: manual, upon: promise}\n");

        assertThat(doctor.examine(item, overlay).findings()).anySatisfy(finding -> {
            assertThat(finding.file()).endsWith(item + "/item.yaml");
            assertThat(finding.element()).startsWith("checks[0].");
            assertThat(finding.reason()).contains(reason);
        });
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            outcome: notFiled | outcome: rejected | Task_FileRecord | the model has [filed, notFiled]
            Task_FileRecord: | Task_PonderRecord: | Task_PonderRecord | is no task of the item
            hint: 必须逐项 | hindrance: 必须逐项 | file | hindrance
            """)
    void words_of_an_item_s_own_that_do_not_fit_its_tasks_are_named(
            String right, String wrong, String element, String reason) throws IOException {
        String item = "institutions/recruitment-notice-filing";
        replace("processes/" + item + "/desk.yaml", right, wrong);

        assertThat(doctor.examine(item, overlay).findings()).anySatisfy(finding -> {
            assertThat(finding.file()).endsWith("/desk.yaml");
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            school-bus-permit.bpmn | name="organ">transport< | name="organ">government< | Task_AskTransport | asks government, for whose answer school-bus-regulation has no clock
            item.yaml | clockPolicy: school-bus-regulation | clockPolicy: administrative-licence | Task_AskPolice | administrative-licence has no clock
            item.yaml | {district: "310115", name: | {district: "310199", name: | Task_Decision | is handed to government, which 310199 does not have
            """)
    void organs_that_cannot_act_or_be_waited_for_are_named(
            String file, String right, String wrong, String element, String reason) throws IOException {
        String item = "services/school-bus-permit";
        replace("processes/" + item + "/" + file, right, wrong);

        assertThat(doctor.examine(item, overlay).findings()).anySatisfy(finding -> {
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            institutions/training-licence/item.yaml | clockPolicy: private-school-licence | clockPolicy: administrative-licence | limits.deferral | administrative-licence does not count how long papers may follow later
            institutions/training-licence/item.yaml | deferral: {length: 20 | deferral: {length: 60 | limits.deferral.length | not within the promised limit
            institutions/training-licence/item.yaml | secondary: true | secondary: false | materials[4].secondary | only a secondary paper
            phases/decision.bpmn | ${recordDecision} | ${recordFiling} | materials | only where the process decides
            """)
    void papers_that_may_not_or_cannot_follow_later_are_named(
            String file, String right, String wrong, String element, String reason) throws IOException {
        replace("processes/" + file, right, wrong);

        assertThat(doctor.examine("institutions/training-licence", overlay).findings())
                .anySatisfy(finding -> assertThat(finding.element() + " " + finding.reason())
                        .contains(element)
                        .contains(reason));
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            processes/#/item.yaml | clockPolicy: administrative-licence | clockPolicy: public-service | limits.rectification | public-service counts no time to put things right
            processes/#/item.yaml | clockPolicy: administrative-licence | clockPolicy: private-education | limits.laterCheck | private-education counts no later check
            processes/#/item.yaml | safety: [] | safety: [health] | safety | stated and empty
            processes/#/training-licence-change.bpmn | ${openLaterCheck} | ${deliverResult} | materials | opens a later check
            processes/phases/later-check.bpmn | ${annulGrant} | ${deliverResult} | mode | annuls what a broken promise has brought
            certificates/#/school-licence.yaml | validity: carried | validity: P3Y | validity | carried exactly when
            forms/#/apply.layout.json | "field": "licenceNumber" | "field": "oldNumber" | number.carried | asks for no field licenceNumber
            """)
    void an_approval_upon_a_promise_that_is_not_whole_is_named(
            String file, String right, String wrong, String element, String reason) throws IOException {
        String item = "institutions/training-licence-change";
        replace(file.replace("#", item), right, wrong);

        assertThat(doctor.examine(item, overlay).findings()).anySatisfy(finding -> {
            assertThat(finding.element()).contains(element);
            assertThat(finding.reason() + " " + finding.element()).contains(reason);
        });
    }

    @ParameterizedTest(name = "{1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            processes/#-renewal/item.yaml | item: training-licence, | item: fishing-licence, | renewal.item | there is no item fishing-licence that grants licences
            processes/#-renewal/item.yaml | item: training-licence, | item: score-certificate, | renewal.item | there is no item score-certificate that grants licences
            processes/#-renewal/item.yaml | clockPolicy: licence-renewal | clockPolicy: administrative-licence | renewal | administrative-licence has no clock RENEWAL
            processes/#-renewal/item.yaml | renewal: {item: training-licence, opens: 90, asked: 30} | # none | renewal | given exactly when the process renews
            processes/#-renewal/training-licence-renewal.bpmn | ${deemRenewed} | ${deliverResult} | renewal | given exactly when the process renews
            certificates/#-renewal/school-licence.yaml | validity: carried+P3Y | validity: carried | validity | carried with a period exactly when
            processes/#/item.yaml | limit: {length: 3, unit: months, from: opening} | # none | yearlyCheck.limit | missing
            processes/#/item.yaml | clockPolicy: private-school-licence | clockPolicy: administrative-licence | yearlyCheck.limit | administrative-licence has no clock YEARLY_CHECK
            processes/phases/yearly-check.bpmn | Task_CheckYearly" | Task_PonderYearly" | Task_PonderYearly | nobody handles this task
            processes/phases/yearly-check.bpmn | passed,rectify,failed,lapsed | passed,failed,lapsed | Task_CheckYearly | handled are
            """)
    void a_renewal_and_a_yearly_check_that_are_not_whole_are_named(
            String file, String right, String wrong, String element, String reason) throws IOException {
        String licence = "institutions/training-licence";
        replace(file.replace("#", licence), right, wrong);

        assertThat(doctor.examine(licence + (file.contains("#-renewal") ? "-renewal" : ""), overlay)
                        .findings())
                .anySatisfy(finding -> {
                    assertThat(finding.element()).contains(element);
                    assertThat(finding.reason()).contains(reason);
                });
    }

    @Test
    void a_folder_without_a_definition_is_found() throws IOException {
        Path form = overlay.resolve("forms/services/lost-item/apply.schema.json");
        Files.createDirectories(form.getParent());
        Files.writeString(form, "{}");

        assertThat(doctor.examine(overlay).findings())
                .contains(new Finding(
                        "processes/services/lost-item/item.yaml",
                        "file",
                        "is missing, the folder is no item without it"));
    }

    @Test
    void a_model_that_is_no_model_is_found() throws IOException {
        Path model = overlay.resolve("processes/phases/review.bpmn");
        Files.createDirectories(model.getParent());
        Files.writeString(model, "<bpmn");

        assertThat(doctor.examine(ITEM, overlay).findings())
                .extracting(Finding::file)
                .contains("processes/phases/review.bpmn");
    }

    private void replace(String path, String right, String wrong) throws IOException {
        String shipped = new String(SHIPPED.get(path), StandardCharsets.UTF_8);
        assertThat(shipped).contains(right);
        Path target = overlay.resolve(path);
        Files.createDirectories(target.getParent());
        Files.writeString(target, shipped.replace(right, wrong));
    }
}
