package org.haina.service.worklist;

import java.util.List;

/** One page of the list; {@code more} says whether another follows. */
public record WorkItemPage(List<WorkItem> items, boolean more) {

    public WorkItemPage {
        items = List.copyOf(items);
    }
}
