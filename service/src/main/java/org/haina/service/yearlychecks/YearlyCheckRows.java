package org.haina.service.yearlychecks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    YearlyCheckRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * At most 100 licences of an item that hold today, were granted before this year and have not been looked into in it; a check that
     * is still open comes first.
     *
     * @param but numbers that are left for another look
     */
    List<Licence> next(String item, LocalDate today, Collection<String> but) {
        return jdbc.sql(
                        """
                        select l.* from licence l
                        where l.item = :item and l.granted_at < :year and (l.valid_until is null or l.valid_until >= :today)
                          and not (l.number = any(:but))
                          and not exists (select 1 from yearly_check y
                            where y.licence_title = l.title and y.licence_number = l.number and y.year = :of)
                          and not exists (select 1 from yearly_check y
                            where y.case_number = l.granted_by and y.settled_at is null)
                        order by l.number limit 100
                        """)
                .param("item", item)
                .param(
                        "year",
                        Timestamp.from(
                                today.withDayOfYear(1).atStartOfDay(SHANGHAI).toInstant()))
                .param("today", today)
                .param("but", but.toArray(String[]::new))
                .param("of", today.getYear())
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
