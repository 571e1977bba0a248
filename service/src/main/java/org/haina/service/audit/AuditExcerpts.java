package org.haina.service.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Suite;
import org.haina.service.vault.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** The part of the log that is about one case, in the form in which it was hashed: it can be recomputed elsewhere. */
@Service
public class AuditExcerpts {

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Anchors anchors;

    AuditExcerpts(JdbcTemplate jdbc, Vault vault, Anchors anchors) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.anchors = anchors;
    }

    /**
     * A sealed entry.
     *
     * @param content the canonical text; the hash is made over the previous hash, a line feed and this text in UTF-8
     * @param previous hash of the entry before it in the log, mostly one of another case
     * @param algorithm name of the hash, {@code SM3} or {@code SHA-256}
     */
    public record Link(long entry, String content, String previous, String hash, String algorithm) {}

    /** A signed head of the chain. */
    public record Anchor(long entry, String hash, String at, String signature) {}

    /**
     * @param links in the order of the log
     * @param anchor the newest there is; empty in the first seconds of a log
     */
    public record Excerpt(List<Link> links, Optional<Anchor> anchor) {

        public Excerpt {
            links = List.copyOf(links);
        }
    }

    /** Empty while an entry of the case waits for its seal. */
    public Optional<Excerpt> of(CaseNumber number) {
        Boolean waiting = jdbc.queryForObject(
                "select exists (select 1 from audit_entry e where e.case_number = ? and not exists"
                        + " (select 1 from audit_seal s where s.entry_id = e.id))",
                Boolean.class,
                number.value());
        if (Boolean.TRUE.equals(waiting)) {
            return Optional.empty();
        }
        List<Link> links = jdbc.query(
                "select s.algorithm, s.previous_hash, s.hash, " + CanonicalEntry.COLUMNS
                        + " from audit_entry e join audit_seal s on s.entry_id = e.id"
                        + " where e.case_number = ? order by e.id",
                (row, n) -> link(row),
                number.value());
        return Optional.of(
                new Excerpt(links, anchors.newest().map(a -> new Anchor(a.entry(), a.hash(), a.at(), a.signature()))));
    }

    /** The hashes that the log has of these entries; those not sealed are left out. */
    public Map<Long, String> hashes(Collection<Long> entries) {
        return jdbc
                .query(
                        "select entry_id, hash from audit_seal where entry_id = any(?)",
                        (row, n) -> Map.entry(row.getLong(1), row.getString(2)),
                        (Object) entries.toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** True if the hash is that of the content and the hash before it. */
    public boolean isSound(Link link) {
        return Arrays.stream(Suite.values())
                .filter(suite -> suite.hashName().equals(link.algorithm()))
                .anyMatch(suite -> new CanonicalEntry(link.entry(), link.content())
                        .hash(vault, suite, link.previous())
                        .equals(link.hash()));
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("id"),
                CanonicalEntry.of(row).json(),
                row.getString("previous_hash"),
                row.getString("hash"),
                row.getString("algorithm"));
    }
}
