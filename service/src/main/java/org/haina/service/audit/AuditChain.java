package org.haina.service.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.haina.service.audit.AuditFinding.Kind;
import org.haina.service.vault.Suite;
import org.haina.service.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Checks the log against its chain and the chain against its anchors; reads everything, changes nothing. */
@Service
public class AuditChain {

    private static final int PAGE = 2_000;

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Anchors anchors;
    private final AuditSettings settings;

    private record Link(long entry, String algorithm, String previous, String hash, @Nullable CanonicalEntry content) {}

    private record Backlog(long entries, Duration age) {}

    AuditChain(JdbcTemplate jdbc, Vault vault, Anchors anchors, AuditSettings settings) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.anchors = anchors;
        this.settings = settings;
    }

    /** Verifies the whole chain in pages. */
    public AuditReport verify() {
        List<AuditFinding> findings = new ArrayList<>();
        SealedHead head = SealedHead.GENESIS;
        long sealed = 0;
        List<Link> links = page(head);
        while (!links.isEmpty()) {
            head = check(links, head, findings);
            sealed += links.size();
            links = page(head);
        }
        findings.addAll(inserted(head));
        findings.addAll(contradictedAnchors());
        Backlog backlog = backlog(head);
        late(backlog, head).ifPresent(findings::add);
        return new AuditReport(sealed, backlog.entries(), backlog.age(), findings);
    }

    private List<Link> page(SealedHead after) {
        return jdbc.query(
                "select s.entry_id, s.algorithm, s.previous_hash, s.hash, " + CanonicalEntry.COLUMNS
                        + " from audit_seal s left join audit_entry e on e.id = s.entry_id"
                        + " where s.entry_id > ? order by s.entry_id limit " + PAGE,
                (row, n) -> link(row),
                after.entry());
    }

    private static Link link(ResultSet row) throws SQLException {
        boolean present = row.getObject("id") != null;
        return new Link(
                row.getLong("entry_id"),
                row.getString("algorithm"),
                row.getString("previous_hash"),
                row.getString("hash"),
                present ? CanonicalEntry.of(row) : null);
    }

    /** Goes on with the stored hash after a finding, so that one change is one finding. */
    private SealedHead check(List<Link> links, SealedHead before, List<AuditFinding> findings) {
        SealedHead head = before;
        for (Link link : links) {
            if (findings.size() < AuditReport.LIMIT) {
                check(link, head.hash()).ifPresent(findings::add);
            }
            head = new SealedHead(link.entry(), link.hash());
        }
        return head;
    }

    private Optional<AuditFinding> check(Link link, String previous) {
        if (!link.previous().equals(previous)) {
            return finding(Kind.BROKEN, link.entry(), "does not follow the link before it");
        }
        CanonicalEntry content = link.content();
        if (content == null) {
            return finding(Kind.MISSING, link.entry(), "was sealed and is gone");
        }
        Optional<Suite> suite = Arrays.stream(Suite.values())
                .filter(s -> s.hashName().equals(link.algorithm()))
                .findFirst();
        return suite.map(s -> content.hash(vault, s, previous))
                        .filter(link.hash()::equals)
                        .isPresent()
                ? Optional.empty()
                : finding(Kind.CHANGED, link.entry(), "is not what was sealed");
    }

    private List<AuditFinding> inserted(SealedHead head) {
        return jdbc.query(
                "select e.id from audit_entry e where e.id <= ? and not exists"
                        + " (select 1 from audit_seal s where s.entry_id = e.id) order by e.id limit "
                        + AuditReport.LIMIT,
                (row, n) -> new AuditFinding(
                        Kind.INSERTED,
                        row.getLong(1),
                        "Audit entry " + row.getLong(1) + " appeared below the sealed end"),
                head.entry());
    }

    /** An anchor is written after its seal is committed; whatever an anchor names is therefore there. */
    private List<AuditFinding> contradictedAnchors() {
        List<Anchors.Found> found = anchors.all();
        if (found.isEmpty()) {
            return lackingAnchor();
        }
        return found.stream().flatMap(anchor -> contradiction(anchor).stream()).toList();
    }

    private List<AuditFinding> lackingAnchor() {
        Boolean due = jdbc.queryForObject(
                "select exists (select 1 from audit_seal where sealed_at < now() - make_interval(secs => ?))",
                Boolean.class,
                settings.unsealedLimit().toSeconds());
        return Boolean.TRUE.equals(due)
                ? List.of(new AuditFinding(Kind.ANCHOR, 0, "No anchor of the audit log in " + settings.anchors()))
                : List.of();
    }

    private Optional<AuditFinding> contradiction(Anchors.Found found) {
        if (found.anchor().isEmpty()) {
            return Optional.of(
                    new AuditFinding(Kind.ANCHOR, 0, "The anchor " + found.file() + " is damaged or not signed by us"));
        }
        Anchors.Anchor anchor = found.anchor().get();
        List<String> hashes =
                jdbc.queryForList("select hash from audit_seal where entry_id = ?", String.class, anchor.entry());
        return hashes.equals(List.of(anchor.hash()))
                ? Optional.empty()
                : finding(Kind.ANCHOR, anchor.entry(), "contradicts the anchor " + found.file());
    }

    private Backlog backlog(SealedHead head) {
        return jdbc.query(
                        "select count(*), coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0)"
                                + " from audit_entry where id > ?",
                        (row, n) -> new Backlog(row.getLong(1), Duration.ofMillis((long) (row.getDouble(2) * 1_000))),
                        head.entry())
                .get(0);
    }

    private Optional<AuditFinding> late(Backlog backlog, SealedHead head) {
        return backlog.age().compareTo(settings.unsealedLimit()) <= 0
                ? Optional.empty()
                : Optional.of(new AuditFinding(
                        Kind.UNSEALED,
                        head.entry(),
                        "Audit entries behind " + head.entry() + " are unsealed for "
                                + backlog.age().toSeconds() + " s"));
    }

    private static Optional<AuditFinding> finding(Kind kind, long entry, String what) {
        return Optional.of(new AuditFinding(kind, entry, "Audit entry " + entry + " " + what));
    }
}
