package org.haina.service.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.forms.Form;
import org.haina.forms.FormLayout.Question;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.catalog.ItemVersion;

/** What is owed in the place of promises, as a notice asks for it. */
final class DeniedMarks {

    private static final String WHY = "，书面承诺不能适用。请";

    private final ItemVersion item;
    private final String fact;

    private DeniedMarks(ItemVersion item, String fact) {
        this.item = item;
        this.fact = fact;
    }

    /**
     * The proof where it was promised; for an approval upon a promise the choice of the way, and what the other way asks for.
     *
     * @param promised keys of the materials that are promises
     * @param fact why they are denied, as each mark says it
     */
    static List<CorrectionMark> of(ItemVersion item, Set<String> promised, String fact) {
        DeniedMarks marks = new DeniedMarks(item, fact);
        return List.copyOf(item.definition().materials().stream()
                .filter(material -> promised.contains(material.key()))
                .flatMap(material -> material.isPromise() ? marks.turn(material.key()) : marks.paper(material.key()))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Titles of the papers among them. */
    static String titles(List<CorrectionMark> marks) {
        return marks.stream()
                .filter(mark -> mark.material().isPresent())
                .map(mark -> "“" + mark.label() + "”")
                .collect(Collectors.joining("、"));
    }

    private Stream<CorrectionMark> turn(String letter) {
        Form form = item.applicationForm();
        return form.layout()
                .questions()
                .filter(question -> question.field().equals(letter))
                .flatMap(question -> Optional.ofNullable(question.when()).stream())
                .flatMap(when -> form.reopened(Set.of(when.field())).stream())
                .filter(question -> !question.field().equals(letter))
                .flatMap(question -> question.widget().isFile() ? paper(question.field()) : Stream.of(way(question)));
    }

    private CorrectionMark way(Question question) {
        return new CorrectionMark(CorrectionMark.target(question), question.formalLabel(), fact + WHY + "改按一般程序办理");
    }

    private Stream<CorrectionMark> paper(String key) {
        return item.definition().materials().stream()
                .filter(material -> material.key().equals(key))
                .map(Material::title)
                .map(title -> new CorrectionMark("material:" + key, title.zh(), fact + WHY + "提交这份材料"));
    }
}
