package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormBindingTest {
    private static final Form TEACHER = Forms.teacher();
    private static final Form VISIT = Form.parse(
            Forms.json(
                    """
                    {'$schema': 'https://json-schema.org/draft/2020-12/schema', 'type': 'object', 'additionalProperties': false,
                     'required': ['days', 'born', 'licensed'], 'properties': {
                       'days': {'type': 'array', 'items': {'type': 'string', 'enum': ['mon', 'tue', 'wed']}, 'minItems': 2, 'maxItems': 2, 'uniqueItems': true},
                       'places': {'type': 'integer', 'minimum': 1, 'maximum': 50},
                       'fee': {'type': 'number', 'minimum': 0},
                       'born': {'type': 'string', 'maxLength': 10, 'format': 'past-date'},
                       'planned': {'type': 'string', 'maxLength': 10, 'format': 'date'},
                       'licensed': {'type': 'boolean'},
                       'licence': {'type': 'string', 'maxLength': 10},
                       'news': {'type': 'boolean'}}}"""),
            Forms.json(
                    """
                    {'pages': [
                      {'key': 'one', 'title': {'zh': '一', 'en': 'One'}, 'questions': [
                        {'field': 'days', 'widget': 'checkbox', 'label': {'zh': '日子', 'en': 'Days'}, 'options': [
                          {'value': 'mon', 'zh': '周一', 'en': 'Monday'}, {'value': 'tue', 'zh': '周二', 'en': 'Tuesday'}, {'value': 'wed', 'zh': '周三', 'en': 'Wednesday'}]},
                        {'field': 'places', 'widget': 'text', 'label': {'zh': '人数', 'en': 'Places'}, 'when': {'field': 'days', 'equals': 'mon'}},
                        {'field': 'fee', 'widget': 'text', 'label': {'zh': '费用', 'en': 'Fee'}},
                        {'field': 'born', 'widget': 'birthdate', 'label': {'zh': '出生日期', 'en': 'Born'}},
                        {'field': 'planned', 'widget': 'date', 'label': {'zh': '计划日期', 'en': 'Planned'}},
                        {'field': 'licensed', 'widget': 'radio', 'label': {'zh': '有证', 'en': 'Licensed'}, 'options': [
                          {'value': 'true', 'zh': '有', 'en': 'Yes'}, {'value': 'false', 'zh': '没有', 'en': 'No'}]}]},
                      {'key': 'two', 'title': {'zh': '二', 'en': 'Two'}, 'questions': [
                        {'field': 'licence', 'widget': 'text', 'label': {'zh': '证号', 'en': 'Licence'}, 'when': {'field': 'licensed', 'equals': true}},
                        {'field': 'news', 'widget': 'checkbox', 'label': {'zh': '接收消息', 'en': 'News'}}]}]}"""),
            Forms.DEMO);

    @Test
    void html_inputs_become_typed_answers() {
        ObjectNode data = VISIT.bind(
                "one",
                Map.of(
                        "days", List.of("mon", "wed", "mon"),
                        "places", List.of(" ３０ "),
                        "fee", List.of("12.50"),
                        "born.year", List.of("1998"),
                        "born.month", List.of("3"),
                        "born.day", List.of(" 5 "),
                        "planned", List.of("2027年1月2日"),
                        "licensed", List.of("true")),
                Forms.object("{}"));

        assertThat(data)
                .isEqualTo(Forms.object(
                                "{'days': ['mon', 'wed'], 'places': 30, 'born': '1998-03-05', 'planned': '2027-01-02', 'licensed': true}")
                        .set("fee", data.get("fee")));
        assertThat(data.get("fee").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(VISIT.check(data)).isEmpty();
    }

    @Test
    void what_cannot_be_converted_stays_and_is_named() {
        ObjectNode data = VISIT.bind(
                "one",
                Map.of(
                        "days", List.of("mon"),
                        "places", List.of("三十"),
                        "fee", List.of("-1"),
                        "born.year", List.of("1998"),
                        "born.month", List.of("13"),
                        "planned", List.of("soon"),
                        "licensed", List.of("maybe")),
                Forms.object("{}"));

        assertThat(data.path("places").asText()).isEqualTo("三十");
        assertThat(VISIT.checkPage("one", data))
                .containsExactly(
                        new Finding("/days", "minItems", "“日子”至少选择2项"),
                        new Finding("/places", "type", "“人数”请填写整数"),
                        new Finding("/fee", "minimum", "“费用”不能小于0"),
                        new Finding("/born", "format", "“出生日期”没有这一天，请核对年、月、日"),
                        new Finding("/planned", "format", "“计划日期”没有这一天，请核对年、月、日"),
                        new Finding("/licensed", "type", "“有证”填写的内容类型不对，请重新填写"));
    }

    @Test
    void a_half_filled_birth_date_comes_back_into_its_boxes() {
        ObjectNode data =
                VISIT.bind("one", Map.of("born.year", List.of("1998"), "born.day", List.of("5")), Forms.object("{}"));

        assertThat(VISIT.inputs("one", data))
                .containsEntry("born.year", List.of("1998"))
                .containsEntry("born.month", List.of(""))
                .containsEntry("born.day", List.of("05"));
    }

    @Test
    void an_answer_changed_on_one_page_removes_what_it_hides_on_another() {
        ObjectNode before = Forms.object("{'licensed': true, 'licence': 'A1', 'news': true}");

        ObjectNode after = VISIT.bind("one", Map.of("licensed", List.of("false")), before);

        assertThat(after).isEqualTo(Forms.object("{'licensed': false, 'news': true}"));
        assertThat(before.has("licence")).isTrue();
    }

    @Test
    void an_unticked_box_is_no_and_an_unticked_declaration_is_no_answer() {
        assertThat(VISIT.bind("two", Map.of(), Forms.object("{'news': true}")))
                .isEqualTo(Forms.object("{'news': false}"));
        assertThat(TEACHER.bind("declaration", Map.of(), Forms.sample("valid-primary-by-exam"))
                        .has("truthDeclared"))
                .isFalse();
    }

    @Test
    void unknown_names_and_other_pages_fields_are_ignored() {
        ObjectNode data = VISIT.bind(
                "two",
                Map.of("_csrf", List.of("x"), "fee", List.of("1"), "admin", List.of("true")),
                Forms.object("{}"));

        assertThat(data).isEqualTo(Forms.object("{'news': false}"));
    }

    @Test
    void a_fixed_answer_is_kept_whatever_is_posted() {
        ObjectNode data = Forms.sample("valid-primary-by-exam");
        Map<String, List<String>> post = new HashMap<>(TEACHER.inputs("person", data));
        post.put("name", List.of("李冒名"));
        post.put("phone", List.of("+86 139 0000 0000"));

        ObjectNode bound = TEACHER.bind("person", post, data);

        assertThat(bound.path("name").asText()).isEqualTo("张示例");
        assertThat(bound.path("phone").asText()).isEqualTo("13900000000");
    }

    @Test
    void what_is_known_is_filled_in_unless_it_is_wrong_or_already_answered() {
        Map<String, String> known = Map.of(
                "citizen.name", "张示例",
                "citizen.idType", "111",
                "citizen.idNumber", "319999199803050021",
                "citizen.birthDate", "1998-03-05",
                "citizen.sex", "1",
                "citizen.phone", "no phone",
                "licence:mandarin-certificate.grade", "二级甲等");

        ObjectNode data =
                TEACHER.prefill(Forms.object("{'mandarinLevel': '一级乙等'}"), key -> Optional.ofNullable(known.get(key)));

        assertThat(data)
                .isEqualTo(
                        Forms.object(
                                "{'mandarinLevel': '一级乙等', 'idType': '111', 'name': '张示例', 'idNumber': '319999199803050021', 'birthDate': '1998-03-05'}"));
    }

    @Test
    void answers_are_shown_in_words() {
        ObjectNode data = Forms.sample("valid-primary-by-exam");

        assertThat(words("schoolLevel", data)).isEqualTo("小学教师资格");
        assertThat(words("district", data)).isEqualTo("黄浦区");
        assertThat(words("birthDate", data)).isEqualTo("1998年3月5日");
        assertThat(words("electronicService", data)).isEqualTo("同意，网上送达");
        assertThat(words("truthDeclared", data)).isEqualTo("已确认");
        assertThat(words("remarks", data)).isEqualTo("未填写");
    }

    @Test
    void secrets_are_cut_out_and_put_back() {
        ObjectNode data = Forms.sample("valid-primary-by-exam");

        Form.Split split = TEACHER.split(data);

        assertThat(split.secret().fieldNames()).toIterable().containsExactlyInAnyOrder("idNumber", "phone", "address");
        assertThat(split.open().toString()).doesNotContain("319999199803050021").doesNotContain("13800000000");
        assertThat(split.whole()).isEqualTo(data);
    }

    @Test
    void canonical_answers_have_one_spelling() {
        ObjectNode data = Forms.sample("valid-primary-by-exam");
        data.put("name", " 买买提 • 示例 ").put("phone", "138 0000 0000").put("remarks", "  ");

        ObjectNode canonical = TEACHER.canonical(data);

        assertThat(canonical.path("name").asText()).isEqualTo("买买提·示例");
        assertThat(canonical.path("phone").asText()).isEqualTo("13800000000");
        assertThat(canonical.has("remarks")).isFalse();
    }

    @Test
    void a_correction_of_the_route_opens_what_hangs_on_it_and_touches_nothing_else() {
        ObjectNode filed = Forms.sample("valid-primary-by-exam");
        List<FormLayout.Question> open = TEACHER.reopened(Set.of("route"));

        ObjectNode corrected = TEACHER.bind(
                open,
                Map.of(
                        "route", List.of("normal-student"),
                        "abilityCertificateNumber", List.of("2026999903000002"),
                        "abilityCertificateDate", List.of("2026-06-15"),
                        "name", List.of("李冒名")),
                filed);

        assertThat(open)
                .extracting(FormLayout.Question::field)
                .containsExactly(
                        "route",
                        "examCertificateNumber",
                        "examCertificateDate",
                        "abilityCertificateNumber",
                        "abilityCertificateDate",
                        "exam-certificate",
                        "ability-certificate");
        assertThat(TEACHER.check(corrected)).isEmpty();
        assertThat(corrected.has("examCertificateNumber")).isFalse();
        assertThat(corrected.path("name")).isEqualTo(filed.path("name"));
    }

    @Test
    void answers_to_questions_not_asked_can_be_dropped() {
        ObjectNode data = Forms.sample("valid-primary-by-exam").put("school", "示例小学");

        assertThat(TEACHER.withoutHidden(data)).isEqualTo(Forms.sample("valid-primary-by-exam"));
    }

    private static String words(String field, ObjectNode data) {
        FormLayout.Question question = TEACHER.layout()
                .questions()
                .filter(q -> q.field().equals(field))
                .findFirst()
                .orElseThrow();
        return TEACHER.words(question, data);
    }
}
