package org.haina.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.haina.processes.Finding;
import org.haina.service.ServiceTest;
import org.haina.service.catalog.Authoring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What would go wrong only once a case is granted is named before the item is offered; so is what it says of others. */
@ServiceTest
class BrokenCertificateTests {

    private static final String ITEM = "services/teacher-qualification";
    private static final String FOLDER = "certificates/" + ITEM + "/";
    private static final String YAML = FOLDER + "teacher-certificate.yaml";

    @Autowired
    Doctor doctor;

    @Autowired
    ApplicationContext context;

    @TempDir
    Path overlay;

    private Authoring author;

    @BeforeEach
    void an_author() {
        author = new Authoring(context, overlay);
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            yaml | form.subject | candidate.subject | yaml | bind qualification.subject | nothing is known by this name
            yaml | form.subject | form.examCertificateNumber | yaml | bind qualification.subject | under a condition, teacher-certificate.html reads it outside data-if
            yaml | form.subject | registers.diploma.diploma.shoeSize | yaml | bind qualification.subject | shoeSize is not in the answer of diploma/diploma
            yaml | form.subject | registers.exam-authority.scores.total | yaml | bind qualification.subject | exam-authority/scores is not a check of the item
            yaml | form.subject | registers.diploma.level | yaml | bind qualification.subject | registers.REGISTER.QUERY.FIELD
            yaml | materials.photo | materials.portrait | yaml | bind holder.photo | nobody uploads a material portrait
            yaml | holder.idNumber: holder.idNumber | holder.idNumber: holder.address | yaml | bind holder.idNumber | only [idNumber, idType, name] is known
            yaml | certificate.code: certificate.code | certificate.code: certificate.validUntil | yaml | bind certificate.code | has no validUntil
            yaml | source: teacher-system | source: diploma | yaml | number.source | diploma numbers no certificates
            yaml | publicFields: [ | publicFields: [holder.idNumber, | yaml | publicFields holder.idNumber | is not on the face
            yaml | ¶  qualification: q | ¶  rank: q | yaml | surface rank | is not on the face of 教师资格证书
            yaml | ¶  qualification: q | ¶  rank: q | yaml | surface qualification | stands on the face of 教师资格证书
            yaml | T100000133004 | T100000133006 | yaml | surface qualification | is not on the face of 校车标牌
            yaml | T100000133004 | T100000133909 | yaml | type | there is no licence type 11319999T100000133909
            yaml | signer: demonstration | signer: demonstration¶licenceType: {key: new-card, title: 新证, surface: [{key: name, element: XM, label: 姓名}]} | yaml | licenceType | is known without being declared
            yaml | signer: demonstration | signer: demonstration¶licenceType: {key: new-card, title: 新证, surface: [{key: name, element: XM, label: 姓名}]} | yaml | surface subject | is not on the face of 新证
            html | data-bind="holder.sex" | data-bind="holder.gender" | html | holder.gender | teacher-certificate.yaml binds nothing to it
            html | data-bind="holder.sex" | data-bind="holder.gender" | yaml | bind holder.sex | teacher-certificate.html does not read it
            """)
    void what_would_stop_a_certificate_after_the_grant_is_named(
            String changed, String right, String wrong, String file, String element, String reason) throws IOException {
        author.change(FOLDER + "teacher-certificate." + changed, right.replace("¶", "\n"), wrong.replace("¶", "\n"));

        assertThat(doctor.examine(ITEM, overlay).findings()).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(FOLDER + "teacher-certificate." + file);
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @Test
    void a_misspelt_source_is_blamed_where_it_stands_and_nowhere_else() throws IOException {
        author.change(YAML, "form.subject", "form.subjcet");

        assertThat(doctor.examine(ITEM, overlay).findings())
                .containsExactly(new Finding(
                        YAML, "bind qualification.subject", "form.subjcet: the form asks for no field subjcet"));
    }

    @Test
    void one_type_is_not_declared_by_two_items_in_different_words() throws IOException {
        String declared = "¶licenceType: {key: new-card, title: %s, surface: [{key: name, element: XM, label: 姓名}]}"
                .replace("¶", "\n");
        String code = "type: 11319999T100000133909";
        author.change(YAML, "type: 11319999T100000133004", code + declared.formatted("新证"));
        author.change(
                "certificates/services/score-certificate/score-certificate.yaml",
                "type: 11319999T100000133005",
                code + declared.formatted("另一种证"));

        assertThat(doctor.examine(ITEM, overlay).findings()).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(YAML);
            assertThat(finding.element()).isEqualTo("licenceType");
            assertThat(finding.reason()).contains("in other words by another item");
        });
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            teacher-qualification/item.yaml | 11319999MB0100001A | 11319999MB0999999A | authority.uscc | no organ is known by 11319999MB0999999A
            teacher-qualification/item.yaml | 310105002000 | 312099001000 | codes.implementation | belongs to services/consultation
            teacher-qualification/item.yaml | excludes: [teacher-qualification-senior] | excludes: [teacher-senior] | excludes teacher-senior | is no item
            teacher-qualification/item.yaml | "register:diploma" | "register:exam-authority" | materials diploma | no check of the item asks exam-authority
            teacher-qualification/teacher-qualification-eligibility.dmn | "asks" | "ask" | effect ask | is none of [bars, asks]
            teacher-qualification/item.yaml | statutory: 30 | statutory: 31 | limits.decision.statutory | 31 is more than the 30 of the clock policy teacher-regulation
            score-certificate/desk.yaml | grounds: [not-required] | grounds: [not-wanted] | Task_AcceptApplication | not-wanted is no ground
            score-certificate/item.yaml | 11319999MB0100001A2 | 11319999MB0100001A7 | authority.level | districts decide, the form does not ask which
            """)
    void what_an_item_says_of_others_is_true(String file, String right, String wrong, String element, String reason)
            throws IOException {
        String item = "services/" + file.substring(0, file.indexOf('/'));
        author.change("processes/services/" + file, right, wrong);
        if (element.equals("authority.level")) {
            author.change("processes/services/" + file, "level: 2", "level: 7");
        }

        assertThat(doctor.examine(item, overlay).findings()).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo("processes/services/" + file);
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.reason()).contains(reason);
        });
    }
}
