package org.haina.service.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.forms.FormLayout.Question;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.catalog.ItemVersion;
import org.springframework.stereotype.Component;

/** What a correction can ask for: not what the sign-in or a feature has settled, nor what nobody can hand in. */
@Component
public class Markable {

    private final List<AcceptanceObstacle> obstacles;

    Markable(List<AcceptanceObstacle> obstacles) {
        this.obstacles = List.copyOf(obstacles);
    }

    /** What stands on the page of a case and cannot be asked for, as marks name it. */
    public Set<String> settled(ItemVersion item) {
        return Stream.concat(
                        item.applicationForm()
                                .layout()
                                .questions()
                                .filter(question -> against(item, question).isPresent())
                                .map(CorrectionMark::target),
                        item.definition().materials().stream()
                                .filter(material -> against(material).isPresent())
                                .map(material -> CorrectionMark.target(material)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why a question cannot be asked anew. */
    Optional<String> against(ItemVersion item, Question question) {
        return question.fixed()
                ? Optional.of("“%s”来自实名认证，申请人不能修改。".formatted(question.label().zh()))
                : obstacles.stream()
                        .flatMap(obstacle -> obstacle.unchangeable(item, question.field()).stream())
                        .findFirst();
    }

    /** Why a material cannot be asked for. */
    Optional<String> against(Material material) {
        return material.sources().stream().allMatch(source -> source.startsWith("register:"))
                ? Optional.of("“%s”由部门核验，申请人不能提交。".formatted(material.title().zh()))
                : Optional.empty();
    }
}
