package org.haina.service.desk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.WorkItem;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the one form of a case's page, whichever button sent it.
 *
 * @param step the button: {@code choose:OUTCOME}, {@code insert:PHRASE}, {@code preview}, {@code reveal}, {@code send}
 * @param version of the task as the official saw it; -1 if the form does not say
 * @param marks by target, ticked or not: an unticked one keeps its text
 * @param why the reason for showing what is masked
 */
record TaskInput(
        String step,
        String task,
        int version,
        String outcome,
        String ground,
        String opinion,
        Map<String, Mark> marks,
        String why) {

    private static final int MOST = 2_000;
    private static final int MOST_MARK = 500;
    private static final int MOST_MARKS = 100;
    private static final String TEXT = "text:";

    /** @param phrase key of the phrase library; may be empty */
    record Mark(boolean ticked, String phrase, String text) {}

    /** @param task the one to be shown; empty for whichever comes first */
    static TaskInput none(String task) {
        return new TaskInput("", task, -1, "", "", "", Map.of(), "");
    }

    static TaskInput of(MultiValueMap<String, String> form) {
        String step = one(form, "step");
        String outcome = step.startsWith("choose:") ? step.substring(7) : one(form, "outcome");
        return new TaskInput(
                step,
                one(form, "task"),
                version(one(form, "version")),
                outcome,
                one(form, "ground"),
                text(one(form, "opinion")),
                marks(form),
                text(one(form, "why")));
    }

    private static Map<String, Mark> marks(MultiValueMap<String, String> form) {
        List<String> ticked = form.getOrDefault("mark", List.of());
        Map<String, Mark> marks = new LinkedHashMap<>();
        form.keySet().stream().filter(name -> name.startsWith(TEXT)).forEach(name -> {
            String target = name.substring(TEXT.length());
            marks.put(target, new Mark(ticked.contains(target), one(form, "phrase:" + target), text(one(form, name))));
        });
        return marks;
    }

    Mark mark(String target) {
        return marks.getOrDefault(target, new Mark(false, "", ""));
    }

    public boolean isTicked(String target) {
        return mark(target).ticked();
    }

    public boolean isChosen(String target, String phrase) {
        return mark(target).phrase().equals(phrase);
    }

    public String textOf(String target) {
        return mark(target).text();
    }

    TaskInput inserting(String phrase) {
        String joined = opinion.isBlank() ? phrase : opinion.stripTrailing() + "\n" + phrase;
        return new TaskInput(step, task, version, outcome, ground, joined, marks, why);
    }

    /** What is too long to be kept, by field. */
    Map<String, String> tooLong() {
        Map<String, String> errors = new HashMap<>();
        if (opinion.length() > MOST) {
            errors.put("opinion", "最多 %d 个字，现在有 %d 个字".formatted(MOST, opinion.length()));
        }
        marks.forEach((target, mark) -> {
            if (mark.ticked() && mark.text().length() > MOST_MARK) {
                errors.put(
                        target,
                        "最多 %d 个字，现在有 %d 个字".formatted(MOST_MARK, mark.text().length()));
            }
        });
        if (marks.values().stream().filter(Mark::ticked).count() > MOST_MARKS) {
            errors.put("marks", "一次最多勾选 %d 项".formatted(MOST_MARKS));
        }
        return errors;
    }

    TaskCommand command(WorkItem item, Official by, DeskWords words) {
        return new TaskCommand(
                item, by, outcome, ground.isEmpty() ? List.of() : List.of(ground), opinion, commanded(words));
    }

    /** The ticked ones, with the words the applicant will read: the official's own behind those of the phrase. */
    List<TaskCommand.Mark> commanded(DeskWords words) {
        return marks.entrySet().stream()
                .filter(mark -> mark.getValue().ticked())
                .map(mark -> new TaskCommand.Mark(
                        mark.getKey(), mark.getValue().phrase(), told(mark.getKey(), mark.getValue(), words)))
                .toList();
    }

    private static String told(String target, Mark mark, DeskWords words) {
        Optional<String> phrase = words.reasons(target).stream()
                .filter(reason -> reason.key().equals(mark.phrase()))
                .map(DeskWords.Phrase::text)
                .findFirst();
        return (phrase.orElse("") + mark.text().strip()).strip();
    }

    private static String one(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("");
    }

    private static int version(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** Without control characters and those that turn the direction of writing: they would deceive a reader. */
    private static String text(String typed) {
        return typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]", "");
    }
}
