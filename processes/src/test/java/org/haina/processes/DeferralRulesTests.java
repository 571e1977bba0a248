package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 容缺受理 as data: what may follow after the acceptance, and what an item may not say of it. */
class DeferralRulesTests {
    private static final String ITEM = "institutions/training-licence/item.yaml";

    @Test
    void only_the_secondary_paper_may_follow_and_all_of_it_is_told() {
        ItemDefinition item = ItemDefinition.parse(Artefacts.bytes(ITEM));

        assertThat(item.takesDeferrals()).isTrue();
        assertThat(item.materials())
                .filteredOn(material -> material.deferral() != null)
                .extracting(ItemDefinition.Material::key)
                .containsExactly("staff");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            secondary: true                              | secondary: false                            | materials[4].secondary
            length: 20, unit: naturalDays                | length: 57, unit: naturalDays               | limits.deferral.length: 57 is not within the promised limit, which may end after 56 days
            length: 20, unit: naturalDays                | length: 0, unit: naturalDays                | limits.deferral.length
            length: 20, unit: naturalDays                | length: 20, unit: workingDays               | limits.deferral.unit
            naturalDays, from: acceptance}               | naturalDays, from: receipt}                 | limits.deferral.from
            unit: months, from: acceptance               | unit: months, from: receipt                 | limits.decision.from
            deferral: {length: 20, unit: naturalDays, from: acceptance} | '# none'                     | limits.deferral: given exactly when
            basis: 《上海市培训机构监督管理办法》（沪府规〔2024〕16号）关于办学许可容缺受理的规定 | basis: "" | materials[4].deferral.basis
            form: 校长                                   | shape: 校长                                 | materials[4].deferral.shape
            """)
    void what_does_not_agree_is_named(String before, String after, String problem) {
        assertThat(yaml()).contains(before);

        assertThat(problems(yaml().replace(before, after))).anyMatch(one -> one.startsWith(problem));
    }

    @Test
    void a_paper_that_cannot_be_uploaded_or_is_not_required_does_not_follow_later() {
        int at = yaml().indexOf("key: staff");
        String before = yaml().substring(0, at);
        String staff = yaml().substring(at);

        assertThat(problems(before
                        + staff.replaceFirst("\\[\"upload\"]", "[\"register:teacher-system\"]")
                                .replaceFirst("\\[pdf]", "[]")))
                .anyMatch(one -> one.startsWith("materials[4].sources"));
        assertThat(problems(before + staff.replaceFirst("required: true", "required: false")))
                .anyMatch(one -> one.startsWith("materials[4].required"));
    }

    private static String yaml() {
        return new String(Artefacts.bytes(ITEM), StandardCharsets.UTF_8);
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
