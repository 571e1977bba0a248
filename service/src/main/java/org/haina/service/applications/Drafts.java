package org.haina.service.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts, each for its owner alone, encrypted whole because anything may stand in them. */
@Service
public class Drafts {

    private static final String COLUMNS =
            "id, party_id, principal_id, item_key, item_version, sealed, page, case_number, updated_at, version";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Vault vault, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** Begins a draft for oneself with what is known already. */
    @Transactional
    public Draft begin(PartyId party, ItemVersion item, ObjectNode known, List<SuppliedMaterial> materials) {
        return begin(party, Optional.empty(), item, known, materials);
    }

    /** As {@link #begin(PartyId, ItemVersion, ObjectNode, List)}, for somebody else if there is a principal. */
    @Transactional
    public Draft begin(
            PartyId party,
            Optional<PartyId> principal,
            ItemVersion item,
            ObjectNode known,
            List<SuppliedMaterial> materials) {
        UUID id = UUID.randomUUID();
        String first = item.applicationForm().layout().pages().get(0).key();
        jdbc.sql(
                        """
                        insert into application (id, party_id, principal_id, item_key, item_version, sealed, state, page,
                          created_at, updated_at)
                        values (:id, :party, :principal, :item, :version, :sealed, 'DRAFT', :page, :now, :now)
                        """)
                .param("id", id)
                .param("party", party.value())
                .param("principal", principal.map(PartyId::value).orElse(null))
                .param("item", item.key().value())
                .param("version", item.id())
                .param("sealed", seal(id, known, materials))
                .param("page", first)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return get(id, party);
    }

    /** @throws Problem if this person has no such draft */
    public Draft get(UUID id, PartyId party) {
        return jdbc.sql("select " + COLUMNS + " from application where id = :id and party_id = :party")
                .param("id", id)
                .param("party", party.value())
                .query(this::read)
                .optional()
                .orElseThrow(() -> Problem.notFound("没有找到这份申请草稿，它可能已经提交或者被删除。"));
    }

    /** The draft of an item the person has begun last, if any. */
    public Optional<Draft> latest(PartyId party, ItemKey item) {
        return open(party).stream().filter(draft -> draft.item().equals(item)).findFirst();
    }

    /** Of those of an item, the one for this applicant last worked on. */
    public Optional<Draft> latest(PartyId party, ItemKey item, PartyId applicant) {
        return open(party).stream()
                .filter(draft -> draft.item().equals(item) && draft.applicant().equals(applicant))
                .findFirst();
    }

    /** All open drafts of a person, last worked on first, at most 20. */
    public List<Draft> open(PartyId party) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from application where party_id = :party and state = 'DRAFT' order by updated_at desc limit 20")
                .param("party", party.value())
                .query(this::read)
                .list();
    }

    /** Saves what is there, right or wrong; false if another tab has saved since or the draft has become a case. */
    @Transactional
    public boolean save(Draft draft, ObjectNode data, List<SuppliedMaterial> materials, String page) {
        return jdbc.sql(
                                """
                                update application set sealed = :sealed, page = :page, updated_at = :now,
                                  version = version + 1
                                where id = :id and party_id = :party and version = :version and state = 'DRAFT'
                                """)
                        .param("sealed", seal(draft.id(), data, materials))
                        .param("page", page)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", draft.id())
                        .param("party", draft.party().value())
                        .param("version", draft.version())
                        .update()
                == 1;
    }

    /** The draft has become a case; its contents are no longer needed here. False if another tab has saved since. */
    @Transactional
    public boolean submitted(Draft draft, CaseNumber number) {
        return jdbc.sql(
                                """
                                update application set state = 'SUBMITTED', case_number = :number, updated_at = :now
                                where id = :id and version = :version and state = 'DRAFT'
                                """)
                        .param("number", number.value())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", draft.id())
                        .param("version", draft.version())
                        .update()
                == 1;
    }

    @Transactional
    public void discard(UUID id, PartyId party) {
        jdbc.sql("delete from application where id = :id and party_id = :party and state = 'DRAFT'")
                .param("id", id)
                .param("party", party.value())
                .update();
    }

    private byte[] seal(UUID id, ObjectNode data, List<SuppliedMaterial> materials) {
        ObjectNode whole = json.createObjectNode();
        whole.set("data", data);
        whole.set("materials", json.valueToTree(materials));
        return vault.encrypt("application.sealed:" + id, whole.toString());
    }

    private Draft read(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        JsonNode whole = open(id, row.getBytes("sealed"));
        return new Draft(
                id,
                new PartyId(row.getObject("party_id", UUID.class)),
                Optional.ofNullable(row.getObject("principal_id", UUID.class)).map(PartyId::new),
                new ItemKey(row.getString("item_key")),
                row.getLong("item_version"),
                (ObjectNode) whole.get("data"),
                materials((ArrayNode) whole.get("materials")),
                row.getString("page"),
                Optional.ofNullable(row.getString("case_number")).map(CaseNumber::new),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

    private JsonNode open(UUID id, byte[] sealed) {
        try {
            return json.readTree(vault.decrypt("application.sealed:" + id, sealed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Draft " + id + " is not readable", e);
        }
    }

    private List<SuppliedMaterial> materials(ArrayNode list) {
        List<SuppliedMaterial> materials = new ArrayList<>();
        list.forEach(node -> materials.add(json.convertValue(node, SuppliedMaterial.class)));
        return materials;
    }
}
