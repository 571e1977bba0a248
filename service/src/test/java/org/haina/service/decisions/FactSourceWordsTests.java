package org.haina.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haina.service.ReferencePage;
import org.junit.jupiter.api.Test;

class FactSourceWordsTests {

    @Test
    void the_reference_names_each_source_in_words_that_are_understood() {
        List<Class<?>> told = new ReferencePage("docs/item-reference.md")
                .table("fact").stream()
                        .<Class<?>>map(row ->
                                FactSource.parse(row.get(0).replace("`", "")).getClass())
                        .toList();

        assertThat(told).containsExactlyInAnyOrder(FactSource.class.getPermittedSubclasses());
    }
}
