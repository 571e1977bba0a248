package org.haina.service.doctor;

import java.util.List;
import java.util.function.Predicate;
import org.haina.processes.Handling;
import org.haina.processes.InvalidModelException;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Mode;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.processes.ItemLimits;
import org.haina.processes.ItemLimits.DecisionLimit;
import org.haina.processes.ItemLimits.From;
import org.haina.processes.ItemLimits.Period;
import org.haina.processes.ItemLimits.Unit;
import org.haina.processes.ProcessModel;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps a guide promises are those of the model, and together they keep the limits (checks of an 实施清单). */
@Component
class HandlingInspection implements ItemInspection {

    /** A month has at least so many days. */
    private static final int MONTH = 28;

    private static final String INTAKE = "intake";
    private static final String ISSUANCE = "issuance";

    @Override
    public void inspect(ItemFolder item, Report report) {
        ItemDefinition definition = item.definition();
        String file = item.path("processes", "item.yaml");
        Handling handling = definition.handling();
        if (handling == null) {
            report.unless(
                    definition.shape() != Shape.LICENCE,
                    file,
                    "handling",
                    "a licence states how often one must come, what one gets and how long each step takes");
            return;
        }
        String model = definition.key() + ".bpmn";
        item.file("processes", model)
                .map(bytes -> parsed(model, bytes))
                .ifPresent(process -> steps(definition, handling, process, file, report));
    }

    /** What cannot be read is reported where models are examined. */
    private static @Nullable ProcessModel parsed(String name, byte[] model) {
        try {
            return ProcessModel.parse(name, model);
        } catch (InvalidModelException e) {
            return null;
        }
    }

    private static void steps(
            ItemDefinition item, Handling handling, ProcessModel process, String file, Report report) {
        List<String> way =
                process.story().stream().map(ProcessModel.Element::id).toList();
        List<String> stated = handling.steps().stream().map(Handling.Step::step).toList();
        if (!stated.equals(way)) {
            report.add(file, "handling.steps", "are " + stated + ", the usual way of the model is " + way);
            return;
        }
        DecisionLimit decision = item.limits().decision();
        Predicate<String> before = step -> calls(process, step, INTAKE) && decision.from() != From.RECEIPT;
        Predicate<String> after = step -> calls(process, step, ISSUANCE) && !decision.includesDelivery();
        within(sum(process, handling, before), days(item.limits().notice()), "limits.notice", file, report);
        within(sum(process, handling, after), days(item.limits().delivery()), "limits.delivery", file, report);
        boolean instant = item.mode() == Mode.INSTANT;
        within(
                sum(process, handling, before.or(after).negate()),
                days(instant ? decision.statutory() : decision.promised(), decision.unit()),
                instant ? "limits.decision.statutory" : "limits.decision.promised",
                file,
                report);
    }

    private static boolean calls(ProcessModel process, String step, String phase) {
        return process.called(step).filter(phase::equals).isPresent();
    }

    private static int sum(ProcessModel process, Handling handling, Predicate<String> which) {
        return process.days(step -> which.test(step) ? handling.days(step).orElse(0) : 0);
    }

    private static void within(int sum, int limit, String name, String file, Report report) {
        report.unless(sum <= limit, file, "handling.steps", "take " + sum + " days, " + name + " allows " + limit);
    }

    private static int days(@Nullable Period period) {
        return period == null ? Integer.MAX_VALUE : days(period.length(), period.unit());
    }

    /** Working days and natural days are both days here: a step is stated in what the decision is counted in. */
    private static int days(int length, ItemLimits.Unit unit) {
        return unit == Unit.MONTHS ? length * MONTH : length;
    }
}
