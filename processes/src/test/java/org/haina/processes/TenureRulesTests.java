package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Renewal and yearly check as data: what an item must say of them, and may not. */
class TenureRulesTests {

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            -renewal | item: training-licence,          | item: "",                                | renewal.item
            -renewal | item: training-licence,          | item: training-licence-renewal,          | renewal.item: another item
            -renewal | {item: training-licence, opens   | {licence: training-licence, opens        | renewal
            -renewal | opens: 90                        | opens: 30                                | renewal.opens
            -renewal | asked: 30                        | asked: 0                                 | renewal.asked
            -renewal | mode: instant                    | mode: promised                           | mode: instant where licences are renewed
            -renewal | certificate: school-licence      | '# none'                                 | certificate: a renewal issues
            ''       | limit: {length: 3, unit: months, from: opening} | '# none'                  | yearlyCheck.limit
            ''       | limit: {length: 3, unit: months, from: opening} | limit: {length: 0, unit: months, from: opening} | yearlyCheck.limit.length
            ''       | unit: months, from: opening      | unit: months, from: decision             | yearlyCheck.limit.from
            ''       | naturalDays, from: notice        | naturalDays, from: opening               | yearlyCheck.rectification.from
            ''       | month: 3                         | month: 13                                | yearlyCheck.month
            ''       | day: 1                           | day: 29                                  | yearlyCheck.day
            ''       | shape: licence                   | shape: request                           | yearlyCheck: only of an item
            """)
    void what_cannot_be_renewed_or_checked_is_named(String item, String before, String after, String problem) {
        String yaml = new String(
                Artefacts.bytes("institutions/training-licence" + item + "/item.yaml"), StandardCharsets.UTF_8);
        assertThat(yaml).contains(before);
        assertThat(problems(yaml)).isEmpty();

        assertThat(problems(yaml.replace(before, after))).anyMatch(one -> one.startsWith(problem));
    }

    private static List<String> problems(String yaml) {
        try {
            ItemDefinition.parse(yaml.getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (InvalidItemException e) {
            return e.problems();
        }
    }
}
