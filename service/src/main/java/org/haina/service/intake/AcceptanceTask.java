package org.haina.service.intake;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haina.forms.FormLayout.Question;
import org.haina.processes.ItemDefinition.Material;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.TaskAdvice;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/** 受理审查: what each of the clerk's four answers does. */
@Component
class AcceptanceTask implements TaskHandler {

    private static final String CORRECTED = "申请人已按要求补正，依法应当受理";
    private static final String OFFERED = "已转报有权机关，等待对方接收或者退回";

    private final Cases cases;
    private final Corrections corrections;
    private final OneNotice oneNotice;
    private final PapersInstead instead;
    private final CaseMaterials materials;
    private final Markable markable;
    private final Catalog catalog;
    private final List<AcceptanceObstacle> obstacles;

    AcceptanceTask(
            Cases cases,
            Corrections corrections,
            OneNotice oneNotice,
            PapersInstead instead,
            CaseMaterials materials,
            Markable markable,
            Catalog catalog,
            List<AcceptanceObstacle> obstacles) {
        this.cases = cases;
        this.corrections = corrections;
        this.oneNotice = oneNotice;
        this.instead = instead;
        this.materials = materials;
        this.markable = markable;
        this.catalog = catalog;
        this.obstacles = List.copyOf(obstacles);
    }

    @Override
    public String taskKey() {
        return "Task_AcceptApplication";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("accept", "correct", "refuse", "notRequired");
    }

    @Override
    public TaskAdvice advice(CaseNumber number) {
        CaseFile file = cases.get(number);
        if (file.status() == CaseStatus.TRANSFERRING) {
            return new TaskAdvice(
                    Map.of(), outcomes().stream().collect(toMap(o -> o, o -> OFFERED)), Set.of(), Optional.empty());
        }
        ItemVersion item = catalog.version(file.itemVersion());
        Map<String, String> cautions = lacking(number, item)
                .map(titles -> Map.of("accept", "缺少必需材料：" + titles))
                .orElse(Map.of());
        Map<String, String> barred = new HashMap<>();
        obstacles.forEach(obstacle -> barred.putAll(obstacle.barred(number)));
        if (corrections.of(number).isEmpty()) {
            return new TaskAdvice(cautions, barred, Set.of(), Optional.empty());
        }
        boolean acceptable = !barred.containsKey("accept");
        barred.put("notRequired", CORRECTED);
        return new TaskAdvice(
                cautions,
                barred,
                Arrays.stream(RefusalReason.values())
                        .filter(reason -> !reason.isOpenAfterCorrection())
                        .map(RefusalReason::code)
                        .collect(Collectors.toSet()),
                Optional.of("accept").filter(preset -> acceptable));
    }

    /** Titles of what is required, asked of no register, and not there. */
    private Optional<String> lacking(CaseNumber number, ItemVersion item) {
        Set<String> there =
                materials.of(number).stream().map(SuppliedMaterial::key).collect(Collectors.toSet());
        return Optional.of(item.definition().materials().stream()
                        .filter(Material::isOwed)
                        .filter(material -> !there.contains(material.key()))
                        .map(material -> "“" + material.title().zh() + "”")
                        .collect(Collectors.joining("、")))
                .filter(titles -> !titles.isEmpty());
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        CaseNumber number = command.item().number();
        switch (command.outcome()) {
            case "accept" -> move(command, CaseMove.ACCEPT, command.opinion().strip());
            case "correct" -> ask(number, command);
            case "refuse" -> refuse(command, CaseMove.REFUSE_ACCEPTANCE);
            case "notRequired" -> refuse(command, CaseMove.FIND_NOT_REQUIRED);
            default -> throw TaskRefusedException.of("outcome", "请选择处理结果");
        }
        return Map.of();
    }

    private void ask(CaseNumber number, TaskCommand command) {
        List<CorrectionMark> marks = marks(number, command.marks());
        Optional<Ground> ground = oneNotice.guard(number, marks);
        corrections.ask(number, command.by().account(), marks, ground);
        ground.ifPresent(fact -> instead.record(number, "notice.new-fact", fact));
        move(
                command,
                CaseMove.ASK_CORRECTION,
                "共 %d 项需要补正".formatted(marks.size())
                        + ground.map(fact -> "。上次告知以后才得知：" + fact.whole()).orElse(""));
    }

    private List<CorrectionMark> marks(CaseNumber number, List<TaskCommand.Mark> asked) {
        if (asked.isEmpty()) {
            throw TaskRefusedException.of("marks", "请勾选需要补正的内容，并逐项写明理由");
        }
        List<TaskRefusedException.Problem> silent = asked.stream()
                .filter(mark -> mark.text().isBlank())
                .map(mark -> new TaskRefusedException.Problem(mark.target(), "请写明需要补正的理由"))
                .toList();
        if (!silent.isEmpty()) {
            throw new TaskRefusedException(silent);
        }
        ItemVersion item = catalog.version(cases.get(number).itemVersion());
        return asked.stream().map(mark -> mark(item, mark)).toList();
    }

    private CorrectionMark mark(ItemVersion item, TaskCommand.Mark asked) {
        CorrectionMark bare =
                new CorrectionMark(asked.target(), "", asked.text().strip());
        String label = bare.material()
                .map(key -> materialLabel(item, key))
                .orElseGet(() -> fieldLabel(item, bare.field().orElse("")));
        return new CorrectionMark(asked.target(), label, bare.text());
    }

    private String materialLabel(ItemVersion item, String key) {
        Material material = item.definition().materials().stream()
                .filter(m -> m.key().equals(key))
                .findFirst()
                .orElseThrow(() -> TaskRefusedException.of("marks", "本事项没有这份材料：" + key));
        refuse(markable.against(material));
        return material.title().zh();
    }

    private String fieldLabel(ItemVersion item, String field) {
        return item.applicationForm()
                .layout()
                .questions()
                .filter(q -> q.field().equals(field))
                .findFirst()
                .map(question -> changeable(item, question))
                .orElseThrow(() -> TaskRefusedException.of("marks", "申请表没有这一项：" + field));
    }

    private String changeable(ItemVersion item, Question question) {
        refuse(markable.against(item, question));
        return question.formalLabel();
    }

    private static void refuse(Optional<String> why) {
        why.ifPresent(words -> {
            throw TaskRefusedException.of("marks", words);
        });
    }

    private void refuse(TaskCommand command, CaseMove move) {
        RefusalReason reason = command.reasons().stream()
                .findFirst()
                .flatMap(RefusalReason::ofCode)
                .filter(known -> known.fits(move, shape(command.item().number())))
                .orElseThrow(() -> TaskRefusedException.of("reasons", "请选择法定理由"));
        if (reason == RefusalReason.NOT_COMPETENT && command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "请写明有权受理的机关");
        }
        move(command, move, note(reason, command.opinion()));
    }

    private Shape shape(CaseNumber number) {
        return catalog.version(cases.get(number).itemVersion()).definition().shape();
    }

    private static String note(RefusalReason reason, String opinion) {
        return opinion.isBlank() ? reason.label() : reason.label() + "：" + opinion.strip();
    }

    private void move(TaskCommand command, CaseMove move, String note) {
        cases.move(command.item().number(), move, Actor.of(command.by()), note);
    }
}
