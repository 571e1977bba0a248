package org.haina.service.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.deferrals.DeferredPaper;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is owed in the place of a promise that nobody may rely on. Before the acceptance the clerk asks for it; once the case is
 * accepted the system does, so that nobody is left with a promise that counts for nothing and no way to prove. No clock stands
 * still for it and none ends the case: what has not come by the decision is weighed there.
 */
@Service
public class PapersInstead {

    private final CorrectionRows rows;
    private final Cases cases;
    private final Catalog catalog;
    private final DeferredPapers deferred;
    private final List<PromiseDoubt> doubts;
    private final Audit audit;
    private final Clock clock;

    PapersInstead(
            CorrectionRows rows,
            Cases cases,
            Catalog catalog,
            DeferredPapers deferred,
            List<PromiseDoubt> doubts,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.catalog = catalog;
        this.deferred = deferred;
        this.doubts = List.copyOf(doubts);
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks for it in an accepted case that is not decided; empty if nothing is owed, or it was asked for before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<List<CorrectionMark>> ask(CaseNumber number) {
        if (!DeferredPapers.isOpen(cases.get(number))) {
            return Optional.empty();
        }
        CaseFile file = cases.lock(number);
        if (!DeferredPapers.isOpen(file) || open(number).isPresent()) {
            return Optional.empty();
        }
        return denied(number).map(denied -> ask(file, denied)).filter(marks -> !marks.isEmpty());
    }

    private List<CorrectionMark> ask(CaseFile file, PromiseDoubt.Denied denied) {
        Set<String> follow =
                deferred.of(file).stream().map(DeferredPaper::material).collect(Collectors.toSet());
        Set<String> promised =
                denied.promised().stream().filter(key -> !follow.contains(key)).collect(Collectors.toSet());
        List<CorrectionMark> marks = DeniedMarks.of(
                catalog.version(file.itemVersion()), promised, denied.ground().words());
        if (!marks.isEmpty()) {
            rows.insert(file.number(), Actor.SYSTEM.id(), clock.instant(), marks, Optional.of(denied.ground()), true);
            cases.note(
                    file.number(),
                    "PAPERS_INSTEAD",
                    "书面承诺不能适用，请补交材料",
                    denied.ground().whole() + "。请在作出决定以前补交" + DeniedMarks.titles(marks) + "，没有补交的不会准予",
                    Actor.SYSTEM);
            record(file.number(), "notice.instead", denied.ground());
        }
        return marks;
    }

    /** The promise is good again: what was asked for in its place is not, and what may follow later follows from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(CaseNumber number) {
        if (open(number).isPresent() && DeferredPapers.isOpen(cases.get(number))) {
            CaseFile file = cases.lock(number);
            rows.dropped(number, clock.instant());
            deferred.accepted(file);
        }
    }

    /** What is asked for after the acceptance and has not come. */
    public Optional<Correction> open(CaseNumber number) {
        return rows.of(number).stream()
                .filter(asked -> asked.afterAcceptance() && asked.isOpen())
                .findFirst();
    }

    /** Those of these cases in which it is the applicant's turn to bring something in the place of a promise. */
    public Set<CaseNumber> owing(List<CaseFile> files) {
        List<CaseNumber> possible = files.stream()
                .filter(DeferredPapers::isOpen)
                .map(CaseFile::number)
                .toList();
        return possible.isEmpty() ? Set.of() : rows.owing(possible);
    }

    /** Why nothing can be promised in this case; empty if it can. */
    public Optional<String> against(CaseNumber number) {
        return doubts.stream().flatMap(doubt -> doubt.against(number).stream()).findFirst();
    }

    /**
     * What may be asked for because of an answer that came after a notice: nobody could see then that it would be owed.
     *
     * @return the fact, by each target that it makes owed
     */
    Map<String, Ground> knownSince(CaseNumber number, Instant notice) {
        ItemVersion item = catalog.version(cases.get(number).itemVersion());
        return denied(number)
                .filter(denied ->
                        denied.answeredAt().filter(at -> at.isAfter(notice)).isPresent())
                .map(denied -> DeniedMarks.of(item, denied.promised(), "").stream()
                        .collect(Collectors.toMap(CorrectionMark::target, mark -> denied.ground())))
                .orElse(Map.of());
    }

    void record(CaseNumber number, String action, Ground ground) {
        audit.record(new AuditEntry(
                Actor.SYSTEM.id(),
                action,
                "case",
                number,
                Map.of("call", ground.call().map(Object::toString).orElse(""))));
    }

    private Optional<PromiseDoubt.Denied> denied(CaseNumber number) {
        return doubts.stream().flatMap(doubt -> doubt.denied(number).stream()).findFirst();
    }
}
