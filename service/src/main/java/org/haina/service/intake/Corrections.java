package org.haina.service.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.forms.FormLayout;
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
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time notices and their answers: only what was marked reopens, all else stays as it was. */
@Service
public class Corrections {

    private final CorrectionRows rows;
    private final Cases cases;
    private final CaseMaterials materials;
    private final Catalog catalog;
    private final Clock clock;

    Corrections(CorrectionRows rows, Cases cases, CaseMaterials materials, Catalog catalog, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.materials = materials;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** The notice the applicant has still to answer. */
    public Optional<Correction> open(CaseNumber number) {
        return rows.of(number).stream().filter(c -> c.answeredAt().isEmpty()).findFirst();
    }

    /** All notices of a case, first one first. */
    public List<Correction> of(CaseNumber number) {
        return rows.of(number);
    }

    void ask(CaseNumber number, String by, List<CorrectionMark> marks) {
        rows.insert(number, by, clock.instant(), marks);
    }

    /**
     * Answers the open notice.
     *
     * @param answers new values of marked fields; anything else in it is a finding
     * @param supplied new pieces for marked materials
     * @return what is still wrong; empty if the case has gone back to the clerk
     */
    @Transactional
    public List<Finding> answer(
            CaseNumber number, ObjectNode answers, List<SuppliedMaterial> supplied, Citizen applicant) {
        CaseFile file = cases.get(number);
        Correction correction = open(number).orElse(null);
        if (file.status() != CaseStatus.AWAITING_CORRECTION || correction == null) {
            return List.of(new Finding("", "state", "本办件现在没有需要补正的内容。"));
        }
        Form form = catalog.version(file.itemVersion()).applicationForm();
        ObjectNode merged = whole(form, file);
        merged.setAll(answers);
        ObjectNode corrected = form.withoutHidden(form.canonical(merged));
        List<Finding> findings = findings(form, corrected, correction, answers, supplied);
        if (findings.isEmpty()) {
            apply(file, form.split(corrected), correction, supplied, applicant);
        }
        return findings;
    }

    private List<Finding> findings(
            Form form, ObjectNode merged, Correction correction, ObjectNode answers, List<SuppliedMaterial> supplied) {
        List<Finding> findings = new ArrayList<>(form.check(merged));
        Set<String> reopened = form.reopened(correction.fields()).stream()
                .map(FormLayout.Question::field)
                .collect(Collectors.toSet());
        answers.fieldNames().forEachRemaining(field -> {
            if (!reopened.contains(field)) {
                findings.add(new Finding("/" + field, "frozen", "这一项不在补正范围内，不能修改。"));
            }
        });
        correction.materials().stream()
                .filter(key -> supplied.stream().noneMatch(m -> m.key().equals(key)))
                .forEach(key -> findings.add(new Finding("/materials/" + key, "required", "请补交这份材料。")));
        supplied.stream()
                .filter(m -> !correction.materials().contains(m.key()))
                .forEach(m -> findings.add(new Finding("/materials/" + m.key(), "frozen", "这份材料不在补正范围内。")));
        return findings;
    }

    private ObjectNode whole(Form form, CaseFile file) {
        return new Form.Split(file.data(), cases.secrets(file.number())).whole();
    }

    private void apply(
            CaseFile file, Form.Split split, Correction correction, List<SuppliedMaterial> supplied, Citizen by) {
        Actor actor = Actor.of(by);
        cases.replaceData(file.number(), split.open(), split.secret(), actor);
        materials.replace(file.number(), supplied);
        rows.answered(correction.id(), clock.instant());
        cases.move(file.number(), CaseMove.ANSWER_CORRECTION, actor, "");
        cases.tell(file.number(), MessageNames.CORRECTION_ANSWERED, Map.of());
    }
}
