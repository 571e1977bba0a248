package org.haina.service.requests;

import java.util.Map;
import java.util.Set;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/** 答复咨询: an answer, or the organ that gives it (转办); neither is empty. */
@Component
class AnswerTask implements TaskHandler {

    private static final String ANSWERED = "answered";

    private final Cases cases;

    AnswerTask(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String taskKey() {
        return "Task_AnswerQuestion";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of(ANSWERED, "passedOn");
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        boolean answered = command.outcome().equals(ANSWERED);
        String words = command.opinion().strip();
        if (words.isEmpty()) {
            throw TaskRefusedException.of("opinion", answered ? "请写答复" : "请写明由哪个机关答复、怎样联系");
        }
        cases.move(
                command.item().number(), answered ? CaseMove.ANSWER : CaseMove.PASS_ON, Actor.of(command.by()), words);
        return Map.of();
    }
}
