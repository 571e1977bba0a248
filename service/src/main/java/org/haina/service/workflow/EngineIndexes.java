package org.haina.service.workflow;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Indexes the engine's own schema lacks. Made here and not by Flyway: the engine creates its tables after Flyway. */
@Component
class EngineIndexes {

    /** @param engine not used, but only once it is built are its tables there */
    EngineIndexes(ProcessEngine engine, JdbcClient jdbc) {
        // Each completion of a task asks for its sub-tasks; without this it reads every open task.
        jdbc.sql("create index if not exists act_idx_task_parent on act_ru_task (parent_task_id_)")
                .update();
    }
}
