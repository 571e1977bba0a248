package org.haina.service.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.service.archive.ArchiveFinding.Kind;
import org.haina.service.audit.AuditExcerpts;
import org.haina.service.audit.AuditExcerpts.Link;
import org.haina.service.vault.Suite;
import org.haina.service.vault.Vault;
import org.springframework.stereotype.Component;

/** Holds a package against its own index, against the digests that the log has, and its excerpt against the log. */
@Component
class PackageVerifier {

    private final Vault vault;
    private final AuditExcerpts excerpts;

    PackageVerifier(Vault vault, AuditExcerpts excerpts) {
        this.vault = vault;
        this.excerpts = excerpts;
    }

    /**
     * What the log has of a package; what it does not have is empty.
     *
     * @param index SM3 of {@code index.json}
     * @param whole SM3 of the package
     */
    record Logged(String index, String whole) {}

    List<ArchiveFinding> verify(Edition edition, byte[] zip, Logged logged) {
        List<ArchiveFinding> findings = new ArrayList<>();
        try {
            PackageReading read = PackageReading.of(zip);
            if (!sm3(read.rawIndex()).equals(logged.index())) {
                findings.add(finding(edition, Kind.INDEX, PackageIndex.PATH));
            }
            findings.addAll(owner(edition, read));
            findings.addAll(entries(edition, read));
            findings.addAll(log(edition, read));
            if (findings.isEmpty() && !sm3(zip).equals(logged.whole())) {
                findings.add(finding(edition, Kind.PACKAGE, "package"));
            }
        } catch (IOException e) {
            findings.add(finding(edition, Kind.UNREADABLE, "package"));
        }
        return findings;
    }

    private static List<ArchiveFinding> owner(Edition edition, PackageReading read) {
        boolean own =
                read.index().at("/case/number").asText().equals(edition.number().value())
                        && read.index().path("edition").asInt() == edition.edition();
        return own ? List.of() : List.of(finding(edition, Kind.FOREIGN, PackageIndex.PATH));
    }

    private List<ArchiveFinding> entries(Edition edition, PackageReading read) {
        List<ArchiveFinding> findings = new ArrayList<>();
        Set<String> unlisted = new LinkedHashSet<>(read.entries().keySet());
        unlisted.remove(PackageIndex.PATH);
        for (JsonNode line : read.index().path("entries")) {
            String path = line.path("path").asText();
            byte[] content = read.entries().get(path);
            unlisted.remove(path);
            if (content == null) {
                findings.add(finding(edition, Kind.MISSING, path));
            } else if (!holds(line, content)) {
                findings.add(finding(edition, Kind.CHANGED, path));
            }
        }
        unlisted.forEach(path -> findings.add(finding(edition, Kind.ADDITIONAL, path)));
        return findings;
    }

    private boolean holds(JsonNode line, byte[] content) {
        return line.path("size").asLong() == content.length
                && line.path("sm3").asText().equals(sm3(content))
                && line.path("sha256").asText().equals(vault.hash(Suite.INTERNATIONAL, content));
    }

    private List<ArchiveFinding> log(Edition edition, PackageReading read) {
        Map<Long, String> sealed =
                excerpts.hashes(read.log().stream().map(Link::entry).toList());
        return read.log().stream()
                .filter(link -> !isSealed(link, edition, Optional.ofNullable(sealed.get(link.entry()))))
                .map(link -> finding(edition, Kind.LOG, "audit entry " + link.entry()))
                .toList();
    }

    private boolean isSealed(Link link, Edition edition, Optional<String> hash) {
        JsonNode content = PackageReading.content(link);
        return excerpts.isSound(link)
                && hash.filter(link.hash()::equals).isPresent()
                && content.path("id").asLong() == link.entry()
                && content.path("case").asText().equals(edition.number().value());
    }

    private String sm3(byte[] content) {
        return vault.hash(Suite.NATIONAL, content);
    }

    private static ArchiveFinding finding(Edition edition, Kind kind, String place) {
        return new ArchiveFinding(edition.number(), edition.edition(), kind, place);
    }
}
