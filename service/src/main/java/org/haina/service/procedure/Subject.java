package org.haina.service.procedure;

import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.pages.ChineseWords;
import org.haina.service.worklist.WorkItem;

/**
 * The click or proposal that an act undoes or corrects. The form sends it back, so that a page left open undoes nothing newer than
 * what it showed.
 *
 * @param id of the thing and, where it may change, its version
 * @param words as the page names it
 */
record Subject(String id, String words) {

    static Subject of(WorkItem done, ChineseWords zh) {
        return new Subject(
                done.id() + "." + done.version(),
                "“%s”，%s办理".formatted(done.name(), zh.moment(done.closedAt().orElseThrow())));
    }

    /** True if the click that the form is about was taken back by this official in these words already. */
    static boolean wasTakenBack(
            ActInput input, List<WorkItem> items, List<TimelineEntry> line, String kind, Official official) {
        return items.stream()
                        .anyMatch(item ->
                                item.takenBackAt().isPresent() && input.about().startsWith(item.id() + "."))
                && line.stream()
                        .anyMatch(entry -> entry.kind().equals(kind)
                                && entry.note().equals(input.get("reason"))
                                && entry.by().equals(official.displayName()));
    }
}
