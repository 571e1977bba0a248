package org.haina.service.vault;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers by fingerprint which keys this database was written with. A lost or swapped ring is told at start, before
 * new values under a foreign key make the damage worse.
 */
final class KeyRegister {

    private static final byte[] PURPOSE = "haina/fingerprint".getBytes(StandardCharsets.UTF_8);

    private final JdbcClient jdbc;

    KeyRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters the ring's keys; refuses a ring that lacks a key of the database or has another one under its name. */
    void admit(KeyRing ring) {
        Map<String, String> offered =
                ring.keys().stream().collect(Collectors.toMap(KeyRing.Key::id, KeyRegister::fingerprint));
        offered.forEach(this::enter);
        known().forEach((id, fingerprint) -> {
            if (!fingerprint.equals(offered.get(id))) {
                throw new IllegalStateException("The key ring does not fit the database: key " + id
                        + " is missing or another one. " + "Restore the ring this database was written with");
            }
        });
    }

    private void enter(String id, String fingerprint) {
        jdbc.sql("insert into vault_key (id, fingerprint) values (:id, :fingerprint) on conflict do nothing")
                .param("id", id)
                .param("fingerprint", fingerprint)
                .update();
    }

    private Map<String, String> known() {
        return jdbc
                .sql("select id, fingerprint from vault_key")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String fingerprint(KeyRing.Key key) {
        return HexFormat.of().formatHex(Primitives.derive(Suite.NATIONAL, key.master(), PURPOSE, 8));
    }
}
