package org.haina.service.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Role;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the list. No query touches the engine's tables. */
@Repository
class WorkItemRows {

    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    WorkItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WorkItem item) {
        jdbc.sql(
                        """
                        insert into work_item (id, case_number, item_key, item_title, task_key, name, role, district,
                          org, outcomes, applicant, opened_at, due_on, barred)
                        values (:id, :number, :item, :title, :taskKey, :name, :role, :district, :org, :outcomes,
                          :applicant, :openedAt, :due, :barred)
                        """)
                .param("id", item.id())
                .param("number", item.number().value())
                .param("item", item.item().value())
                .param("title", item.itemTitle())
                .param("taskKey", item.taskKey())
                .param("name", item.name())
                .param("role", item.role().name())
                .param("district", item.district().code())
                .param("org", item.org())
                .param("outcomes", item.outcomes().toArray(String[]::new))
                .param("applicant", item.applicant())
                .param("openedAt", Timestamp.from(item.openedAt()))
                .param("due", item.due().orElse(NEVER))
                .param("barred", item.barred().toArray(String[]::new))
                .update();
    }

    /** Closes the row unless a person's completion has closed it already. */
    void close(String id, Instant at) {
        jdbc.sql("update work_item set closed_at = :at where id = :id and closed_at is null")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** Whoever works on it keeps it while the role may; the version grows, since what is on the page has changed. */
    void change(String id, String name, Role role, List<String> outcomes) {
        jdbc.sql(
                        """
                        update work_item set name = :name, outcomes = :outcomes, version = version + 1,
                          claimed_by = case when role = :role then claimed_by end,
                          claimed_name = case when role = :role then claimed_name end,
                          claimed_at = case when role = :role then claimed_at end,
                          role = :role
                        where id = :id and closed_at is null
                          and (name, role, outcomes) is distinct from (:name, :role, cast(:outcomes as text[]))
                        """)
                .param("name", name)
                .param("role", role.name())
                .param("outcomes", outcomes.toArray(String[]::new))
                .param("id", id)
                .update();
    }

    void complete(String id, Instant at, Official by, String outcome) {
        jdbc.sql(
                        """
                        update work_item set closed_at = :at, closed_by = :account, closed_name = :name,
                          outcome = :outcome, version = version + 1 where id = :id
                        """)
                .param("at", Timestamp.from(at))
                .param("account", by.account())
                .param("name", by.displayName())
                .param("outcome", outcome)
                .param("id", id)
                .update();
    }

    /** Its outcome does not count any more. */
    void takeBack(String id, Instant at) {
        jdbc.sql("update work_item set taken_back_at = :at, version = version + 1 where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** It says something else than before. */
    void amended(String id) {
        jdbc.sql("update work_item set version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** To these the open tasks of the case do not exist; what one of them has taken is anybody's again. */
    void bar(CaseNumber number, Collection<String> accounts) {
        jdbc.sql(
                        """
                        update work_item set barred = :accounts,
                          version = version + case when claimed_by = any(:accounts) then 1 else 0 end,
                          claimed_by = case when claimed_by = any(:accounts) then null else claimed_by end,
                          claimed_name = case when claimed_by = any(:accounts) then null else claimed_name end,
                          claimed_at = case when claimed_by = any(:accounts) then null else claimed_at end
                        where case_number = :number and closed_at is null
                        """)
                .param("accounts", accounts.toArray(String[]::new))
                .param("number", number.value())
                .update();
    }

    void urge(CaseNumber number, String org, Instant at) {
        jdbc.sql("update work_item set urged_at = :at where case_number = :number and org = :org and closed_at is null")
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .param("org", org)
                .update();
    }

    void changeDue(CaseNumber number, LocalDate due) {
        jdbc.sql("update work_item set due_on = :due where case_number = :number and closed_at is null")
                .param("due", due)
                .param("number", number.value())
                .update();
    }

    /** Claims if nobody has; false if somebody was faster. */
    boolean claim(String id, int version, Official by, Instant at) {
        return jdbc.sql(
                                """
                                update work_item set claimed_by = :account, claimed_name = :name, claimed_at = :at,
                                  version = version + 1
                                where id = :id and version = :version and claimed_by is null and closed_at is null
                                """)
                        .param("account", by.account())
                        .param("name", by.displayName())
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    boolean release(String id, Official by) {
        return jdbc.sql(
                                """
                                update work_item set claimed_by = null, claimed_name = null, claimed_at = null,
                                  version = version + 1
                                where id = :id and claimed_by = :account and closed_at is null
                                """)
                        .param("id", id)
                        .param("account", by.account())
                        .update()
                == 1;
    }

    Optional<WorkItem> find(String id) {
        return jdbc.sql("select * from work_item where id = :id")
                .param("id", id)
                .query(WorkItemRows::read)
                .optional();
    }

    Optional<WorkItem> lock(String id) {
        return jdbc.sql("select * from work_item where id = :id for update")
                .param("id", id)
                .query(WorkItemRows::read)
                .optional();
    }

    List<WorkItem> ofCase(CaseNumber number) {
        return jdbc.sql("select * from work_item where case_number = :number order by opened_at limit 200")
                .param("number", number.value())
                .query(WorkItemRows::read)
                .list();
    }

    List<WorkItem> page(Official official, WorkItemFilter filter) {
        var after = filter.after();
        return jdbc.sql("select * from work_item where " + condition(filter)
                        + " and (due_on, id) > (:afterDue, :afterId) order by due_on, id limit :limit")
                .params(Conditions.of(official, filter))
                .param("afterDue", after.map(WorkItemFilter.Position::due).orElse(LocalDate.EPOCH))
                .param("afterId", after.map(WorkItemFilter.Position::id).orElse(""))
                .param("limit", filter.limit() + 1)
                .query(WorkItemRows::read)
                .list();
    }

    /** Open rows of all districts or one, due first; complaints are no business of whoever oversees. */
    List<WorkItem> overview(Optional<District> district, Optional<WorkItemFilter.Position> after, int limit) {
        return jdbc.sql(
                        "select * from work_item where closed_at is null and role <> 'SUPERVISOR' and (due_on, id) > (:afterDue, :afterId)"
                                + (district.isPresent() ? " and district = :district" : "")
                                + " order by due_on, id limit :limit")
                .param("afterDue", after.map(WorkItemFilter.Position::due).orElse(LocalDate.EPOCH))
                .param("afterId", after.map(WorkItemFilter.Position::id).orElse(""))
                .param("district", district.map(District::code).orElse(""))
                .param("limit", limit)
                .query(WorkItemRows::read)
                .list();
    }

    /** How many rows the filter has, counted to 1,000 and no further. */
    int count(Official official, WorkItemFilter filter) {
        return jdbc.sql("select count(*) from (select 1 from work_item where " + condition(filter) + " limit 1001) c")
                .params(Conditions.of(official, filter))
                .query(Integer.class)
                .single();
    }

    private static String condition(WorkItemFilter filter) {
        return Conditions.text(filter);
    }

    static WorkItem read(ResultSet row, int n) throws SQLException {
        return new WorkItem(
                row.getString("id"),
                new CaseNumber(row.getString("case_number")),
                new ItemKey(row.getString("item_key")),
                row.getString("item_title"),
                row.getString("task_key"),
                row.getString("name"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                new District(row.getString("district")),
                row.getString("org"),
                Arrays.stream((String[]) row.getArray("outcomes").getArray()).collect(Collectors.toList()),
                row.getString("applicant"),
                row.getTimestamp("opened_at").toInstant(),
                Optional.of(row.getObject("due_on", LocalDate.class)).filter(d -> d.isBefore(NEVER)),
                Optional.ofNullable(row.getString("claimed_by")),
                Optional.ofNullable(row.getString("claimed_name")),
                row.getInt("version"),
                Optional.ofNullable(row.getTimestamp("urged_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("closed_name")),
                Optional.ofNullable(row.getString("outcome")),
                List.of((String[]) row.getArray("barred").getArray()),
                Optional.ofNullable(row.getTimestamp("taken_back_at")).map(Timestamp::toInstant));
    }
}
