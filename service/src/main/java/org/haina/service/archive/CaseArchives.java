package org.haina.service.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.haina.service.archive.ArchiveFinding.Kind;
import org.haina.service.archive.PackageVerifier.Logged;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditPage;
import org.haina.service.audit.AuditRow;
import org.haina.service.audit.AuditTrail;
import org.haina.service.files.DamagedFileException;
import org.haina.service.files.Files;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/** The packages there are, and whether they are still what the log says. */
@Service
public class CaseArchives {

    private final Editions editions;
    private final ArchiveQueue queue;
    private final PackageVerifier verifier;
    private final Files files;
    private final AuditTrail trail;

    CaseArchives(Editions editions, ArchiveQueue queue, PackageVerifier verifier, Files files, AuditTrail trail) {
        this.editions = editions;
        this.queue = queue;
        this.verifier = verifier;
        this.files = files;
        this.trail = trail;
    }

    /**
     * @param checked packages opened
     * @param waiting closed cases that have something no package holds yet
     * @param stuck those of them that could not be packed, and the kind of error
     */
    public record Report(int checked, long waiting, List<ArchiveFinding> findings, Map<CaseNumber, String> stuck) {}

    /**
     * Verifies packages chosen by chance.
     *
     * @param most so many at most; {@code Integer.MAX_VALUE} for all
     */
    public Report verify(int most) {
        List<Edition> chosen = editions.sample(most);
        List<ArchiveFinding> findings =
                chosen.stream().flatMap(edition -> verify(edition).stream()).toList();
        return new Report(chosen.size(), queue.count(), findings, queue.problems());
    }

    /** Oldest first; empty before the first package. */
    List<Edition> of(CaseNumber number) {
        return editions.of(number);
    }

    List<ArchiveFinding> verify(Edition edition) {
        Optional<byte[]> content = content(edition);
        return content.isEmpty()
                ? List.of(new ArchiveFinding(edition.number(), edition.edition(), Kind.UNREADABLE, "package"))
                : verifier.verify(edition, content.get(), logged(edition));
    }

    private Optional<byte[]> content(Edition edition) {
        try {
            return files.open(edition.file());
        } catch (DamagedFileException e) {
            return Optional.empty();
        }
    }

    private List<AuditRow> all(AuditFilter filter) {
        List<AuditRow> rows = new ArrayList<>();
        AuditPage page = trail.page(filter, OptionalLong.empty());
        rows.addAll(page.rows());
        while (page.next().isPresent()) {
            page = trail.page(filter, page.next());
            rows.addAll(page.rows());
        }
        return rows;
    }

    /** The first entry counts: one that somebody adds later proves nothing. */
    private Logged logged(Edition edition) {
        AuditFilter packed = new AuditFilter(
                Optional.of(edition.number()),
                Optional.empty(),
                Optional.of(Keeping.ACTION),
                Optional.empty(),
                Optional.empty());
        return all(packed).stream()
                .filter(row -> row.subject().equals(edition.subject()))
                .map(row -> new Logged(
                        row.detail().getOrDefault("hash", ""), row.detail().getOrDefault("package", "")))
                .reduce((later, first) -> first)
                .orElse(new Logged("", ""));
    }
}
