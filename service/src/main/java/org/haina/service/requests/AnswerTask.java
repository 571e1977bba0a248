package org.haina.service.requests;

import java.util.Map;
import java.util.Set;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;

/** An answer, or the organ that gives it (转办); neither is empty. */
final class AnswerTask implements TaskHandler {

    private static final String ANSWERED = "answered";

    private final String taskKey;
    private final String wanted;
    private final Cases cases;

    /** @param wanted what is said to whoever answers with nothing */
    AnswerTask(String taskKey, String wanted, Cases cases) {
        this.taskKey = taskKey;
        this.wanted = wanted;
        this.cases = cases;
    }

    @Override
    public String taskKey() {
        return taskKey;
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
            throw TaskRefusedException.of("opinion", answered ? wanted : "请写明由哪个机关答复、怎样联系");
        }
        cases.move(
                command.item().number(), answered ? CaseMove.ANSWER : CaseMove.PASS_ON, Actor.of(command.by()), words);
        return Map.of();
    }
}
