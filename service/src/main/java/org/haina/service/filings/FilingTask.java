package org.haina.service.filings;

import java.util.Map;
import java.util.Set;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.worklist.TaskCommand;
import org.haina.service.worklist.TaskHandler;
import org.haina.service.worklist.TaskRefusedException;
import org.springframework.stereotype.Component;

/** 形式审查: the clerk files what has the form that the law asks for, or says what it lacks. */
@Component
class FilingTask implements TaskHandler {

    private static final String FILED = "filed";

    private final Cases cases;

    FilingTask(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String taskKey() {
        return "Task_FileRecord";
    }

    @Override
    public Set<String> outcomes() {
        return Set.of(FILED, "notFiled");
    }

    @Override
    public Map<String, Object> complete(TaskCommand command) {
        boolean filed = command.outcome().equals(FILED);
        String reasons = command.opinion().strip();
        if (!filed && reasons.isEmpty()) {
            throw TaskRefusedException.of("opinion", "不予备案的，请写明理由");
        }
        cases.move(command.item().number(), filed ? CaseMove.FILE : CaseMove.NOT_FILE, Actor.of(command.by()), reasons);
        return Map.of();
    }
}
