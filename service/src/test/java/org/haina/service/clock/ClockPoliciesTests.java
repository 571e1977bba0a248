package org.haina.service.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockPoliciesTests {

    private static final String RULE =
            """
            key: x
            title: x
            law: x
            clocks:
              - clock: DECISION
                article: x
                text: x
                starts: [{ at: ACCEPTED, from: MOMENT }]
                ends: [DECIDED]
                includesDelivery: false
                onExpiry: ESCALATE
            """;

    @Test
    void each_statute_has_its_policy() {
        assertThat(new ClockPolicies().keys())
                .containsExactlyInAnyOrder(
                        "administrative-licence",
                        "licence-renewal",
                        "teacher-regulation",
                        "private-education",
                        "private-school-licence",
                        "advice",
                        "public-service",
                        "information-disclosure",
                        "school-bus-regulation",
                        "complaint",
                        "none");
    }

    @Test
    void every_rule_cites_law_article_and_text() {
        var policies = new ClockPolicies();

        assertThat(policies.keys())
                .allSatisfy(key -> assertThat(policies.get(key).clocks())
                        .allSatisfy(rule -> assertThat(policies.get(key).cite(rule, rule.article(), rule.text()))
                                .matches("《.+》(第.+条|（.+号）.+).*：.+")));
    }

    @Test
    void deemed_acceptance_belongs_to_licences_only() {
        var policies = new ClockPolicies();

        assertThat(policies.keys().stream().filter(key -> policies.get(key).clocks().stream()
                        .anyMatch(rule -> rule.onExpiry() == Consequence.DEEMED_ACCEPTED)))
                .containsExactlyInAnyOrder(
                        "administrative-licence", "licence-renewal", "private-school-licence", "school-bus-regulation");
    }

    @Test
    void under_the_policy_none_no_clock_runs() {
        assertThat(new Story("none", LimitTerms.ofPolicy())
                        .on("2026-11-23", Moment.RECEIVED)
                        .ledger())
                .extracting(LedgerEntry::act)
                .containsExactly(LedgerEntry.Act.NOTED);
    }

    @Test
    void an_unknown_policy_is_named_in_the_error() {
        assertThatThrownBy(() -> new ClockPolicies().get("no-such-law")).hasMessageContaining("no-such-law");
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    onExpire: ESCALATE      | onExpiry: ESCALATE
                    onExpiry: SHRUG         | onExpiry: ESCALATE
                    ends: []                | ends: [DECIDED]
                    ends: [DELIVERED]       | ends: [DECIDED]
                    includesDelivery: true  | includesDelivery: false
                    text: doubled           | onExpiry: ESCALATE
                    """)
    void a_policy_that_is_misspelt_or_contradicts_itself_is_refused(String wrong, String right) {
        assertThat(read(RULE).rule(ClockName.DECISION)).isPresent();
        assertThatThrownBy(() -> read(RULE.replace(right, wrong))).isInstanceOf(Exception.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onExpiry: ESCALATE", "text: x", "article: x"})
    void a_policy_that_leaves_something_out_is_refused(String line) {
        assertThatThrownBy(() -> read(RULE.replace(line, ""))).isInstanceOf(Exception.class);
    }

    private static ClockPolicy read(String yaml) {
        try (var in = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))) {
            return ClockPolicies.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
