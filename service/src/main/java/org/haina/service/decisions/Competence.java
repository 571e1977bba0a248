package org.haina.service.decisions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.haina.processes.DecisionModel;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.keys.District;
import org.haina.service.workflow.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether an application is ours, by the item's small table for that alone. Asked at every submission, and a table says
 * the same of the same facts: what it said is remembered, because reading FEEL costs more than the rest of a submission.
 */
@Component
public class Competence {

    private static final int MOST = 1000;
    /** What the table says where the law leaves nobody who could license it. */
    private static final String NOBODY = "none";

    private final Decisions decisions;
    private final Catalog catalog;
    private final Organs organs;
    private final Clock clock;
    private final Map<Long, Optional<Table>> tables = new ConcurrentHashMap<>();
    private final Map<Asked, List<String>> answers = new ConcurrentHashMap<>();

    Competence(Decisions decisions, Catalog catalog, Organs organs, Clock clock) {
        this.decisions = decisions;
        this.catalog = catalog;
        this.organs = organs;
        this.clock = clock;
    }

    /** Why it is not ours and whose it is, in Chinese for the applicant; empty if it is ours. */
    public Optional<String> objection(ItemVersion item, ObjectNode form) {
        return tables.computeIfAbsent(item.id(), id -> table(item))
                .flatMap(table -> answer(item, table, form).stream().findFirst());
    }

    private String told(Map<String, Object> row) {
        EligibilityReason reason = EligibilityReason.of(row);
        String organ = String.valueOf(row.get("organ"));
        String whereTo = organ.equals(NOBODY) ? "" : "请向" + name(organ) + "申请";
        return reason.explanation() + whereTo + "（" + reason.clause() + "）。";
    }

    /** An organ of ours by its district, another authority by its name. */
    private String name(String organ) {
        return organ.matches("\\d{6}")
                ? organs.find(new District(organ)).map(Organ::name).orElse("有权机关")
                : organ;
    }

    private List<String> answer(ItemVersion item, Table table, ObjectNode form) {
        if (answers.size() >= MOST) {
            answers.clear();
        }
        CaseFacts known = new CaseFacts(form, Map.of(), LocalDate.now(clock));
        String process = catalog.process(item);
        Map<String, @Nullable Object> facts =
                table.sheet().collect(known, (key, asked) -> decisions.evaluate(process, key, asked));
        return answers.computeIfAbsent(
                new Asked(item.id(), facts), asked -> decisions.evaluate(process, table.key(), asked.facts()).stream()
                        .map(this::told)
                        .toList());
    }

    private static Optional<Table> table(ItemVersion item) {
        return FactSheet.of(item).flatMap(sheet -> Optional.ofNullable(sheet.competence())
                .map(key -> new Table(key, sheet.only(inputs(item, key)))));
    }

    private static Set<String> inputs(ItemVersion item, String key) {
        String file = key + ".dmn";
        return DecisionModel.parse(file, item.file("processes", file).orElseThrow())
                .facts();
    }

    private record Table(String key, FactSheet sheet) {}

    private record Asked(long item, Map<String, @Nullable Object> facts) {}
}
