package org.haina.service.worklist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.haina.service.access.Role;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;

/**
 * One open or closed task as lists show it.
 *
 * @param id the engine's task id
 * @param applicant masked name, copied when the task opened
 * @param due the day the running clock ends, Shanghai; empty if none runs
 * @param claimedBy account of the official working on it
 * @param urgedAt when the organ was urged because it was late
 * @param barred accounts of officials to whom it does not exist
 * @param version grows with each claim, release and correction; a stale one is refused
 * @param takenBackAt when its outcome was taken back; the task was opened anew as another one
 */
public record WorkItem(
        String id,
        CaseNumber number,
        ItemKey item,
        String itemTitle,
        String taskKey,
        String name,
        Role role,
        District district,
        String org,
        List<String> outcomes,
        String applicant,
        Instant openedAt,
        Optional<LocalDate> due,
        Optional<String> claimedBy,
        Optional<String> claimedName,
        int version,
        Optional<Instant> urgedAt,
        Optional<Instant> closedAt,
        Optional<String> closedBy,
        Optional<String> outcome,
        @JsonIgnore List<String> barred,
        @JsonIgnore Optional<Instant> takenBackAt) {

    public WorkItem {
        outcomes = List.copyOf(outcomes);
        barred = List.copyOf(barred);
    }

    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    public boolean isClaimedBy(String account) {
        return claimedBy.filter(account::equals).isPresent();
    }
}
