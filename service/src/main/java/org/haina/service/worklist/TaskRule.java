package org.haina.service.worklist;

import java.util.Optional;
import org.haina.service.access.Caller.Official;

/** What a feature has against an official's doing a task, whatever the outcome; asked when it is taken and when it is completed. */
public interface TaskRule {

    /** Why this official does not do it, in words; empty if nothing is said against it. */
    Optional<String> refusal(WorkItem item, Official official);
}
