package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an item says for whose child a guardian may apply. */
class GuardianRulesTests {
    private static final String YAML =
            new String(Artefacts.bytes("services/enrolment-deferral/item.yaml"), StandardCharsets.UTF_8);

    @Test
    void a_guardian_is_told_what_the_law_asks_and_how_to_withdraw() {
        ItemDefinition item = ItemDefinition.parse(YAML.getBytes(StandardCharsets.UTF_8));

        assertThat(item.applicants())
                .extracting(ItemDefinition.Applicant::type)
                .containsExactly(ItemDefinition.ApplicantType.GUARDIAN);
        assertThat(item.guardianConsent().withdrawal()).contains("随时撤回同意");
        assertThat(item.guardianConsent().basis()).contains("第三十一条");
        assertThat(item.legalBasis())
                .extracting(ItemDefinition.LegalBasis::article)
                .containsExactly("第十一条第二款");
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            - type: guardian | - type: person | guardianConsent: given exactly
            agent: true      | agent: false   | applicants: a guardian
            retention:       | keeping:       | guardianConsent.keeping
            retention:       | '# kept:'      | guardianConsent.retention
            """)
    void an_item_that_leaves_some_of_it_open_is_refused(String before, String after, String path) {
        assertThat(YAML).contains(before);

        InvalidItemException refused = catchThrowableOfType(
                InvalidItemException.class,
                () -> ItemDefinition.parse(YAML.replace(before, after).getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.problems()).anyMatch(problem -> problem.startsWith(path));
    }
}
