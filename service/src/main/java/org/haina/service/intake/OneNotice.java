package org.haina.service.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.forms.Form;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/** 一次告知保证: after the first notice nothing is asked for that was visible then. */
@Component
class OneNotice {

    private final Corrections corrections;
    private final NoticeExceptions exceptions;
    private final PapersInstead instead;
    private final Cases cases;
    private final Catalog catalog;

    OneNotice(
            Corrections corrections, NoticeExceptions exceptions, PapersInstead instead, Cases cases, Catalog catalog) {
        this.corrections = corrections;
        this.exceptions = exceptions;
        this.instead = instead;
        this.cases = cases;
        this.catalog = catalog;
    }

    /**
     * 行政许可法 32(4): everything at once. A further notice may only concern what the applicant has changed since, what a
     * register's later answer made owed, or what the head gave leave for.
     *
     * @return the later answer, if the notice rests on one: nobody has forgotten anything then
     */
    Optional<Ground> guard(CaseNumber number, List<CorrectionMark> marks) {
        List<Correction> earlier = corrections.of(number);
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Set<String> changed = reopened(number, earlier);
        List<CorrectionMark> invisible =
                marks.stream().filter(m -> !changed.contains(m.target())).toList();
        Map<String, Ground> known = invisible.isEmpty()
                ? Map.of()
                : instead.knownSince(number, earlier.get(earlier.size() - 1).askedAt());
        Optional<Ground> ground = invisible.stream()
                .flatMap(mark -> Optional.ofNullable(known.get(mark.target())).stream())
                .findFirst();
        Optional<CorrectionMark> forgotten = invisible.stream()
                .filter(mark -> !known.containsKey(mark.target()))
                .findFirst();
        if (forgotten.isEmpty()) {
            return ground;
        }
        if (!exceptions.isOpen(number)) {
            throw TaskRefusedException.of(
                    "marks",
                    "“%s”在第一次告知时已经可见，不能再次要求补正（一次告知保证）。确属遗漏的，须先由机关负责人说明理由准许，并计为漏告知。"
                            .formatted(forgotten.get().label()));
        }
        exceptions.use(number);
        return ground;
    }

    /** What was marked, and what hung on it: a turned answer brings papers that nobody could see before. */
    private Set<String> reopened(CaseNumber number, List<Correction> earlier) {
        Form form = catalog.version(cases.get(number).itemVersion()).applicationForm();
        Set<String> targets = new HashSet<>();
        earlier.forEach(correction -> {
            correction.marks().forEach(mark -> targets.add(mark.target()));
            form.reopened(correction.fields()).forEach(question -> targets.add(CorrectionMark.target(question)));
        });
        return targets;
    }
}
