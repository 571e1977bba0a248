package org.haina.service.yearlychecks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.haina.processes.ItemLimits.Period;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.haina.service.keys.CaseNumber;
import org.haina.service.yearlychecks.YearlyCheck.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Yearly checks as stored. */
@Repository
class YearlyCheckRows {

    /** Each year is a place of its own in the index, so that licences that ended long ago are passed over unread. */
    static final String DUE =
            """
            select l.* from licence l
            where l.item = :item and l.next_check = any(:years) and coalesce(l.valid_until, 'infinity'::date) >= :today
              and not (l.number = any(:but))
            limit 100
            """;

    static final int FIRST_YEAR = 2000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    YearlyCheckRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * At most 100 licences of an item that hold today and whose next check is this year's or was an earlier one's; while a check is open
     * there is no next one.
     *
     * @param but numbers that are left for another look
     */
    List<Licence> next(String item, LocalDate today, Collection<String> but) {
        return jdbc.sql(DUE)
                .param("item", item)
                .param(
                        "years",
                        IntStream.rangeClosed(FIRST_YEAR, today.getYear())
                                .boxed()
                                .toArray(Integer[]::new))
                .param("today", today)
                .param("but", but.toArray(String[]::new))
                .query((row, n) -> Licences.read(row))
                .list();
    }

    /** False if it is there already: another node, or this one before. Waits for who is about to open the same. */
    boolean insert(UUID id, Licence licence, int year, LocalDate lookBy, Period rectification, Instant at) {
        return jdbc.sql(
                                """
                                insert into yearly_check (id, case_number, licence_title, licence_number, year, opened_at, look_by,
                                  rectify_limit)
                                values (:id, :case, :title, :number, :year, :at, :lookBy, :limit::jsonb) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("case", licence.grantedBy().value())
                        .param("title", licence.title())
                        .param("number", licence.number())
                        .param("year", year)
                        .param("at", Timestamp.from(at))
                        .param("lookBy", lookBy)
                        .param("limit", json.valueToTree(rectification).toString())
                        .update()
                == 1;
    }

    void started(UUID id, String process) {
        jdbc.sql("update yearly_check set process_instance = :process where id = :id")
                .param("process", process)
                .param("id", id)
                .update();
    }

    void found(UUID id, String finding, String account) {
        jdbc.sql("update yearly_check set finding = :finding, found_by = :account where id = :id")
                .param("finding", finding)
                .param("account", account)
                .param("id", id)
                .update();
    }

    void ordered(UUID id, LocalDate until) {
        jdbc.sql("update yearly_check set rectify_by = :until where id = :id")
                .param("until", until)
                .param("id", id)
                .update();
    }

    void rectified(UUID id, String finding, String account) {
        jdbc.sql("update yearly_check set rectification = :finding, rectification_by = :account where id = :id")
                .param("finding", finding)
                .param("account", account)
                .param("id", id)
                .update();
    }

    void settle(UUID id, Result result, Instant at) {
        jdbc.sql("update yearly_check set result = :result, settled_at = :at where id = :id")
                .param("result", result.name())
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** Of one case, the latest year first. */
    List<YearlyCheck> of(CaseNumber number) {
        return jdbc.sql("select * from yearly_check where case_number = :number order by year desc")
                .param("number", number.value())
                .query(this::read)
                .list();
    }

    List<String> processes(CaseNumber number) {
        return jdbc.sql("select process_instance from yearly_check where case_number = :number order by year")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private YearlyCheck read(ResultSet row, int n) throws SQLException {
        return new YearlyCheck(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getString("licence_title"),
                row.getString("licence_number"),
                row.getInt("year"),
                row.getObject("look_by", LocalDate.class),
                period(row.getString("rectify_limit")),
                Optional.ofNullable(row.getString("finding")),
                Optional.ofNullable(row.getObject("rectify_by", LocalDate.class)),
                Optional.ofNullable(row.getString("rectification")),
                Optional.ofNullable(row.getString("result")).map(Result::valueOf));
    }

    private Period period(String stored) {
        try {
            return json.readValue(stored, Period.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored period is not JSON", e);
        }
    }
}
