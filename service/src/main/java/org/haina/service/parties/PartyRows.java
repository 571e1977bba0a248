package org.haina.service.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.keys.PartyId;
import org.haina.service.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table, encrypting on the way in and decrypting on the way out. */
@Repository
class PartyRows {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    PartyRows(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    Optional<PartyId> find(Identity identity) {
        return jdbc.sql("select id from party where identifier_index = :index")
                .param("index", index(identity))
                .query(UUID.class)
                .optional()
                .map(PartyId::new);
    }

    Optional<IdentityMatch> match(PartyId id, Optional<Identity> identity, String name) {
        return jdbc.sql("select identifier_index = :index, name = :name from party where id = :id")
                .param("index", identity.map(this::index).orElseGet(() -> new byte[0]))
                .param("name", name)
                .param("id", id.value())
                .query((row, n) -> new IdentityMatch(row.getBoolean(1), row.getBoolean(2)))
                .optional();
    }

    /** Inserts unless somebody has, also in this moment; empty if so. */
    Optional<PartyId> insert(Identity identity, String name, boolean proved) {
        PartyId id = new PartyId(UUID.randomUUID());
        return jdbc.sql(
                        """
                        insert into party (id, kind, name, id_type, identifier, identifier_index, last_four, proved,
                          recorded_at, changed_at)
                        values (:id, :kind, :name, :type, :identifier, :index, :lastFour, :proved, :at, :at)
                        on conflict (identifier_index) do nothing
                        returning id
                        """)
                .param("id", id.value())
                .param("kind", PartyKind.ofIdType(identity.type()).name())
                .param("name", name)
                .param("type", identity.type())
                .param("identifier", vault.encrypt(identifierContext(id), identity.number()))
                .param("index", index(identity))
                .param("lastFour", lastFour(id, identity.lastFour()))
                .param("proved", proved)
                .param("at", now())
                .query(UUID.class)
                .optional()
                .map(PartyId::new);
    }

    void prove(PartyId id, String name) {
        jdbc.sql(
                        """
                        update party set name = :name, proved = true, changed_at = :at
                        where id = :id and not (proved and name = :name)
                        """)
                .param("name", name)
                .param("at", now())
                .param("id", id.value())
                .update();
    }

    /** False if the name was proved, or is this one already. */
    boolean rename(PartyId id, String name) {
        return jdbc.sql(
                                """
                                update party set name = :name, changed_at = :at
                                where id = :id and kind = 'ORGANISATION' and not proved and name <> :name
                                """)
                        .param("name", name)
                        .param("at", now())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean isProved(PartyId id) {
        return jdbc.sql("select proved from party where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    void changePhone(PartyId id, String phone) {
        jdbc.sql("update party set phone = :phone, changed_at = :at where id = :id")
                .param("phone", vault.encrypt(phoneContext(id), phone))
                .param("at", now())
                .param("id", id.value())
                .update();
    }

    List<PartyDetails> read(Collection<PartyId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from party where id in (:ids)")
                        .param("ids", ids.stream().map(PartyId::value).toList())
                        .query((row, n) -> details(row))
                        .list();
    }

    Optional<String> name(PartyId id, boolean masked) {
        return jdbc.sql("select kind, name from party where id = :id")
                .param("id", id.value())
                .query((row, n) -> masked
                        ? Disguise.name(PartyKind.valueOf(row.getString("kind")), row.getString("name"))
                        : row.getString("name"))
                .optional();
    }

    Optional<PartyKind> kind(PartyId id) {
        return jdbc.sql("select kind from party where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(PartyKind::valueOf);
    }

    Optional<byte[]> lastFour(PartyId id) {
        return jdbc.sql("select last_four from party where id = :id")
                .param("id", id.value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** Keyed and bound to the row: equal endings of two persons look different. */
    byte[] lastFour(PartyId id, String ending) {
        return vault.blindIndex("party.last_four:" + id, ending);
    }

    private PartyDetails details(ResultSet row) throws SQLException {
        PartyId id = new PartyId(row.getObject("id", UUID.class));
        byte @Nullable [] phone = row.getBytes("phone");
        return new PartyDetails(
                id,
                PartyKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("id_type"),
                vault.decrypt(identifierContext(id), row.getBytes("identifier")),
                Optional.ofNullable(phone).map(bytes -> vault.decrypt(phoneContext(id), bytes)));
    }

    private byte[] index(Identity identity) {
        return vault.blindIndex("party.identifier", identity.key());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String identifierContext(PartyId id) {
        return "party.identifier:" + id;
    }

    private static String phoneContext(PartyId id) {
        return "party.phone:" + id;
    }
}
