package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author gets wrong is told when the form is read, with the place. */
class FormDefinitionTest {
    private static final String SCHEMA =
            """
            {'$schema': 'https://json-schema.org/draft/2020-12/schema', 'type': 'object', 'additionalProperties': false,
             'required': ['kind'], 'properties': {%s}}""";
    private static final String PROPERTIES =
            "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'string', 'maxLength': 20}";
    private static final String KIND =
            "{'field': 'kind', 'widget': 'radio', 'label': {'zh': '种类', 'en': 'Kind'}, 'options': [{'value': 'a', 'zh': '甲', 'en': 'A'}, {'value': 'b', 'zh': '乙', 'en': 'B'}]}";
    private static final String NOTE = "{'field': 'note', 'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}}";

    @Test
    void a_schema_and_a_layout_that_fit_make_a_form() {
        Form form = parse(PROPERTIES, KIND + "," + NOTE);

        assertThat(form.layout().questions().map(FormLayout.Question::field)).containsExactly("kind", "note");
        assertThat(form.layout().page("one").questions().get(0).required()).isTrue();
        assertThat(form.layout().page("one").questions().get(1).answer().maxLength())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'string'} | /properties/note: maxLength",
                "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'string', 'maxlength': 20} | unknown key \"maxlength\"",
                "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'string', 'maxLength': 20, 'format': 'mobile'} | unknown format mobile",
                "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'string', 'maxLength': 20, 'title': 'Note'} | unknown key \"title\"",
                "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'object'} | type must be one of",
                "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'array', 'items': {'type': 'string', 'maxLength': 5}} | maxItems",
                "'kind': {'type': 'string', 'enum': ['a', 'b', 'c']}, 'note': {'type': 'string', 'maxLength': 20} | options [a, b] but the schema admits [a, b, c]",
                "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'string', 'maxLength': 20}, 'more': {'type': 'boolean'} | never asks the schema's [more]",
                "'kind': {'type': 'string', 'enum': ['a', 'b']} | note: the schema has no such property",
                "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'boolean'} | widget text cannot ask for BOOLEAN",
                "'note': {'type': 'string', 'maxLength': 20} | required names kind",
                "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'string', 'maxLength': 20, 'pattern': '[0-9]+'} | must begin with ^",
                "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'string', 'maxLength': 20, 'pattern': '^[0-9$'} | pattern Unclosed",
                "'kind': {'type': 'string', 'enum': ['a', 'b']}, 'note': {'type': 'string', 'maxLength': '20'} | maxLength is no number",
            })
    void a_wrong_property_is_told(String properties, String problem) {
        assertThatThrownBy(() -> parse(properties, KIND + "," + NOTE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'widget': 'slider', 'label': {'zh': '备注', 'en': 'Note'} | one/note: unknown widget slider",
                "'widget': 'text', 'label': {'zh': '备注'} | one/note/label: en is missing",
                "'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}, 'when': {'field': 'other', 'equals': 'a'} | when names other, which no earlier question asks",
                "'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}, 'when': {'field': 'note', 'equals': 'a'} | when names note",
                "'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}, 'when': {'field': 'kind', 'equals': 'z'} | kind is one of [a, b]",
                "'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}, 'when': {'field': 'kind', 'equals': 'a', 'in': ['b']} | either equals or in",
                "'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}, 'when': {'field': 'kind'} | either equals or in",
                "'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}, 'prefill': 'name' | prefill is citizen.<claim>",
                "'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}, 'colour': 'red' | unknown key \"colour\"",
                "'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}, 'agreesWith': 'kind' | no earlier identity number",
                "'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}, 'after': 'kind' | after is of a date and names an earlier one",
                "'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}, 'options': 'planets' | unknown code list planets",
                "'widget': 'select', 'label': {'zh': '备注', 'en': 'Note'} | options do not fit the widget",
                "'widget': 'phone', 'label': {'zh': '备注', 'en': 'Note'} | widget phone needs a format",
                "'widget': 'photo', 'label': {'zh': '备注', 'en': 'Note'} | a file is no part of the data",
                "'widget': 'text', 'label': {'zh': '备注', 'en': 'Note'}, 'optional': true | only files say optional",
                "'widget': 'text', 'label': {'zh': '您的备注', 'en': 'Note'}, 'formal': {'zh': '', 'en': 'Note'} | one/note/formal: zh is missing",
            })
    void a_wrong_question_is_told(String question, String problem) {
        assertThatThrownBy(() -> parse(PROPERTIES, KIND + ",{'field': 'note', " + question + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void letters_use_the_formal_label_where_the_other_speaks_to_the_applicant() {
        Form form = parse(
                PROPERTIES,
                KIND + ",{'field': 'note', 'widget': 'text', 'label': {'zh': '您的备注', 'en': 'Your note'},"
                        + " 'formal': {'zh': '备注', 'en': 'Note'}}");

        assertThat(form.layout().page("one").questions())
                .extracting(FormLayout.Question::formalLabel)
                .containsExactly("种类", "备注");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'if': {} | unknown key \"if\"",
                "'allOf': [] | unknown key \"allOf\"",
                "'$defs': {} | unknown key \"$defs\"",
                "'dependentRequired': {} | unknown key \"dependentRequired\"",
                "'title': 'Form' | unknown key \"title\"",
                "'additionalProperties': true | additionalProperties must be false",
                "'$schema': 'http://json-schema.org/draft-07/schema#' | $schema must be",
            })
    void a_schema_carries_data_rules_only(String extra, String problem) {
        String schema = SCHEMA.formatted(PROPERTIES);
        String changed = schema.substring(0, schema.length() - 1) + ", " + extra + "}";

        assertThatThrownBy(() -> Form.parse(Forms.json(changed), layout(KIND + "," + NOTE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void a_question_asked_twice_and_a_page_key_twice_are_told() {
        assertThatThrownBy(() -> parse(PROPERTIES, KIND + "," + NOTE + "," + NOTE))
                .hasMessageContaining("note: asked twice");
        assertThatThrownBy(() -> parse(PROPERTIES, KIND)).hasMessageContaining("never asks the schema's [note]");
    }

    private static Form parse(String properties, String questions) {
        return Form.parse(Forms.json(SCHEMA.formatted(properties)), layout(questions));
    }

    private static com.fasterxml.jackson.databind.JsonNode layout(String questions) {
        return Forms.json(
                "{'pages': [{'key': 'one', 'title': {'zh': '一', 'en': 'One'}, 'questions': [" + questions + "]}]}");
    }
}
