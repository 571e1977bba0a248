package org.haina.service.decisions;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.cases.Actor;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opinions and decisions as stored; never changed. */
@Repository
public class Opinions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Opinions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds what an official puts down. */
    public void record(CaseNumber number, Opinion.Stage stage, String outcome, String text, Official by) {
        record(number, stage, outcome, text, by.account(), by.displayName(), Optional.empty());
    }

    /**
     * What a department said that was asked.
     *
     * @param organ its name
     * @param outcome {@code agree} or {@code object}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordConsulted(CaseNumber number, String organ, String outcome, String text, Official by) {
        record(number, Opinion.Stage.CONSULTED, outcome, text, by.account(), by.displayName(), Optional.of(organ));
    }

    /** A grant that the system made; nothing else is decided without a person. */
    void recordInstantGrant(CaseNumber number, String text) {
        record(number, Opinion.Stage.DECISION, "granted", text, Actor.SYSTEM.id(), "系统即时办理", Optional.empty());
    }

    private void record(
            CaseNumber number,
            Opinion.Stage stage,
            String outcome,
            String text,
            String account,
            String name,
            Optional<String> organ) {
        jdbc.sql(
                        """
                        insert into opinion (case_number, stage, outcome, text, account, name, organ, at)
                        values (:number, :stage, :outcome, :text, :account, :name, :organ, :at)
                        """)
                .param("number", number.value())
                .param("stage", stage.name())
                .param("outcome", outcome)
                .param("text", text.strip())
                .param("account", account)
                .param("name", name)
                .param("organ", organ.orElse(null))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** The reviewer's opinion does not count any more; it stays to be read. */
    public void takeBackReview(CaseNumber number, Official by) {
        takeBack(number, Opinion.Stage.REVIEW, by);
    }

    /** What was put down last at this stage does not count any more; it stays to be read. */
    public void takeBack(CaseNumber number, Opinion.Stage stage, Official by) {
        record(number, stage, Opinion.TAKEN_BACK, "", by);
    }

    /** All of a case, oldest first. */
    public List<Opinion> of(CaseNumber number) {
        return jdbc.sql("select * from opinion where case_number = :number order by id")
                .param("number", number.value())
                .query((row, n) -> new Opinion(
                        Opinion.Stage.valueOf(row.getString("stage")),
                        row.getString("outcome"),
                        row.getString("text"),
                        row.getString("account"),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("organ")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** The decision, once there is one. */
    public Optional<Opinion> decision(CaseNumber number) {
        return last(number, Opinion.Stage.DECISION);
    }

    /** The reviewer's opinion, once there is one and while it was not taken back. */
    public Optional<Opinion> review(CaseNumber number) {
        return last(number, Opinion.Stage.REVIEW).filter(opinion -> !opinion.isTakenBack());
    }

    /** What the departments said that were asked, each as corrected last, in the order of their answers. */
    public List<Opinion> consulted(CaseNumber number) {
        Map<String, Opinion> said = new LinkedHashMap<>();
        of(number).stream()
                .filter(o -> o.stage() == Opinion.Stage.CONSULTED)
                .forEach(o -> said.put(o.organ().orElse(""), o));
        return List.copyOf(said.values());
    }

    /** What was found at the place, as put down last and not taken back. */
    public Optional<Opinion> visit(CaseNumber number) {
        return last(number, Opinion.Stage.VISIT).filter(opinion -> !opinion.isTakenBack());
    }

    private Optional<Opinion> last(CaseNumber number, Opinion.Stage stage) {
        return of(number).stream().filter(o -> o.stage() == stage).reduce((first, second) -> second);
    }
}
