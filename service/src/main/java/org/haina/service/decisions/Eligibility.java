package org.haina.service.decisions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.haina.integrations.registers.Answer;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.checks.Checks;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.Decisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the item's table says about the conditions: advice to the reviewer, and to citizens before they apply. */
@Service
public class Eligibility {

    private static final Set<CaseStatus> UNDECIDED = EnumSet.of(CaseStatus.REVIEWING, CaseStatus.DECIDING);

    private final EligibilityRows rows;
    private final Catalog catalog;
    private final Cases cases;
    private final Checks checks;
    private final Decisions decisions;
    private final List<FurtherCondition> further;
    private final Clock clock;
    private final Map<Long, Optional<FactSheet>> sheets = new ConcurrentHashMap<>();

    Eligibility(
            EligibilityRows rows,
            Catalog catalog,
            Cases cases,
            Checks checks,
            Decisions decisions,
            List<FurtherCondition> further,
            Clock clock) {
        this.rows = rows;
        this.catalog = catalog;
        this.cases = cases;
        this.checks = checks;
        this.decisions = decisions;
        this.further = List.copyOf(further);
        this.clock = clock;
    }

    /** What speaks against an application of these answers, as far as it can be known without registers. */
    public List<EligibilityReason> forecast(ItemVersion item, ObjectNode form) {
        String process = catalog.process(item);
        return weigh(
                item,
                new CaseFacts(form, Map.of(), LocalDate.now(clock)),
                (table, facts) -> decisions.evaluate(process, table, facts));
    }

    /** The fields of the application form that the item's table weighs. */
    public Set<String> fieldsWeighed(ItemVersion item) {
        return sheet(item).map(FactSheet::fields).orElse(Set.of());
    }

    /** What was found last, once the checks are done. */
    public Optional<List<EligibilityReason>> of(CaseNumber number) {
        return rows.last(number);
    }

    /** All that was found up to now: what stands, and what stood and is gone; empty as long as nothing has been weighed. */
    public Optional<List<Doubt>> course(CaseFile file) {
        if (UNDECIDED.contains(file.status())) {
            look(file);
        }
        return rows.course(file.number());
    }

    /** As {@link #of}, weighed anew as long as nothing is decided; what has changed is kept beside what was found before. */
    Optional<List<EligibilityReason>> look(CaseFile file) {
        Optional<List<EligibilityReason>> last = rows.last(file.number());
        if (last.isEmpty() || !UNDECIDED.contains(file.status())) {
            return last;
        }
        return file.processInstance()
                .flatMap(decisions::definition)
                .map(process -> weigh(file, process))
                .map(now -> {
                    rows.keep(file.number(), now, clock.instant());
                    return now;
                })
                .or(() -> last);
    }

    /**
     * Weighs the conditions, keeps the result and brings the case into review; true if nothing bars it.
     *
     * @param processDefinition the case's, which names the release whose tables hold for it
     */
    boolean determine(CaseNumber number, String processDefinition) {
        List<EligibilityReason> reasons = weigh(number, processDefinition);
        boolean eligible = reasons.stream().noneMatch(EligibilityReason::bars);
        rows.keep(number, reasons, clock.instant());
        cases.move(number, CaseMove.BEGIN_REVIEW, Actor.SYSTEM, "");
        return eligible;
    }

    /** What the item's tables, and who else knows, say of a case as it is known now; keeps and moves nothing. */
    List<EligibilityReason> weigh(CaseNumber number, String processDefinition) {
        return weigh(cases.get(number), processDefinition);
    }

    private List<EligibilityReason> weigh(CaseFile file, String processDefinition) {
        CaseNumber number = file.number();
        Map<String, Answer> answers = new HashMap<>();
        checks.of(number).forEach(c -> c.answer().ifPresent(a -> answers.put(c.register() + "/" + c.query(), a)));
        ObjectNode form = cases.answers(file);
        LocalDate filedOn = LocalDate.ofInstant(file.receivedAt(), clock.getZone());
        return Stream.concat(
                        weigh(
                                catalog.version(file.itemVersion()),
                                new CaseFacts(form, answers, filedOn),
                                (table, facts) -> decisions.evaluate(processDefinition, table, facts))
                                .stream(),
                        further.stream().flatMap(condition -> condition.against(file).stream()))
                .toList();
    }

    private List<EligibilityReason> weigh(
            ItemVersion item,
            CaseFacts known,
            BiFunction<String, Map<String, @Nullable Object>, List<Map<String, Object>>> tables) {
        return sheet(item).stream()
                .flatMap(sheet -> {
                    Map<String, @Nullable Object> facts = sheet.collect(known, tables);
                    return sheet.decisions().stream().flatMap(table -> tables.apply(table, facts).stream());
                })
                .map(EligibilityReason::of)
                .toList();
    }

    /** Read once for each version of an item. */
    private Optional<FactSheet> sheet(ItemVersion item) {
        return sheets.computeIfAbsent(item.id(), id -> FactSheet.of(item));
    }
}
