package org.haina.service.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.forms.Finding;
import org.haina.forms.Form;
import org.haina.forms.FormLayout.Question;
import org.haina.processes.ApprovalByCommitment;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.access.Caller;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.commitments.Commitments;
import org.springframework.stereotype.Component;

/**
 * What an answer to a notice may and must bring. A corrected answer may turn the way: papers that the new answers ask for come
 * with it by the rules of an application, those they do not ask for any more stand no longer.
 */
@Component
class CorrectionCheck {

    private final Commitments commitments;
    private final PapersInstead instead;

    CorrectionCheck(Commitments commitments, PapersInstead instead) {
        this.commitments = commitments;
        this.instead = instead;
    }

    /**
     * Keys of the materials that may come with an answer, in the order of the item.
     *
     * @param after the answers as they would stand
     * @param standing keys of what the case holds
     */
    static List<String> open(ItemVersion item, Correction correction, ObjectNode after, Set<String> standing) {
        Form form = item.applicationForm();
        Set<String> asked = form.files(after).stream().map(Question::field).collect(Collectors.toSet());
        Set<String> open = form.reopened(correction.fields()).stream()
                .map(Question::field)
                .filter(key -> asked.contains(key) && !standing.contains(key))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> idle = idle(form, after, correction.materials());
        correction.materials().stream().filter(key -> !idle.contains(key)).forEach(open::add);
        return item.definition().materials().stream()
                .map(Material::key)
                .filter(open::contains)
                .toList();
    }

    /** Those among the keys that the form does not ask for under these answers. */
    static Set<String> idle(Form form, ObjectNode after, Set<String> keys) {
        Set<String> asked = form.files(after).stream().map(Question::field).collect(Collectors.toSet());
        return form.layout()
                .questions()
                .filter(question -> question.widget().isFile())
                .map(Question::field)
                .filter(key -> keys.contains(key) && !asked.contains(key))
                .collect(Collectors.toSet());
    }

    /** All that is wrong with an answer; the pieces by the rules of an application. */
    List<Finding> findings(
            CaseFile file,
            ItemVersion item,
            Correction correction,
            ObjectNode answers,
            ObjectNode after,
            Set<String> standing,
            List<SuppliedMaterial> supplied,
            Caller by) {
        List<Finding> findings = new ArrayList<>(item.applicationForm().check(after));
        frozen(item.applicationForm(), correction, answers).forEach(findings::add);
        denied(file, item, correction, after).ifPresent(findings::add);
        List<String> open = open(item, correction, after, standing);
        open.stream()
                .filter(key -> correction.materials().contains(key) || isRequired(item.applicationForm(), key))
                .filter(key -> supplied.stream().noneMatch(piece -> piece.key().equals(key)))
                .forEach(key -> findings.add(at(key, "required", missing(item, key))));
        supplied.forEach(
                piece -> objection(file, item, open, correction, piece, by).ifPresent(findings::add));
        return findings;
    }

    /** Why the way of the promise is closed to whoever answers, although the notice reopens the choice. */
    Optional<String> closed(CaseFile file, ItemVersion item, Correction correction, Caller by) {
        return letter(item, correction)
                .flatMap(question -> instead.against(file.number()).or(() -> commitments
                        .offered(item, question.field())
                        .map(text ->
                                new SuppliedMaterial(question.field(), SuppliedMaterial.Source.COMMITMENT, text.hash()))
                        .flatMap(piece -> commitments.objection(item, piece, file.applicant(), by))));
    }

    /** The way of the promise, chosen although it is known that nobody may rely on the word. */
    private Optional<Finding> denied(CaseFile file, ItemVersion item, Correction correction, ObjectNode after) {
        return letter(item, correction)
                .filter(question -> item.applicationForm().visible(question, after))
                .flatMap(question -> Optional.ofNullable(question.when()))
                .flatMap(when ->
                        instead.against(file.number()).map(why -> new Finding("/" + when.field(), "denied", why)));
    }

    /** The promise upon which the approval is given, if the notice reopens the choice of it. */
    private static Optional<Question> letter(ItemVersion item, Correction correction) {
        return ApprovalByCommitment.letterOf(item.definition())
                .flatMap(letter -> item.applicationForm().reopened(correction.fields()).stream()
                        .filter(question -> question.field().equals(letter))
                        .findFirst());
    }

    private static List<Finding> frozen(Form form, Correction correction, ObjectNode answers) {
        Set<String> reopened =
                form.reopened(correction.fields()).stream().map(Question::field).collect(Collectors.toSet());
        List<Finding> frozen = new ArrayList<>();
        answers.fieldNames().forEachRemaining(field -> {
            if (!reopened.contains(field)) {
                frozen.add(new Finding("/" + field, "frozen", "这一项不在补正范围内，不能修改。"));
            }
        });
        return frozen;
    }

    private Optional<Finding> objection(
            CaseFile file,
            ItemVersion item,
            List<String> open,
            Correction correction,
            SuppliedMaterial piece,
            Caller by) {
        if (!open.contains(piece.key())) {
            return Optional.of(at(piece.key(), "frozen", "这份材料不在补正范围内。"));
        }
        boolean promise = material(item, piece.key()).isPromise();
        if (piece.source() != SuppliedMaterial.Source.COMMITMENT) {
            return promise ? Optional.of(at(piece.key(), "commitment", missing(item, piece.key()))) : Optional.empty();
        }
        return !promise && correction.materials().contains(piece.key())
                ? Optional.of(at(piece.key(), "commitment", "补正的材料不能以书面承诺代替，请提交材料。"))
                : commitments
                        .objection(item, piece, file.applicant(), by)
                        .map(message -> at(piece.key(), "commitment", message));
    }

    private static boolean isRequired(Form form, String key) {
        return form.layout().questions().anyMatch(question -> question.field().equals(key) && question.required());
    }

    private static String missing(ItemVersion item, String key) {
        Material material = material(item, key);
        return (material.isPromise() ? "选择告知承诺的，请阅读告知的内容，作出“%s”里的承诺" : "请补交“%s”")
                .formatted(material.title().zh());
    }

    private static Material material(ItemVersion item, String key) {
        return item.definition().materials().stream()
                .filter(material -> material.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Finding at(String key, String rule, String message) {
        return new Finding("/materials/" + key, rule, message);
    }
}
