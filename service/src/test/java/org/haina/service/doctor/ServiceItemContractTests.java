package org.haina.service.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haina.processes.ItemDefinition;
import org.haina.service.ServiceTest;
import org.haina.service.catalog.Artefacts;
import org.haina.service.catalog.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every promise between the files of every item; a new item is covered by lying in its folders. */
@ServiceTest
class ServiceItemContractTests {

    @Autowired
    Doctor doctor;

    @Autowired
    Catalog catalog;

    static List<String> items() {
        return Artefacts.read(null).keySet().stream()
                .filter(path -> path.matches("processes/[^/]+/[^/]+/item\\.yaml"))
                .map(path -> path.split("/")[1] + "/" + path.split("/")[2])
                .toList();
    }

    @ParameterizedTest
    @MethodSource("items")
    void an_item_keeps_every_promise_between_its_files(String item) {
        Diagnosis diagnosis = doctor.examine(item, null);

        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.lines()).singleElement().asString().startsWith("doctor: nothing found; 1 items");
    }

    @Test
    void all_items_are_offered() {
        assertThat(items()).isNotEmpty();
        assertThat(catalog.items().stream()
                        .map(item -> item.definition())
                        .map((ItemDefinition d) -> d.area() + "/" + d.key()))
                .containsExactlyInAnyOrderElementsOf(items());
    }

    @Test
    void an_item_nobody_ships_is_said_not_to_exist() {
        assertThat(doctor.examine("services/no-such-item", null).lines())
                .containsExactly("processes/services/no-such-item, services/no-such-item, there is no such item");
    }
}
