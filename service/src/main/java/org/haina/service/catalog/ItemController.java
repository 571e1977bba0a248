package org.haina.service.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.processes.ItemDefinition;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.keys.ItemKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to apply for, for programs. */
@RestController
@RequestMapping("/api/v1/items")
@MayCall(Who.ANYBODY)
class ItemController {

    private final Catalog catalog;
    private final Clock clock;

    ItemController(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "All items one can apply for")
    Map<String, List<Summary>> list() {
        return Map.of("items", catalog.items().stream().map(this::summary).toList());
    }

    @GetMapping("/{key}")
    @Operation(summary = "One item with the elements of its guide")
    ItemDefinition get(@PathVariable String key) {
        return catalog.current(ItemKey.find(key).orElseThrow(Catalog::unknown)).definition();
    }

    @GetMapping("/{key}/forms/{form}")
    @Operation(summary = "A form of an item: JSON Schema 2020-12 and layout")
    Map<String, JsonNode> form(@PathVariable String key, @PathVariable String form) {
        ItemVersion item = catalog.current(ItemKey.find(key).orElseThrow(Catalog::unknown));
        ItemDefinition.Forms forms = item.definition().forms();
        if (!form.equals(forms.apply()) && !form.equals(forms.correct())) {
            throw Catalog.unknown();
        }
        return Map.of("schema", item.json(form + ".schema.json"), "layout", item.json(form + ".layout.json"));
    }

    private Summary summary(ItemVersion item) {
        ItemDefinition d = item.definition();
        boolean open = Optional.ofNullable(d.window())
                .map(w -> w.openOn(LocalDate.now(clock)).isPresent())
                .orElse(true);
        return new Summary(d.key(), d.area(), d.title().zh(), d.title().en(), d.version(), open);
    }

    private record Summary(String key, String area, String title, String titleEn, String version, boolean open) {}
}
