package org.haina.service.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.service.keys.CaseNumber;

/**
 * One one-time notice and what became of it.
 *
 * @param ordinal 1 for the first notice of a case
 * @param ground what became known only after an earlier notice or after the acceptance; empty if everything could be seen at once
 * @param afterAcceptance asked for in the place of a promise, while the case goes on
 * @param droppedAt when nothing was asked for any more
 */
public record Correction(
        long id,
        CaseNumber number,
        int ordinal,
        String askedBy,
        Instant askedAt,
        Optional<Instant> answeredAt,
        Optional<Ground> ground,
        boolean afterAcceptance,
        Optional<Instant> droppedAt,
        List<CorrectionMark> marks) {

    public Correction {
        marks = List.copyOf(marks);
    }

    /** The same, as if it had not asked for these. @param targets as marks name them */
    Correction without(Set<String> targets) {
        return new Correction(
                id,
                number,
                ordinal,
                askedBy,
                askedAt,
                answeredAt,
                ground,
                afterAcceptance,
                droppedAt,
                marks.stream().filter(mark -> !targets.contains(mark.target())).toList());
    }

    /** True if it waits for the applicant. */
    public boolean isOpen() {
        return answeredAt.isEmpty() && droppedAt.isEmpty();
    }

    /** Names of the form's fields that reopen. */
    public Set<String> fields() {
        return marks.stream().flatMap(m -> m.field().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Keys of the materials that reopen. */
    public Set<String> materials() {
        return marks.stream().flatMap(m -> m.material().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
