package org.haina.service.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseFile;
import org.haina.service.files.FileId;
import org.haina.service.files.FileLinks;
import org.haina.service.files.FileOwner;
import org.haina.service.files.Files;
import org.haina.service.uploads.FileType;
import org.springframework.stereotype.Component;

/** Puts a package into the file store as the next edition of its case and its digests into the log. */
@Component
class Keeping {

    static final String ACTION = "case.archive";

    /** Kept apart from all other files by a check of the database. */
    private static final String PURPOSE = "case-archive";

    private final Editions editions;
    private final PackageIndex index;
    private final Files files;
    private final FileLinks links;
    private final Audit audit;
    private final Clock clock;

    Keeping(Editions editions, PackageIndex index, Files files, FileLinks links, Audit audit, Clock clock) {
        this.editions = editions;
        this.index = index;
        this.files = files;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    void keep(CaseFile file, List<PackedFile> entries) {
        Instant now = clock.instant();
        List<Edition> earlier = editions.of(file.number());
        Optional<Edition> before = earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1));
        PackedFile head = index.of(file, before, now, entries);
        byte[] zip = zip(head, entries);
        int edition = earlier.size() + 1;
        FileId kept = files.keep("归档-%s-%d.zip".formatted(file.number(), edition), FileType.ZIP, zip, PURPOSE)
                .id();
        if (!links.toCase(kept, file.number(), FileOwner.SYSTEM)) {
            throw new IllegalStateException("The file just kept cannot be linked");
        }
        Edition made = new Edition(file.number(), edition, kept, index.digest(head.content()), now);
        editions.insert(made);
        audit.record(new AuditEntry(
                "haina",
                ACTION,
                made.subject(),
                file.number(),
                Map.of(
                        "edition", String.valueOf(edition),
                        "hash", made.indexHash(),
                        "package", index.digest(zip))));
    }

    private static byte[] zip(PackedFile head, List<PackedFile> entries) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(head.path(), head.content());
        entries.forEach(entry -> contents.put(entry.path(), entry.content()));
        return ZipPackage.write(contents);
    }
}
