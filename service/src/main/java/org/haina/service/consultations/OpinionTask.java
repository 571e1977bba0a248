package org.haina.service.consultations;

import java.util.Map;
import java.util.Set;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.decisions.Opinions;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/** 回复意见: a department agrees or objects; an objection says why. */
@Component
class OpinionTask implements TaskHandler {

    private static final String OBJECT = "object";

    private final Consultations consultations;
    private final Opinions opinions;
    private final Organs organs;

    OpinionTask(Consultations consultations, Opinions opinions, Organs organs) {
        this.consultations = consultations;
        this.opinions = opinions;
        this.organs = organs;
    }

    @Override
    public String taskKey() {
        return "Task_GiveOpinion";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("agree", OBJECT);
    }

    @Override
    public boolean isBeside() {
        return true;
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        if (command.outcome().equals(OBJECT) && command.opinion().isBlank()) {
            throw TaskRefusedException.of("opinion", "不同意的，请写明理由");
        }
        Organ organ = organs.byCode(command.item().org()).orElseThrow();
        consultations.answer(
                command.item().number(), Department.named(organ.named().orElseThrow()), command.by());
        opinions.recordConsulted(
                command.item().number(), organ.name(), command.outcome(), command.opinion(), command.by());
        return Map.of();
    }
}
