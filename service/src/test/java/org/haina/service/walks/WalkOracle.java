package org.haina.service.walks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.service.MovableClock;
import org.haina.service.TestDesk;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says from the tables alone what does not fit together in these cases; silent if all is well. */
final class WalkOracle {

    private static final String CASES = " from case_file c where c.number = any (:numbers) and ";

    /** Case, process, work items, clocks and log, two by two. */
    private static final List<String> FAULTS = List.of(
            "select c.number || ' is ' || c.status || ' and has no running process'" + CASES
                    + "not c.status = any (:ended)"
                    + " and not exists (select 1 from act_ru_execution e where e.id_ = c.process_instance)",
            "select c.number || ' is ' || c.status || ', yet its process goes on'" + CASES
                    + "c.status = any (:ended)"
                    + " and exists (select 1 from act_ru_execution e where e.root_proc_inst_id_ = c.process_instance)",
            "select c.number || ' has an open work item ' || w.task_key || ' and no such task'"
                    + CASES.replace("where", "join work_item w on w.case_number = c.number where")
                    + "w.closed_at is null and not exists (select 1 from act_ru_task t where t.id_ = w.id)",
            "select c.number || ' has a task on no work list: ' || t.task_def_key_"
                    + CASES.replace(
                            "where",
                            "join act_ru_execution e on e.root_proc_inst_id_ = c.process_instance"
                                    + " join act_ru_task t on t.execution_id_ = e.id_ where")
                    + "not exists (select 1 from work_item w where w.id = t.id_ and w.closed_at is null)",
            "select c.number || ' has ended and a limit runs: ' || d.clock"
                    + CASES.replace("where", "join clock_due d on d.case_number = c.number where")
                    + "c.status = any (:ended) and d.state <> 'ENDED'",
            "select c.number || ' is ' || c.status || ' and its decision limit is ' || coalesce(d.state, 'none')"
                    + CASES.replace(
                            "where",
                            "left join clock_due d on d.case_number = c.number and d.clock = 'DECISION'"
                                    + " and d.kind = 'STATUTORY' where")
                    + "(coalesce(d.state, '') = 'RUNNING') <> (c.status = any (:clocked))",
            "select c.number || ' is ' || c.status || ' and its correction limit is ' || coalesce(d.state, 'none')"
                    + CASES.replace(
                            "where",
                            "left join clock_due d on d.case_number = c.number and d.clock = 'CORRECTION'"
                                    + " and d.kind = 'STATUTORY' where")
                    + "(coalesce(d.state, '') = 'RUNNING') <> (c.status = 'AWAITING_CORRECTION')",
            "select c.number || ' is ' || c.status || ' although ' || p.material_key || ' has not come'"
                    + CASES.replace("where", "join deferred_paper p on p.case_number = c.number where")
                    + "c.status in ('ISSUING', 'GRANTED') and p.deferred_at is not null and p.settled_at is null",
            "select c.number || ' is ' || c.status || ' and its time for later papers is ' || coalesce(d.state, 'none')"
                    + CASES.replace(
                            "where",
                            "left join clock_due d on d.case_number = c.number and d.clock = 'DEFERRAL'"
                                    + " and d.kind = 'STATUTORY' where")
                    + "(coalesce(d.state, '') = 'RUNNING') <> (c.status in ('ACCEPTED', 'REVIEWING',"
                    + " 'SPECIAL_PROCEDURE', 'DECIDING') and exists (select 1 from deferred_paper p"
                    + " where p.case_number = c.number and p.deferred_at is not null and p.settled_at is null))",
            "select c.number || ' goes on without ' || p.material_key || ', whose time is over'"
                    + CASES.replace(
                            "where",
                            "join deferred_paper p on p.case_number = c.number"
                                    + " join clock_due d on d.case_number = c.number and d.clock = 'DEFERRAL' where")
                    + "not c.status = any (:ended) and d.state = 'RUNNING' and d.fired_at is not null"
                    + " and p.deferred_at is not null and p.supplied_at is null",
            "select c.number || ' has ' || m.moves || ' moves on its time line and ' || m.logged || ' in the log'"
                    + CASES.replace(
                            "where",
                            "cross join lateral (select (select count(*) from case_event e"
                                    + " where e.case_number = c.number and e.kind = any (:moves)) as moves,"
                                    + " (select count(*) from audit_entry a where a.case_number = c.number"
                                    + " and a.action = 'case.move') as logged) m where")
                    + "m.moves <> m.logged",
            "select c.number || ' was closed ' || m.logged || ' times in the log and is ' || c.status"
                    + CASES.replace(
                            "where",
                            "cross join lateral (select count(*) as logged from audit_entry a"
                                    + " where a.case_number = c.number and a.action = 'case.close') m where")
                    + "m.logged <> case when c.status = any (:ended) then 1 else 0 end",
            "select c.number || ' has ended and its checks still ask'"
                    + CASES.replace("where", "join outbound o on o.case_number = c.number where")
                    + "c.status = any (:ended) and o.kind = 'register' and o.state in ('pending', 'running')",
            "select c.number || ' is stuck at ' || i.activity_id_"
                    + CASES.replace(
                            "where",
                            "join act_ru_execution e on e.root_proc_inst_id_ = c.process_instance"
                                    + " join act_ru_incident i on i.execution_id_ = e.id_ where")
                    + "true");

    private static final String STRANDED =
            "select c.number || ' is ' || c.status || ' at ' || coalesce((select string_agg(e.act_id_, ', ')"
                    + " from act_ru_execution e where e.root_proc_inst_id_ = c.process_instance), '')" + CASES
                    + """
            not c.status = any (:ended)
              and not exists (select 1 from work_item w where w.case_number = c.number and w.closed_at is null)
              and not exists (select 1 from outbound o where o.case_number = c.number and o.state in ('pending', 'running'))
              and not exists (select 1 from clock_due d where d.case_number = c.number and d.state = 'RUNNING'
                and d.consequence <> 'ESCALATE')
            """;

    private static final String BUSY =
            """
            select count(*) from case_file c where c.number = any (:numbers) and (
              exists (select 1 from act_ru_job j where j.root_proc_inst_id_ = c.process_instance and j.retries_ > 0)
              or exists (select 1 from outbound o where o.case_number = c.number and o.state in ('pending', 'running'))
              or exists (select 1 from clock_due d where d.case_number = c.number and d.state = 'RUNNING'
                and d.fired_at is null and d.due_on < :today))
            """;

    private final JdbcClient jdbc;
    private final String[] numbers;
    private final Set<CaseStatus> clocked;

    /** @param clocked where the decision limit of these cases runs */
    WalkOracle(JdbcClient jdbc, List<CaseNumber> numbers, Set<CaseStatus> clocked) {
        this.jdbc = jdbc;
        this.clocked = Set.copyOf(clocked);
        this.numbers = numbers.stream().map(CaseNumber::value).toArray(String[]::new);
    }

    /** Until jobs, calls and due limits of these cases are done: what follows is nobody's turn but a person's. */
    void awaitQuiet(MovableClock time) {
        LocalDate today = LocalDate.ofInstant(time.instant(), time.getZone());
        TestDesk.await(
                "quiet",
                300,
                () -> jdbc.sql(BUSY)
                                .param("numbers", numbers)
                                .param("today", today)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    List<String> faults() {
        return FAULTS.stream().flatMap(this::ask).toList();
    }

    /** Cases that neither have ended nor wait for anybody or anything. */
    List<String> stranded() {
        return ask(STRANDED).toList();
    }

    private Stream<String> ask(String query) {
        return jdbc
                .sql(query)
                .param("numbers", numbers)
                .param("ended", names(CaseStatus::isTerminal))
                .param("clocked", names(clocked::contains))
                .param("moves", Arrays.stream(CaseMove.values()).map(Enum::name).toArray(String[]::new))
                .query(String.class)
                .list()
                .stream();
    }

    private static String[] names(Predicate<CaseStatus> those) {
        return Arrays.stream(CaseStatus.values())
                .filter(those)
                .map(Enum::name)
                .collect(Collectors.toSet())
                .toArray(String[]::new);
    }
}
