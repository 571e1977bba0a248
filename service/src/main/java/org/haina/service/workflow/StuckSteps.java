package org.haina.service.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Steps of the system that have failed and are not tried any more; who reads of them and who retries asks here. */
@Service
public class StuckSteps {

    /** The processes that called the one with the trouble have an incident too, without a job. */
    private static final String STUCK =
            """
            from act_ru_incident i
            join act_ru_job j on j.id_ = i.configuration_ and j.retries_ = 0
            join act_ru_execution p on p.id_ = i.proc_inst_id_
            join act_ru_execution r on r.id_ = p.root_proc_inst_id_
            """;

    private static final String LIST =
            """
            select * from (
              select j.id_ job, r.business_key_ number, coalesce(i.failed_activity_id_, i.activity_id_) element,
                i.proc_def_id_ definition, j.exception_msg_ message, t.rounds,
                coalesce(t.since, i.incident_timestamp_::timestamptz) since
            """
                    + STUCK
                    + """
              cross join lateral (select count(*) rounds, min(s.stuck_since) since from step_retry s where s.job = j.id_) t
            ) stuck
            """;

    private final ManagementService management;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final int triesByItself;

    StuckSteps(ProcessEngine engine, JdbcClient jdbc) {
        this.management = engine.getManagementService();
        this.repository = engine.getRepositoryService();
        this.jdbc = jdbc;
        this.triesByItself = engine.getProcessEngineConfiguration().getDefaultNumberOfRetries();
    }

    /** The last retries asked for, and what became of them. */
    public record Retried(CaseNumber number, String step, Instant at, String by, Outcome outcome) {}

    /** What became of a retry. */
    public enum Outcome {
        /** Being tried. */
        TRYING,
        /** Has failed as often as it is tried. */
        STUCK_AGAIN,
        /** Is not stuck any more: it has succeeded, or the case does not need it any more. */
        OVER
    }

    /**
     * Those stuck longest first.
     *
     * @param after the last one seen; empty for the first page
     */
    public List<StuckJob> list(Optional<Place> after, int limit) {
        Place place = after.orElse(Place.FIRST);
        return jdbc.sql(LIST + " where (since, job) > (:since, :job) order by since, job limit :limit")
                .param("since", Timestamp.from(place.since()))
                .param("job", place.job())
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** Where a page of the list ends. */
    public record Place(Instant since, String job) {

        static final Place FIRST = new Place(Instant.EPOCH, "");

        public static Place of(StuckJob step) {
            return new Place(step.since(), step.job());
        }
    }

    public List<StuckJob> of(CaseNumber number) {
        return jdbc.sql(LIST + " where number = ? order by since, job")
                .param(number.value())
                .query(this::read)
                .list();
    }

    /** Which of the cases are stuck somewhere. */
    public Set<CaseNumber> among(Collection<CaseNumber> numbers) {
        return new HashSet<>(jdbc.sql("select distinct r.business_key_ " + STUCK + " where r.business_key_ = any (?)")
                .param(numbers.stream().map(CaseNumber::value).toArray(String[]::new))
                .query((row, n) -> new CaseNumber(row.getString(1)))
                .list());
    }

    public long count() {
        return jdbc.sql("select count(*) " + STUCK).query(Long.class).single();
    }

    /**
     * Gives a step its tries back. Of several who ask at once, one does it.
     *
     * @param tries as the asker has seen them: whoever saw an earlier failure does not retry the next
     * @return what is retried; empty if it is not stuck any more, or has been retried meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<StuckJob> retry(String job, int tries, String by) {
        jdbc.sql("select id_ from act_ru_job where id_ = ? for update")
                .param(job)
                .query(String.class)
                .optional();
        Optional<StuckJob> stuck = jdbc.sql(LIST + " where job = ?")
                .param(job)
                .query(this::read)
                .optional()
                .filter(step -> step.tries() == tries);
        stuck.ifPresent(step -> retry(step, by));
        return stuck;
    }

    /** Gives all stuck steps of a case their tries back, because what they failed at has changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StuckJob> retry(CaseNumber number, String by) {
        return of(number).stream()
                .flatMap(step -> retry(step.job(), step.tries(), by).stream())
                .toList();
    }

    private void retry(StuckJob step, String by) {
        management.setJobRetries(step.job(), triesByItself);
        jdbc.sql(
                        """
                        insert into step_retry (job, case_number, step, stuck_since, asked_by)
                        values (:job, :number, :step, :since, :by)
                        """)
                .param("job", step.job())
                .param("number", step.number().value())
                .param("step", step.name())
                .param("since", Timestamp.from(step.since()))
                .param("by", by)
                .update();
    }

    /** The newest first; of a step retried several times the last only. */
    public List<Retried> retried(int limit) {
        return jdbc.sql(
                        """
                        select s.case_number, s.step, s.asked_at, s.asked_by,
                          case when j.id_ is null then 'OVER' when j.retries_ = 0 then 'STUCK_AGAIN' else 'TRYING' end
                        from step_retry s left join act_ru_job j on j.id_ = s.job
                        where not exists (select 1 from step_retry n where n.job = s.job and n.id > s.id)
                        order by s.id desc limit :limit
                        """)
                .param("limit", limit)
                .query((row, n) -> new Retried(
                        new CaseNumber(row.getString(1)),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        Outcome.valueOf(row.getString(5))))
                .list();
    }

    private StuckJob read(ResultSet row, int n) throws SQLException {
        String element = row.getString("element");
        return new StuckJob(
                row.getString("job"),
                new CaseNumber(row.getString("number")),
                element,
                name(row.getString("definition"), element),
                row.getTimestamp("since").toInstant(),
                (row.getInt("rounds") + 1) * triesByItself,
                FailureReason.of(row.getString("message")));
    }

    private String name(String definition, String element) {
        return Optional.ofNullable(repository.getBpmnModelInstance(definition).getModelElementById(element))
                .filter(FlowElement.class::isInstance)
                .map(found -> ((FlowElement) found).getName())
                .filter(name -> !name.isBlank())
                .orElse(element);
    }
}
