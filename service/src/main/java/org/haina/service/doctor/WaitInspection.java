package org.haina.service.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.processes.InvalidModelException;
import org.haina.processes.ItemDefinition;
import org.haina.processes.MessageNames;
import org.haina.processes.ProcessModel;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.springframework.stereotype.Component;

/** What a model waits for ends some day: the item's clock policy runs the clock whose end is waited for. */
@Component
class WaitInspection implements ItemInspection {

    private static final Map<String, ClockName> ENDED_BY = Map.of(
            MessageNames.NOTICE_EXPIRED, ClockName.NOTICE,
            MessageNames.CORRECTION_EXPIRED, ClockName.CORRECTION,
            MessageNames.RENEWAL_EXPIRED, ClockName.RENEWAL);

    private final CaseClocks clocks;

    WaitInspection(CaseClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void inspect(ItemFolder item, Report report) {
        ItemDefinition definition = item.definition();
        String policy = definition.clockPolicy();
        if (!clocks.hasPolicy(policy)) {
            return;
        }
        List<ProcessModel> models = models(item).toList();
        models.forEach(model -> ENDED_BY.forEach((message, clock) -> report.unless(
                !model.messages().contains(message) || clocks.hasClock(policy, clock),
                model.file(),
                message,
                "is never sent: the clock policy " + policy + " has no clock " + clock)));
        report.unless(
                definition.window() != null
                        || clocks.hasClock(policy, ClockName.DECISION)
                        || models.stream().allMatch(model -> model.userTasks().isEmpty()),
                item.path("processes", "item.yaml"),
                "clockPolicy",
                "people work on it, and the clock policy " + policy + " has no clock " + ClockName.DECISION);
    }

    /** The item's own and those of its phases; what cannot be read is reported where models are examined. */
    private static Stream<ProcessModel> models(ItemFolder item) {
        String own = item.path("processes", item.definition().key() + ".bpmn");
        return read(item, own).stream()
                .flatMap(model -> Stream.concat(
                        Stream.of(model),
                        model.phases().stream()
                                .distinct()
                                .flatMap(phase -> read(item, "processes/phases/" + phase + ".bpmn").stream())));
    }

    private static Optional<ProcessModel> read(ItemFolder item, String path) {
        try {
            return Optional.ofNullable(item.files().get(path)).map(bytes -> ProcessModel.parse(path, bytes));
        } catch (InvalidModelException e) {
            return Optional.empty();
        }
    }
}
