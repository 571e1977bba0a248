package org.haina.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain as somebody computes it who has the tables, the standard's hash and not our code. */
@ServiceTest
class AuditSealTests {

    private static final ObjectMapper SORTED =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Autowired
    Audit audit;

    @Autowired
    Sealer sealer;

    @Autowired
    JdbcClient jdbc;

    private record Link(String algorithm, String previous, String hash, String content) {}

    @Test
    void the_hash_is_sm3_as_the_standard_gives_it() {
        assertThat(sm3("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void each_seal_is_sm3_over_the_seal_before_and_the_entry() {
        List<String> actors =
                IntStream.range(0, 5).mapToObj(i -> "test." + UUID.randomUUID()).toList();
        actors.forEach(actor ->
                audit.record(new AuditEntry(actor, "case.read", "case", null, Map.of("reason", "核对原件", "page", "1"))));
        TestDesk.await("the seals", () -> {
            sealer.round();
            return actors.stream().allMatch(this::isSealed);
        });

        List<Link> links = jdbc.sql("select s.algorithm, s.previous_hash, s.hash, e.* from audit_seal s"
                        + " join audit_entry e on e.id = s.entry_id order by s.entry_id desc limit 200")
                .query(AuditSealTests::link)
                .list();

        assertThat(links).hasSizeGreaterThanOrEqualTo(actors.size());
        assertThat(links).extracting(Link::algorithm).containsOnly("SM3");
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            assertThat(link.hash()).as(link.content()).isEqualTo(sm3(link.previous() + "\n" + link.content()));
            assertThat(
                            i + 1 == links.size()
                                    ? link.previous()
                                    : links.get(i + 1).hash())
                    .isEqualTo(link.previous());
        }
    }

    private boolean isSealed(String actor) {
        return jdbc.sql("select exists (select 1 from audit_seal where entry_id ="
                        + " (select id from audit_entry where actor = ?))")
                .param(actor)
                .query(Boolean.class)
                .single();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        Map<String, @Nullable Object> content = new HashMap<>();
        for (String column : List.of("actor", "action", "subject", "correlation")) {
            content.put(column, row.getString(column));
        }
        content.put("id", row.getLong("id"));
        content.put("case", row.getString("case_number"));
        content.put("at", row.getTimestamp("at").toInstant().toString());
        content.put("recorded", row.getTimestamp("recorded_at").toInstant().toString());
        try {
            content.put("detail", SORTED.readValue(row.getString("detail"), Map.class));
            return new Link(
                    row.getString("algorithm"),
                    row.getString("previous_hash"),
                    row.getString("hash"),
                    SORTED.writeValueAsString(content));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sm3(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
