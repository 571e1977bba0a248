package org.haina.service.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.worklist.TaskAdvice;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** Finds out what an official can do with a case. */
@Component
class TaskPanels {

    private final WorkItems items;
    private final DeskWords words;

    TaskPanels(WorkItems items, DeskWords words) {
        this.items = items;
        this.words = words;
    }

    TaskPanel of(CaseFile file, ItemVersion version, Official official, TaskPanel.Attempt attempt) {
        List<WorkItem> all = items.ofCase(file.number());
        List<WorkItem> theirs = items.openFor(all, official);
        Optional<WorkItem> own = wanted(theirs, attempt.input());
        Optional<WorkItem> shown =
                own.or(() -> all.stream().filter(WorkItem::isOpen).findFirst());
        TaskPanel.State state = state(own, official);
        TaskAdvice advice = state == TaskPanel.State.MINE ? items.advice(own.orElseThrow()) : TaskAdvice.NONE;
        List<DeskWords.Action> offered =
                own.map(item -> words.offered(item.taskKey(), version)).orElse(List.of());
        List<DeskWords.Action> actions = offered.stream()
                .filter(action -> !advice.barred().containsKey(action.outcome()))
                .toList();
        String outcome = attempt.input().outcome().isEmpty()
                ? advice.preset().orElse("")
                : attempt.input().outcome();
        Optional<DeskWords.Action> chosen = actions.stream()
                .filter(action -> action.outcome().equals(outcome))
                .findFirst();
        return new TaskPanel(
                state,
                shown,
                theirs.stream().filter(item -> !own.equals(Optional.of(item))).toList(),
                actions,
                bars(offered, advice),
                chosen,
                advice,
                attempt.input(),
                named(version, attempt.errors()),
                attempt.isPreview() ? preview(version, attempt.input()) : List.of(),
                attempt.late(),
                words.remedies());
    }

    /** With the phrase that the button names behind what is written already; unchanged if there is none. */
    TaskInput inserted(CaseFile file, ItemVersion version, Official official, TaskInput input) {
        return wanted(items.openFor(items.ofCase(file.number()), official), input).stream()
                .flatMap(item -> words.offered(item.taskKey(), version).stream())
                .filter(action -> action.outcome().equals(input.outcome()))
                .flatMap(action -> action.library().stream())
                .filter(phrase -> input.step().equals("insert:" + phrase.key()))
                .findFirst()
                .map(phrase -> input.inserting(phrase.text()))
                .orElse(input);
    }

    /** The one asked for, if it is among them: a later check and an act that ends the grant may be open at once. */
    private static Optional<WorkItem> wanted(List<WorkItem> theirs, TaskInput input) {
        return theirs.stream()
                .filter(item -> item.id().equals(input.task()))
                .findFirst()
                .or(() -> theirs.stream().findFirst());
    }

    /** What the law leaves out, by the name under which it would be offered. */
    private static List<TaskPanel.Line> bars(List<DeskWords.Action> offered, TaskAdvice advice) {
        return offered.stream()
                .flatMap(action -> Optional.ofNullable(advice.barred().get(action.outcome())).stream()
                        .map(why -> new TaskPanel.Line(action.label(), why)))
                .toList();
    }

    /** Errors beside marks say which: several look alike in the summary. */
    private static Map<String, String> named(ItemVersion version, Map<String, String> errors) {
        Map<String, String> named = new LinkedHashMap<>();
        errors.forEach((field, message) -> {
            String label = label(version, field);
            named.put(field, label.equals(field) ? message : "“" + label + "”：" + message);
        });
        return named;
    }

    private static TaskPanel.State state(Optional<WorkItem> own, Official official) {
        if (own.isEmpty()) {
            return TaskPanel.State.NONE;
        }
        if (own.get().claimedBy().isEmpty()) {
            return TaskPanel.State.FREE;
        }
        return own.get().isClaimedBy(official.account()) ? TaskPanel.State.MINE : TaskPanel.State.TAKEN;
    }

    private List<TaskPanel.Line> preview(ItemVersion version, TaskInput input) {
        return input.commanded(words).stream()
                .map(mark -> new TaskPanel.Line(label(version, mark.target()), mark.text()))
                .toList();
    }

    private static String label(ItemVersion version, String target) {
        return target.startsWith("/")
                ? version.applicationForm()
                        .layout()
                        .questions()
                        .filter(question -> question.field().equals(target.substring(1)))
                        .map(question -> question.formalLabel())
                        .findFirst()
                        .orElse(target)
                : version.definition().materials().stream()
                        .filter(material -> target.equals("material:" + material.key()))
                        .map(Material::title)
                        .map(title -> title.zh())
                        .findFirst()
                        .orElse(target);
    }
}
