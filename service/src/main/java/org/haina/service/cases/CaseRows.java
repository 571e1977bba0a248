package org.haina.service.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.District;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The case's own rows. */
@Repository
class CaseRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CaseRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Case, secrets, materials and first event in one statement: receiving is the busiest thing we do. */
    void insert(NewCase filed, byte[] sealed, Instant at) {
        List<SuppliedMaterial> materials = filed.materials();
        jdbc.sql(
                        """
                        with filed as (
                          insert into case_file (number, item_key, item_version, status, district, org, applicant_id,
                            agent_id, filed_by, channel, data, received_at, supervised)
                          values (:number, :item, :version, 'RECEIVED', :district, :org, :applicant, :agent, :filedBy,
                            :channel, :data::jsonb, :at, :supervised)),
                        secret as (
                          insert into case_secret (case_number, sealed) values (:number, :sealed)),
                        material as (
                          insert into case_material (case_number, key, source, reference, supplied_at)
                          select :number, m.key, m.source, m.reference, :at
                          from unnest(:keys::text[], :sources::text[], :references::text[]) m(key, source, reference))
                        insert into case_event (case_number, at, kind, label, actor_kind, actor, actor_label)
                        values (:number, :at, 'RECEIVE', :label, :actorKind, :actor, :actorLabel)
                        """)
                .param("number", filed.number().value())
                .param("item", filed.item().key().value())
                .param("version", filed.item().id())
                .param("district", filed.district().code())
                .param("org", filed.org())
                .param("applicant", filed.applicant().value())
                .param("agent", filed.agent().map(PartyId::value).orElse(null))
                .param("filedBy", filed.filedBy())
                .param("channel", filed.channel().name())
                .param("data", filed.data().toString())
                .param("supervised", filed.item().definition().isComplaint())
                .param("sealed", sealed)
                .param("at", moment(at))
                .param("keys", materials.stream().map(SuppliedMaterial::key).toArray(String[]::new))
                .param("sources", materials.stream().map(m -> m.source().name()).toArray(String[]::new))
                .param(
                        "references",
                        materials.stream().map(SuppliedMaterial::reference).toArray(String[]::new))
                .param("label", filed.label())
                .param("actorKind", filed.by().kind().name())
                .param("actor", filed.by().id())
                .param("actorLabel", filed.by().label())
                .update();
    }

    void attachProcess(CaseNumber number, String processInstance) {
        jdbc.sql("update case_file set process_instance = :process where number = :number")
                .param("process", processInstance)
                .param("number", number.value())
                .update();
    }

    Optional<CaseFile> find(CaseNumber number) {
        return jdbc.sql("select * from case_file where number = :number")
                .param("number", number.value())
                .query(this::read)
                .optional();
    }

    /** The row, locked until the transaction ends, so that of two officials one wins. */
    Optional<CaseFile> lock(CaseNumber number) {
        return jdbc.sql("select * from case_file where number = :number for update")
                .param("number", number.value())
                .query(this::read)
                .optional();
    }

    void move(CaseMoved moved, String label, String note) {
        jdbc.sql(
                        """
                        with moved as (
                          update case_file set status = :to, version = version + 1,
                            accepted_at = case
                              when :to <> 'ACCEPTED' or accepted_at is not null then accepted_at
                              when :kind = 'DEEM_ACCEPTED' then greatest(received_at, (select max(e.at) from case_event e
                                where e.case_number = :number and e.kind = 'ANSWER_CORRECTION'))
                              else :at end,
                            decided_at = case when :to in ('ISSUING', 'REFUSING') and status <> :to then :at else decided_at end,
                            closed_at = case when :terminal and status <> :to and closed_at is null then :at else closed_at end
                          where number = :number)
                        insert into case_event (case_number, at, kind, label, actor_kind, actor, actor_label, note)
                        values (:number, :at, :kind, :label, :actorKind, :actor, :actorLabel, :note)
                        """)
                .param("to", moved.to().name())
                .param("at", moment(moved.at()))
                .param("terminal", moved.to().isTerminal())
                .param("number", moved.number().value())
                .param("kind", moved.move().name())
                .param("label", label)
                .param("actorKind", moved.by().kind().name())
                .param("actor", moved.by().id())
                .param("actorLabel", moved.by().label())
                .param("note", note)
                .update();
    }

    /** False if the organ has a part in the case already. */
    boolean involve(CaseNumber number, String org) {
        return jdbc.sql(
                                """
                                update case_file set participants = participants || cast(:org as text)
                                where number = :number and org <> :org and not cast(:org as text) = any(participants)
                                """)
                        .param("org", org)
                        .param("number", number.value())
                        .update()
                == 1;
    }

    /** The organ that joined last leaves, and the one in charge has the case again. */
    void withdrawOffer(CaseNumber number) {
        jdbc.sql(
                        """
                        update case_file set participants = participants[:cardinality(participants) - 1], turn = null
                        where number = ?
                        """)
                .param(number.value())
                .update();
    }

    void handTo(CaseNumber number, String org) {
        jdbc.sql("update case_file set turn = nullif(cast(:org as text), org) where number = :number")
                .param("org", org)
                .param("number", number.value())
                .update();
    }

    /** Replaces form data and keeps what stood before. */
    void replaceData(CaseNumber number, ObjectNode data, byte[] sealed, Instant at) {
        jdbc.sql(
                        """
                        with kept as (
                          insert into case_revision (case_number, revision, data, sealed, replaced_at)
                          select f.number, f.data_revision, f.data, s.sealed, :at
                          from case_file f left join case_secret s on s.case_number = f.number
                          where f.number = :number),
                        secret as (update case_secret set sealed = :sealed where case_number = :number)
                        update case_file set data = :data::jsonb, data_revision = data_revision + 1
                        where number = :number
                        """)
                .param("number", number.value())
                .param("data", data.toString())
                .param("sealed", sealed)
                .param("at", moment(at))
                .update();
    }

    byte[] sealed(CaseNumber number) {
        return jdbc.sql("select sealed from case_secret where case_number = :number")
                .param("number", number.value())
                .query(byte[].class)
                .single();
    }

    CaseFile read(ResultSet row, int n) throws SQLException {
        return new CaseFile(
                new CaseNumber(row.getString("number")),
                new ItemKey(row.getString("item_key")),
                row.getLong("item_version"),
                CaseStatus.valueOf(row.getString("status")),
                new District(row.getString("district")),
                row.getString("org"),
                List.of((String[]) row.getArray("participants").getArray()),
                Optional.ofNullable(row.getString("turn")),
                new PartyId(row.getObject("applicant_id", UUID.class)),
                Optional.ofNullable(row.getObject("agent_id", UUID.class)).map(PartyId::new),
                row.getString("filed_by"),
                Channel.valueOf(row.getString("channel")),
                object(row.getString("data")),
                Optional.ofNullable(row.getString("process_instance")),
                row.getTimestamp("received_at").toInstant(),
                instant(row.getTimestamp("accepted_at")),
                instant(row.getTimestamp("decided_at")),
                instant(row.getTimestamp("closed_at")),
                row.getInt("version"),
                row.getBoolean("supervised"),
                List.of((String[]) row.getArray("barred").getArray()));
    }

    ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored form data is not JSON", e);
        }
    }

    static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(@Nullable Timestamp stamp) {
        return Optional.ofNullable(stamp).map(Timestamp::toInstant);
    }
}
