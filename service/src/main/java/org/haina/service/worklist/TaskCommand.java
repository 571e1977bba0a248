package org.haina.service.worklist;

import java.util.List;
import org.haina.service.access.Caller.Official;

/**
 * An official completes a task.
 *
 * @param outcome one of the work item's outcomes
 * @param reasons keys of the phrase library or reason codes
 * @param opinion the official's own words, at most 2,000 characters; may be empty
 * @param marks what the applicant must correct
 */
public record TaskCommand(
        WorkItem item, Official by, String outcome, List<String> reasons, String opinion, List<Mark> marks) {

    public TaskCommand {
        reasons = List.copyOf(reasons);
        marks = List.copyOf(marks);
    }

    /**
     * One field or material that reopens.
     *
     * @param target JSON pointer of a field, or {@code material:KEY}
     * @param reasonKey key of the phrase library; may be empty
     * @param text what the applicant reads
     */
    public record Mark(String target, String reasonKey, String text) {}
}
