package org.haina.service.worklist;

import java.util.List;
import java.util.Optional;

/** One page of the list; {@code more} says whether another follows. */
public record WorkItemPage(List<WorkItem> items, boolean more) {

    public WorkItemPage {
        items = List.copyOf(items);
    }

    /** Where the following page begins; empty on the last. */
    public Optional<WorkItemFilter.Position> next() {
        return more
                ? Optional.of(items.get(items.size() - 1))
                        .map(last -> new WorkItemFilter.Position(last.due().orElse(WorkItemRows.NEVER), last.id()))
                : Optional.empty();
    }
}
