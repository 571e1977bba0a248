package org.haina.service;

import java.util.Collection;
import java.util.List;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says what is wrong with cases that have just been received, from the tables alone; nothing is wrong if it is silent. */
public final class CaseOracle {

    private static final String RECEIVED_ONCE =
            """
            select n.number || ': ' || part.count || ' ' || part.what
            from unnest(:numbers::text[]) n(number) cross join lateral (values
              ('cases at the first status',
                (select count(*) from case_file f where f.number = n.number and f.status = 'RECEIVED')),
              ('sealed secrets', (select count(*) from case_secret s where s.case_number = n.number)),
              ('receipts on the time line',
                (select count(*) from case_event e where e.case_number = n.number and e.kind = 'RECEIVE')),
              ('clocks', (select count(*) from case_clock c where c.case_number = n.number)),
              ('idempotency entries', (select count(*) from submission s where s.case_number = n.number)),
              ('log entries', (select count(*) from audit_entry a
                where a.case_number = n.number and a.action = 'case.receive')),
              ('processes', (select count(*) from act_ru_execution p
                where p.business_key_ = n.number and p.id_ = p.root_proc_inst_id_)),
              ('processes known to the case', (select count(*) from act_ru_execution p join case_file f
                on f.process_instance = p.id_ where f.number = n.number)),
              ('tasks at the first wait state', (select count(*) from act_ru_task t
                join act_ru_execution p on p.id_ = t.proc_inst_id_
                join case_file f on f.process_instance = p.root_proc_inst_id_
                where f.number = n.number and t.task_def_key_ = 'Task_AcceptApplication')),
              ('work items of that task', (select count(*) from work_item w join act_ru_task t on t.id_ = w.id
                where w.case_number = n.number and w.closed_at is null)),
              ('work items', (select count(*) from work_item w where w.case_number = n.number))) part(what, count)
            where part.count <> 1
            """;

    private static final String HALF =
            """
            select 'case without process: ' || number from case_file where process_instance is null
              or not exists (select 1 from act_ru_execution e where e.id_ = process_instance)
            union all
            select 'process without case: ' || e.id_ from act_ru_execution e where e.id_ = e.root_proc_inst_id_
              and not exists (select 1 from case_file f where f.process_instance = e.id_)
            union all
            select 'task without work item: ' || t.id_ from act_ru_task t
              where not exists (select 1 from work_item w where w.id = t.id_ and w.closed_at is null)
            union all
            select 'work item without task: ' || w.id from work_item w
              where w.closed_at is null and not exists (select 1 from act_ru_task t where t.id_ = w.id)
            union all
            select 'case nobody was told of: ' || number from case_file f
              where not exists (select 1 from submission s where s.case_number = f.number)
            union all
            select 'two cases of one applicant: ' || applicant_id from case_file
              group by applicant_id, item_key having count(*) > 1
            """;

    private final JdbcClient jdbc;

    public CaseOracle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each of these cases is there exactly once, whole, its process at the first wait state. */
    public List<String> faultsOf(Collection<CaseNumber> received) {
        return jdbc.sql(RECEIVED_ONCE)
                .param("numbers", received.stream().map(CaseNumber::value).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** For a database in which nothing but submissions has happened: no row lacks its partner. */
    public List<String> halves() {
        return jdbc.sql(HALF).query(String.class).list();
    }

    public int casesOf(PartyId applicant) {
        return jdbc.sql("select count(*) from case_file where applicant_id = :applicant")
                .param("applicant", applicant.value())
                .query(Integer.class)
                .single();
    }
}
