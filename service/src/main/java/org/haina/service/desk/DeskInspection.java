package org.haina.service.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.processes.InvalidModelException;
import org.haina.processes.ProcessModel;
import org.haina.service.catalog.ItemFolder;
import org.haina.service.catalog.ItemInspection;
import org.haina.service.intake.RefusalReason;
import org.springframework.stereotype.Component;

/** An item's own words for its tasks name tasks that it has and offer each of their outcomes. */
@Component
class DeskInspection implements ItemInspection {

    private final DeskWords words;

    DeskInspection(DeskWords words) {
        this.words = words;
    }

    @Override
    public void inspect(ItemFolder item, Report report) {
        Map<String, ProcessModel.UserTask> tasks = tasks(item);
        String file = item.path("processes", DeskWords.FILE);
        Map<String, DeskWords.Task> own = own(item, file, report);
        own.forEach((key, task) -> {
            ProcessModel.UserTask modelled = tasks.get(key);
            report.unless(modelled != null, file, key, "is no task of the item");
            if (modelled != null) {
                agree(file, modelled, task, report);
            }
        });
        tasks.keySet().stream()
                .filter(key -> !own.containsKey(key)
                        && words.actions(key, item.definition().resultWords()).isEmpty())
                .forEach(key -> report.add(file, key, "has no words, neither here nor among the usual ones"));
    }

    private static void agree(String file, ProcessModel.UserTask modelled, DeskWords.Task task, Report report) {
        Set<String> offered =
                task.actions().stream().map(DeskWords.Action::outcome).collect(Collectors.toSet());
        report.unless(
                offered.equals(Set.copyOf(modelled.outcomes())),
                file,
                modelled.key(),
                "offers " + offered.stream().sorted().toList() + ", the model has "
                        + modelled.outcomes().stream().sorted().toList());
        List<String> known =
                Arrays.stream(RefusalReason.values()).map(RefusalReason::code).toList();
        task.actions().stream()
                .flatMap(
                        action -> Optional.ofNullable(action.grounds()).stream().flatMap(List::stream))
                .filter(code -> !known.contains(code))
                .forEach(code -> report.add(file, modelled.key(), code + " is no ground, there are " + known));
    }

    private static Map<String, DeskWords.Task> own(ItemFolder item, String file, Report report) {
        try {
            return item.file("processes", DeskWords.FILE).map(DeskWords::read).orElse(Map.of());
        } catch (IllegalArgumentException e) {
            report.add(file, "file", String.valueOf(e.getMessage()));
            return Map.of();
        }
    }

    /** Of the item's own model and the phases it calls; a model that cannot be read is reported where all are. */
    private static Map<String, ProcessModel.UserTask> tasks(ItemFolder item) {
        return models(item)
                .flatMap(model -> model.userTasks().stream())
                .collect(Collectors.toMap(ProcessModel.UserTask::key, task -> task, (one, two) -> one));
    }

    private static Stream<ProcessModel> models(ItemFolder item) {
        return read(item, item.path("processes", item.definition().key() + ".bpmn"))
                .flatMap(own -> Stream.concat(
                        Stream.of(own),
                        own.phases().stream()
                                .distinct()
                                .flatMap(phase -> read(item, "processes/phases/" + phase + ".bpmn"))));
    }

    private static Stream<ProcessModel> read(ItemFolder item, String file) {
        byte[] model = item.files().get(file);
        try {
            return model == null ? Stream.empty() : Stream.of(ProcessModel.parse(file, model));
        } catch (InvalidModelException e) {
            return Stream.empty();
        }
    }
}
