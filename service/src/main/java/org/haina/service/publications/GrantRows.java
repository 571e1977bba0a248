package org.haina.service.publications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.haina.service.publications.PublishedGrant.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries as stored. What is withheld or retracted is never read here. */
@Repository
class GrantRows {

    private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

    private static final String READ = "withheld_at is null and retracted_at is null";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    GrantRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Id, first day and withholding of an entry that is there already stay; true if none was. */
    boolean put(CaseNumber number, PublishedGrant grant) {
        return jdbc.sql(
                        """
                        insert into published_grant (case_number, id, item_key, item_title, org, kind, holder, document,
                          granted_on, valid_until, facts, state, ended_on, ended_by, corrected_by, published_at)
                        values (:case, :id, :item, :title, :org, :kind, :holder, :document,
                          :grantedOn, :validUntil, :facts::jsonb, :state, :endedOn, :endedBy, :correctedBy, :at)
                        on conflict (case_number) do update set holder = excluded.holder, org = excluded.org,
                          document = excluded.document, granted_on = excluded.granted_on,
                          valid_until = excluded.valid_until, facts = excluded.facts, state = excluded.state,
                          ended_on = excluded.ended_on, ended_by = excluded.ended_by,
                          corrected_by = excluded.corrected_by, retracted_at = null
                        returning id = :id
                        """)
                .param("case", number.value())
                .param("id", grant.id())
                .param("item", grant.itemKey())
                .param("title", grant.itemTitle())
                .param("org", grant.org())
                .param("kind", grant.organisation() ? "ORGANISATION" : "PERSON")
                .param("holder", grant.holder())
                .param("document", grant.document())
                .param("grantedOn", grant.grantedOn())
                .param("validUntil", grant.validUntil().orElse(null))
                .param("facts", json.valueToTree(grant.facts()).toString())
                .param("state", grant.state().name())
                .param("endedOn", grant.endedOn().orElse(null))
                .param("endedBy", grant.endedBy().orElse(null))
                .param("correctedBy", grant.correctedBy().orElse(null))
                .param("at", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Nobody reads it any more. Its id, if there is one that was read until now. */
    Optional<UUID> retract(CaseNumber number) {
        return jdbc.sql(
                        """
                        update published_grant set retracted_at = :at where case_number = :case and retracted_at is null
                        returning id
                        """)
                .param("case", number.value())
                .param("at", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** The newest first; one row more than a page tells that another follows. */
    List<PublishedGrant> page(GrantSearch search, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder(READ);
        search.item().ifPresent(item -> and(where, parameters, "item_key = :item", "item", item));
        search.org().ifPresent(org -> and(where, parameters, "org = :org", "org", org));
        search.document()
                .ifPresent(text -> and(where, parameters, "document like :document", "document", begins(text)));
        search.holder()
                .ifPresent(text -> and(
                        where, parameters, "kind = 'ORGANISATION' and holder like :holder", "holder", begins(text)));
        search.after().ifPresent(place -> {
            parameters.put("day", place.day());
            and(where, parameters, "(granted_on, id) < (:day, :last)", "last", place.id());
        });
        return jdbc.sql("select * from published_grant where " + where
                        + " order by granted_on desc, id desc limit :limit")
                .params(parameters)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private static void and(
            StringBuilder where, Map<String, Object> parameters, String condition, String name, Object value) {
        where.append(" and ").append(condition);
        parameters.put(name, value);
    }

    /** What was typed is text: no sign in it stands for another. */
    private static String begins(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** Codes of the organs that have published something; each is found by one step in the index. */
    List<String> organs() {
        return jdbc.sql(
                        """
                        with recursive found (org) as (
                          (select min(org) from published_grant where withheld_at is null and retracted_at is null)
                          union all
                          select (select min(g.org) from published_grant g
                            where g.org > found.org and g.withheld_at is null and g.retracted_at is null)
                          from found where found.org is not null)
                        select org from found where org is not null
                        """)
                .query(String.class)
                .list();
    }

    private PublishedGrant read(ResultSet row, int n) throws SQLException {
        return new PublishedGrant(
                row.getObject("id", UUID.class),
                row.getString("item_key"),
                row.getString("item_title"),
                row.getString("org"),
                row.getString("kind").equals("ORGANISATION"),
                row.getString("holder"),
                row.getString("document"),
                row.getObject("granted_on", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                facts(row.getString("facts")),
                GrantState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                Optional.ofNullable(row.getString("ended_by")),
                Optional.ofNullable(row.getString("corrected_by")));
    }

    private List<Fact> facts(String text) {
        try {
            return json.readValue(text, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored facts of a published grant are not JSON", e);
        }
    }
}
