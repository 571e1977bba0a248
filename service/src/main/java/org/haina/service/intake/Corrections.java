package org.haina.service.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.processes.MessageNames;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.commitments.Commitments;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.keys.CaseNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time notices and their answers: only what was marked reopens, all else stays as it was. */
@Service
public class Corrections {

    private final CorrectionRows rows;
    private final Cases cases;
    private final CaseMaterials materials;
    private final Catalog catalog;
    private final CorrectionCheck check;
    private final Markable markable;
    private final Commitments commitments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Corrections(
            CorrectionRows rows,
            Cases cases,
            CaseMaterials materials,
            Catalog catalog,
            CorrectionCheck check,
            Markable markable,
            Commitments commitments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.materials = materials;
        this.catalog = catalog;
        this.check = check;
        this.markable = markable;
        this.commitments = commitments;
        this.events = events;
        this.clock = clock;
    }

    /** The notice the applicant has still to answer, without what it asked for and what has been settled since. */
    public Optional<Correction> open(CaseNumber number) {
        return rows.of(number).stream()
                .filter(Correction::isOpen)
                .filter(asked -> !asked.afterAcceptance() || DeferredPapers.isOpen(cases.get(number)))
                .findFirst()
                .map(this::unsettled);
    }

    private Correction unsettled(Correction asked) {
        Set<String> settled =
                markable.settled(catalog.version(cases.get(asked.number()).itemVersion()));
        return asked.without(settled);
    }

    /** All notices of a case, first one first. */
    public List<Correction> of(CaseNumber number) {
        return rows.of(number);
    }

    /** @param ground what has become known since an earlier notice; empty if all of it could be seen at once */
    void ask(CaseNumber number, String by, List<CorrectionMark> marks, Optional<Ground> ground) {
        rows.insert(number, by, clock.instant(), marks, ground, false);
    }

    /** What may come with these answers to the open notice: keys of materials, in the order of the item. */
    public List<String> open(CaseFile file, Correction correction, ObjectNode after) {
        return CorrectionCheck.open(catalog.version(file.itemVersion()), correction, after, standing(file.number()));
    }

    /** Why the notice, which opens the choice of a promise, does not open it to this citizen; empty if it does, or opens no such choice. */
    public Optional<String> closed(CaseFile file, Correction correction, Citizen by) {
        return check.closed(file, catalog.version(file.itemVersion()), correction, by);
    }

    /**
     * Looks at an answer to the open notice and changes nothing.
     *
     * @return what would be wrong with {@link #answer}
     */
    public List<Finding> check(
            CaseNumber number, ObjectNode answers, List<SuppliedMaterial> supplied, Citizen applicant) {
        CaseFile file = cases.get(number);
        return open(number)
                .filter(correction -> isTurn(file, correction))
                .map(correction -> findings(file, correction, answers, supplied, applicant))
                .orElseGet(() -> List.of(new Finding("", "state", "本办件现在没有需要补正的内容。")));
    }

    /**
     * Answers the open notice.
     *
     * @param answers new values of marked fields; anything else in it is a finding
     * @param supplied new pieces for marked materials, and for those the new answers ask for
     * @return what is still wrong; empty if the case has gone back to the clerk
     */
    @Transactional
    public List<Finding> answer(
            CaseNumber number, ObjectNode answers, List<SuppliedMaterial> supplied, Citizen applicant) {
        CaseFile file = cases.lock(number);
        List<Finding> findings = check(number, answers, supplied, applicant);
        if (findings.isEmpty()) {
            apply(file, after(file, answers), open(number).orElseThrow(), supplied, applicant);
        }
        return findings;
    }

    private static boolean isTurn(CaseFile file, Correction correction) {
        return correction.afterAcceptance()
                ? DeferredPapers.isOpen(file)
                : file.status() == CaseStatus.AWAITING_CORRECTION;
    }

    private List<Finding> findings(
            CaseFile file, Correction correction, ObjectNode answers, List<SuppliedMaterial> supplied, Citizen by) {
        return check.findings(
                file,
                catalog.version(file.itemVersion()),
                correction,
                answers,
                after(file, answers),
                standing(file.number()),
                supplied,
                by);
    }

    private ObjectNode after(CaseFile file, ObjectNode answers) {
        Form form = catalog.version(file.itemVersion()).applicationForm();
        ObjectNode merged = cases.answers(file);
        merged.setAll(answers);
        return form.withoutHidden(form.canonical(merged));
    }

    private Set<String> standing(CaseNumber number) {
        return materials.of(number).stream().map(SuppliedMaterial::key).collect(Collectors.toSet());
    }

    private void apply(
            CaseFile file, ObjectNode after, Correction correction, List<SuppliedMaterial> supplied, Citizen by) {
        Actor actor = Actor.of(by);
        ItemVersion item = catalog.version(file.itemVersion());
        Form.Split split = item.applicationForm().split(after);
        cases.replaceData(file.number(), split.open(), split.secret(), actor);
        materials.replace(file.number(), supplied);
        materials.retire(file.number(), CorrectionCheck.idle(item.applicationForm(), after, standing(file.number())));
        commitments.sign(file.number(), item, file.applicant(), by, supplied);
        rows.answered(correction.id(), clock.instant());
        events.publishEvent(new CorrectionAnswered(file.number()));
        if (correction.afterAcceptance()) {
            cases.note(file.number(), "PAPERS_INSTEAD_IN", "补交材料，不再凭书面承诺办理", actor);
        } else {
            cases.move(file.number(), CaseMove.ANSWER_CORRECTION, actor, "");
            cases.tell(file.number(), MessageNames.CORRECTION_ANSWERED, Map.of());
        }
    }
}
