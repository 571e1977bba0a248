package org.haina.service.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.processes.InvalidModelException;
import org.haina.processes.ProcessModel;
import org.haina.service.access.Role;
import org.haina.service.cases.CaseStatus;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.haina.service.worklist.TaskHandler;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** What the item's models name exists in the running service: steps, handlers of tasks, roles, ends of a case. */
@Component
class ProcessInspection implements ItemInspection {

    private static final String END = "EndEvent_Case";
    private static final Map<String, CaseStatus> RENAMED =
            Map.of("CORRECTION_TIMED_OUT", CaseStatus.CORRECTION_EXPIRED, "DEEMED_RENEWED", CaseStatus.GRANTED);

    private final ApplicationContext context;
    private final Map<String, TaskHandler> handlers;

    ProcessInspection(ApplicationContext context, List<TaskHandler> handlers) {
        this.context = context;
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::taskKey, Function.identity()));
    }

    @Override
    public void inspect(ItemFolder item, Report report) {
        String own = item.path("processes", item.definition().key() + ".bpmn");
        read(item, own).ifPresent(model -> {
            inspect(own, model, report);
            ends(own, model, report);
            model.phases().stream().distinct().forEach(phase -> {
                String file = "processes/phases/" + phase + ".bpmn";
                read(item, file).ifPresent(called -> inspect(file, called, report));
            });
        });
    }

    private void inspect(String file, ProcessModel model, Report report) {
        model.steps().stream()
                .filter(step -> !isStep(step))
                .forEach(step -> report.add(file, step, "there is no step of this name"));
        model.userTasks().forEach(task -> task(file, task, report));
    }

    private boolean isStep(String name) {
        Class<?> type = context.containsBean(name) ? context.getType(name) : null;
        return type != null && type.getSimpleName().endsWith("Step");
    }

    private void task(String file, ProcessModel.UserTask task, Report report) {
        TaskHandler handler = handlers.get(task.key());
        report.unless(handler != null, file, task.key(), "nobody handles this task");
        if (handler != null) {
            report.unless(
                    handler.outcomes().equals(Set.copyOf(task.outcomes())),
                    file,
                    task.key(),
                    "offers " + task.outcomes().stream().sorted().toList() + ", handled are "
                            + handler.outcomes().stream().sorted().toList());
        }
        report.unless(
                Role.ofClaim(task.role()).isPresent(), file, task.key(), "no official has the role " + task.role());
    }

    private static void ends(String file, ProcessModel model, Report report) {
        model.endEvents().stream()
                .filter(end -> statusOf(end.id()).filter(CaseStatus::isTerminal).isEmpty())
                .forEach(end -> report.add(file, end.id(), "no final status of a case belongs to this end"));
    }

    /** {@code EndEvent_CaseNotAccepted} is {@code NOT_ACCEPTED}. */
    private static Optional<CaseStatus> statusOf(String end) {
        if (!end.startsWith(END)) {
            return Optional.empty();
        }
        String name = end.substring(END.length())
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
        return Stream.concat(
                        Optional.ofNullable(RENAMED.get(name)).stream(),
                        Arrays.stream(CaseStatus.values())
                                .filter(status -> status.name().equals(name)))
                .findFirst();
    }

    /** Unreadable models are reported where all are read. */
    private static Optional<ProcessModel> read(ItemFolder item, String file) {
        try {
            return Optional.ofNullable(item.files().get(file)).map(bytes -> ProcessModel.parse(file, bytes));
        } catch (InvalidModelException e) {
            return Optional.empty();
        }
    }
}
