package org.haina.service.archive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haina.service.cases.CaseFile;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.Organ;
import org.haina.service.catalog.Organs;
import org.haina.service.vault.Suite;
import org.haina.service.vault.Vault;
import org.springframework.stereotype.Component;

/** Writes {@code index.json}: what the package is, and size and two digests of everything in it. */
@Component
class PackageIndex {

    static final String PATH = "index.json";
    static final String FORMAT = "haina-case-archive";
    static final int VERSION = 1;

    private final Catalog catalog;
    private final Organs organs;
    private final Vault vault;

    PackageIndex(Catalog catalog, Organs organs, Vault vault) {
        this.catalog = catalog;
        this.organs = organs;
        this.vault = vault;
    }

    /** @param before the edition that this one follows */
    PackedFile of(CaseFile file, Optional<Edition> before, Instant packedAt, List<PackedFile> entries) {
        ObjectNode index = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("edition", before.map(Edition::edition).orElse(0) + 1);
        before.ifPresent(edition ->
                index.putObject("previous").put("edition", edition.edition()).put("sm3", edition.indexHash()));
        index.put("packedAt", packedAt.toString());
        index.set("case", facts(file));
        ArrayNode list = index.putArray("entries");
        entries.forEach(entry -> list.add(line(entry)));
        return PackedFile.json(PATH, index);
    }

    /** SM3, whatever suite is in use: the format says so. */
    String digest(byte[] content) {
        return vault.hash(Suite.NATIONAL, content);
    }

    private ObjectNode line(PackedFile entry) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("path", entry.path())
                .put("mediaType", entry.mediaType())
                .put("size", entry.content().length)
                .put("sm3", digest(entry.content()))
                .put("sha256", vault.hash(Suite.INTERNATIONAL, entry.content()));
        return entry.about().isEmpty() ? line : line.set("about", entry.about());
    }

    private ObjectNode facts(CaseFile file) {
        ItemVersion item = catalog.version(file.itemVersion());
        ObjectNode facts = JsonNodeFactory.instance
                .objectNode()
                .put("number", file.number().value());
        facts.putObject("item")
                .put("key", item.key().value())
                .put("version", item.definition().version())
                .put("title", item.definition().title().zh());
        facts.putObject("organ")
                .put("code", file.org())
                .put("name", organs.byCode(file.org()).map(Organ::name).orElse(""))
                .put("district", file.district().code());
        facts.put("status", file.status().name()).put("result", file.status().label(item.definition()));
        facts.put("receivedAt", file.receivedAt().toString());
        file.acceptedAt().ifPresent(at -> facts.put("acceptedAt", at.toString()));
        file.decidedAt().ifPresent(at -> facts.put("decidedAt", at.toString()));
        file.closedAt().ifPresent(at -> facts.put("closedAt", at.toString()));
        return facts;
    }
}
