package org.haina.service.consultations;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.service.access.Caller.Official;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.decisions.Opinions;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.haina.service.worklist.WorkItem;
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

    /** It binds nobody: the organ in charge examines it whatever it says. */
    @Override
    public Map<String, String> amendable() {
        return Map.of("agree", "同意", OBJECT, "不同意");
    }

    @Override
    public boolean says(WorkItem done, String outcome, String opinion) {
        return opinions.consulted(done.number()).stream()
                .anyMatch(said -> said.organ().equals(Optional.of(organ(done)))
                        && said.outcome().equals(outcome)
                        && said.text().equals(opinion.strip()));
    }

    @Override
    public void amend(WorkItem done, String outcome, String opinion, Official by) {
        requireReasons(outcome, opinion);
        opinions.recordConsulted(done.number(), organ(done), outcome, opinion, by);
    }

    private String organ(WorkItem done) {
        return organs.byCode(done.org()).orElseThrow().name();
    }

    private static void requireReasons(String outcome, String opinion) {
        if (outcome.equals(OBJECT) && opinion.isBlank()) {
            throw TaskRefusedException.of("opinion", "不同意的，请写明理由");
        }
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        requireReasons(command.outcome(), command.opinion());
        Organ organ = organs.byCode(command.item().org()).orElseThrow();
        consultations.answer(
                command.item().number(), Department.named(organ.named().orElseThrow()), command.by());
        opinions.recordConsulted(
                command.item().number(), organ.name(), command.outcome(), command.opinion(), command.by());
        return Map.of();
    }
}
