package org.haina.service.doctor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.processes.Finding;
import org.haina.service.cases.CaseStatus;
import org.haina.service.keys.CaseNumber;
import org.haina.service.workflow.StuckJob;
import org.haina.service.workflow.StuckSteps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases, processes and work items are written in one transaction: none may be there without the others. */
@Repository
class CaseConsistency {

    /** Each query names the table, the row and the reason; each sees one moment. */
    private static final List<String> QUERIES = List.of(
            """
            select 'case_file', c.number, 'is ' || c.status || ' and has no running process' from case_file c
            where not (c.status = any (:ended))
              and not exists (select 1 from act_ru_execution e where e.id_ = c.process_instance)
            """,
            """
            select 'case_file', c.number, 'is ' || c.status || ', yet its process waits' from case_file c
            where c.status = any (:ended)
              and exists (select 1 from act_ru_execution e where e.id_ = c.process_instance)
              and not exists (select 1 from act_ru_job j where j.root_proc_inst_id_ = c.process_instance)
            """,
            """
            select 'act_ru_execution', e.id_, 'is a process without a case' from act_ru_execution e
            where e.parent_id_ is null and e.super_exec_ is null
              and not exists (select 1 from case_file c where c.process_instance = e.id_)
              and not exists (select 1 from later_check l where l.process_instance = e.id_)
              and not exists (select 1 from termination t where t.process_instance = e.id_)
              and not exists (select 1 from yearly_check y where y.process_instance = e.id_)
            """,
            """
            select 'yearly_check', y.case_number, 'of ' || y.year || ' is open and has no running process' from yearly_check y
            where y.settled_at is null and not exists (select 1 from act_ru_execution e where e.id_ = y.process_instance)
            """,
            """
            select 'later_check', l.case_number, 'is open and has no running process' from later_check l
            where l.settled_at is null and not exists (select 1 from act_ru_execution e where e.id_ = l.process_instance)
            """,
            """
            select 'termination', t.case_number, 'of ' || t.id || ' is open and has no running process' from termination t
            where t.settled_at is null and not exists (select 1 from act_ru_execution e where e.id_ = t.process_instance)
            """,
            """
            select 'termination', t.case_number, 'of ' || t.id || ' was made, the case is ' || c.status from termination t
            join case_file c on c.number = t.case_number
            where t.result = 'MADE' and c.status = 'GRANTED'
            """,
            """
            select 'work_item', w.id, w.task_key || ' is open, the process has no such task' from work_item w
            where w.closed_at is null and not exists (select 1 from act_ru_task t where t.id_ = w.id)
            """,
            """
            select 'act_ru_task', t.id_, t.task_def_key_ || ' waits and is on no work list' from act_ru_task t
            where not exists (select 1 from work_item w where w.id = t.id_ and w.closed_at is null)
            """,
            """
            select 'item_version', v.id::text, v.key || ' ' || v.version || ' is ' || v.state || ', yet cases are open under it'
            from item_version v
            where v.state in ('DRAFT', 'CHECKED') and not exists (
                select 1 from item_version_event e where e.version_id = v.id and e.state = 'PUBLISHED')
              and exists (select 1 from case_file c where c.item_version = v.id and c.closed_at is null)
            """,
            """
            select 'item_version', v.id::text, v.key || ' ' || v.version || ' is offered and no model of it is deployed'
            from item_version v
            where v.state = 'PUBLISHED' and v.state_by <> 'release'
              and not exists (select 1 from act_re_procdef d where d.id_ = v.process_definition)
            """,
            """
            select 'item_move', m.id::text, 'is not finished and nobody has settled a case for an hour' from item_move m
            where m.finished_at is null and m.requested_at < now() - interval '1 hour' and not exists (
                select 1 from item_move_case c where c.move_id = m.id and c.settled_at > now() - interval '1 hour')
            """);

    private static final String[] ENDED = Arrays.stream(CaseStatus.values())
            .filter(CaseStatus::isTerminal)
            .map(CaseStatus::name)
            .toArray(String[]::new);

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final StuckSteps stuck;

    CaseConsistency(JdbcClient jdbc, StuckSteps stuck) {
        this.jdbc = jdbc;
        this.stuck = stuck;
    }

    /** At most 100 of each kind. */
    List<Finding> findings() {
        return Stream.concat(QUERIES.stream().flatMap(this::findings), stuck()).toList();
    }

    long count() {
        return jdbc.sql("select count(*) from case_file").query(Long.class).single();
    }

    /** Once for each case, however many of its steps are stuck. */
    private Stream<Finding> stuck() {
        Map<CaseNumber, String> found = stuck.list(Optional.empty(), MOST).stream()
                .collect(Collectors.toMap(
                        StuckJob::number,
                        CaseConsistency::words,
                        (one, other) -> one + "; " + other,
                        LinkedHashMap::new));
        return found.entrySet().stream()
                .map(one -> new Finding(
                        "case_file",
                        one.getKey().value(),
                        one.getValue() + "; put right what it names, then retry on the page 卡住的办件 (/oversight/stuck)"));
    }

    private static String words(StuckJob step) {
        return "is stuck at %s (%s) after %d tries: %s"
                .formatted(step.name(), step.element(), step.tries(), step.reason());
    }

    private Stream<Finding> findings(String query) {
        return jdbc
                .sql(query + " limit " + MOST)
                .param("ended", ENDED)
                .query((row, n) -> new Finding(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream();
    }
}
