package org.haina.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormPropertiesTest {
    private static final Form FORM = Forms.teacher();
    private static final List<String> FIELDS =
            FORM.layout().questions().map(FormLayout.Question::field).toList();
    private static final List<String> CODES = FORM.layout()
            .questions()
            .flatMap(question -> question.options().stream().map(FormLayout.Option::value))
            .distinct()
            .toList();

    @Property(tries = 300)
    void posting_back_what_a_page_shows_changes_nothing(@ForAll("filed") ObjectNode data) {
        for (FormLayout.Page page : FORM.layout().pages())
            assertThat(FORM.bind(page.key(), FORM.inputs(page.key(), data), data))
                    .isEqualTo(data);
    }

    @Property(tries = 300)
    void a_form_filled_page_by_page_equals_the_form_filed(@ForAll("filed") ObjectNode data) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();

        for (FormLayout.Page page : FORM.layout().pages())
            draft = FORM.bind(page.key(), FORM.inputs(page.key(), data), draft);

        assertThat(draft).isEqualTo(data);
        assertThat(FORM.check(draft)).isEmpty();
    }

    @Property(tries = 500)
    void whatever_is_posted_no_hidden_or_unknown_answer_remains(
            @ForAll("filed") ObjectNode data, @ForAll("posts") Map<String, List<String>> post) {
        ObjectNode bound = data;
        for (FormLayout.Page page : FORM.layout().pages()) bound = FORM.bind(page.key(), post, bound);

        assertThat(FORM.check(bound)).extracting(Finding::rule).doesNotContain("hidden", "unknown");
        ObjectNode shown = bound;
        FORM.layout()
                .questions()
                .filter(question -> !FORM.visible(question, shown))
                .forEach(question -> assertThat(shown.has(question.field())).isFalse());
    }

    @Property(tries = 500)
    void any_object_gets_at_most_one_finding_for_each_answer(@ForAll("objects") ObjectNode data) {
        List<Finding> findings = FORM.check(data);

        assertThat(findings).extracting(Finding::pointer).doesNotHaveDuplicates();
        assertThat(findings).extracting(Finding::message).allMatch(message -> message.length() < 120);
    }

    @Property(tries = 300)
    void the_pages_findings_are_the_forms_findings(@ForAll("objects") ObjectNode data) {
        List<Finding> byPage = new ArrayList<>();
        FORM.layout().pages().forEach(page -> byPage.addAll(FORM.checkPage(page.key(), data)));

        assertThat(FORM.check(data).stream().filter(f -> !f.rule().equals("unknown")))
                .containsExactlyElementsOf(byPage);
    }

    @Property(tries = 300)
    void removing_any_required_answer_is_found(@ForAll("filed") ObjectNode filed, @ForAll("fields") String field) {
        ObjectNode data = filed.deepCopy();
        boolean required = FORM.layout().questions().anyMatch(q -> q.field().equals(field) && q.required());
        if (!required || data.remove(field) == null) return;

        assertThat(FORM.check(data)).contains(new Finding("/" + field, "required", missing(field)));
    }

    private static String missing(String field) {
        return FORM.layout()
                .questions()
                .filter(q -> q.field().equals(field))
                .map(Messages::missing)
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<ObjectNode> filed() {
        List<Path> samples = Forms.samples("valid-");
        return Arbitraries.of(samples).map(sample -> (ObjectNode) Forms.read(sample));
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(FIELDS);
    }

    @Provide
    Arbitrary<Map<String, List<String>>> posts() {
        Arbitrary<String> names =
                Arbitraries.of(Stream.concat(FIELDS.stream(), Stream.of("birthDate.year", "birthDate.month", "admin"))
                        .toList());
        return Arbitraries.maps(names, texts().list().ofMaxSize(3)).ofMaxSize(20);
    }

    @Provide
    Arbitrary<ObjectNode> objects() {
        Arbitrary<String> names = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, Arbitraries.of(FIELDS)),
                net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(50)));
        Arbitrary<JsonNode> values = Arbitraries.oneOf(
                texts().map(text -> (JsonNode) JsonNodeFactory.instance.textNode(text)),
                Arbitraries.integers().map(number -> (JsonNode) JsonNodeFactory.instance.numberNode(number)),
                Arbitraries.of(true, false).map(yes -> (JsonNode) JsonNodeFactory.instance.booleanNode(yes)),
                Arbitraries.of(
                        JsonNodeFactory.instance.nullNode(),
                        JsonNodeFactory.instance.arrayNode().add("a"),
                        JsonNodeFactory.instance.objectNode().put("a", 1)));
        return Combinators.combine(filed(), Arbitraries.maps(names, values).ofMaxSize(8))
                .as((filed, changes) -> {
                    ObjectNode data = filed.deepCopy();
                    changes.forEach((name, value) -> data.set(name, value));
                    return data;
                });
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(CODES),
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().numeric().ofMaxLength(20));
    }
}
