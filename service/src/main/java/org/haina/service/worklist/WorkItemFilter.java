package org.haina.service.worklist;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.haina.service.access.Role;
import org.haina.service.keys.ItemKey;

/**
 * Which part of the list is wanted; order is always due first, then oldest.
 *
 * @param tab unclaimed, mine, or all open
 * @param text beginning of a case number or of an applicant's name is not searched here; only the number
 * @param after where the previous page ended
 * @param limit rows, 1 to 100
 */
public record WorkItemFilter(
        Tab tab,
        Optional<Role> role,
        Optional<ItemKey> item,
        Optional<String> text,
        Optional<Position> after,
        int limit) {

    public WorkItemFilter {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 rows");
        }
    }

    public static WorkItemFilter of(Tab tab) {
        return new WorkItemFilter(tab, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 50);
    }

    /** The three tabs of the list. */
    public enum Tab {
        UNCLAIMED,
        MINE,
        ALL
    }

    /** Place in the order: due day (far future if none) and id. */
    public record Position(LocalDate due, String id) {

        /** What {@link #toString} gave; empty for anything else. */
        public static Optional<Position> parse(String text) {
            String[] parts = text.split("_", 2);
            try {
                return parts.length == 2
                        ? Optional.of(new Position(LocalDate.parse(parts[0]), parts[1]))
                        : Optional.empty();
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return due + "_" + id;
        }
    }
}
