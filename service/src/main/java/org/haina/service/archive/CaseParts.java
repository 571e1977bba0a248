package org.haina.service.archive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.haina.service.audit.AuditExcerpts.Excerpt;
import org.haina.service.calendar.Limit;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.CaseRevisions;
import org.haina.service.cases.Cases;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.LedgerEntry;
import org.haina.service.keys.PartyId;
import org.haina.service.minors.GuardianConsent;
import org.haina.service.minors.GuardianConsents;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.parties.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of a case, as JSON. Written member by member: the format is not to change with a name in the code. */
@Component
class CaseParts {

    /** As many as the features below give at once; a case with more is left to a person. */
    private static final int MOST_EVENTS = 500;

    private static final int MOST_CALLS = 1000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Cases cases;
    private final CaseRevisions revisions;
    private final CaseMaterials materials;
    private final CaseClocks clocks;
    private final OutboundLedger calls;
    private final Parties parties;
    private final GuardianConsents consents;

    CaseParts(
            Cases cases,
            CaseRevisions revisions,
            CaseMaterials materials,
            CaseClocks clocks,
            OutboundLedger calls,
            Parties parties,
            GuardianConsents consents) {
        this.cases = cases;
        this.revisions = revisions;
        this.materials = materials;
        this.clocks = clocks;
        this.calls = calls;
        this.parties = parties;
        this.consents = consents;
    }

    /** Without the excerpt of the log, in the order of the format. */
    List<PackedFile> of(CaseFile file) {
        return List.of(
                PackedFile.json("case.json", data(file)),
                PackedFile.json("timeline.json", timeline(file)),
                PackedFile.json("clock.json", clock(file)),
                PackedFile.json("ledger.json", ledger(file)));
    }

    PackedFile log(Excerpt excerpt) {
        ObjectNode log = JSON.objectNode();
        ArrayNode entries = log.putArray("entries");
        excerpt.links().forEach(link -> entries.addObject()
                .put("entry", link.entry())
                .put("content", link.content())
                .put("previous", link.previous())
                .put("hash", link.hash())
                .put("algorithm", link.algorithm()));
        excerpt.anchor().ifPresent(anchor -> log.putObject("anchor")
                .put("entry", anchor.entry())
                .put("hash", anchor.hash())
                .put("at", anchor.at())
                .put("signature", anchor.signature()));
        return PackedFile.json("audit.json", log);
    }

    private ObjectNode data(CaseFile file) {
        ObjectNode data = JSON.objectNode().put("number", file.number().value());
        data.set("applicant", party(file.applicant()));
        file.agent().ifPresent(agent -> data.set("agent", party(agent)));
        data.put("filedBy", file.filedBy()).put("channel", file.channel().name());
        data.set("data", cases.answers(file));
        ArrayNode earlier = data.putArray("corrected");
        revisions.of(file.number()).forEach(revision -> earlier.addObject()
                .put("revision", revision.number())
                .put("replacedAt", revision.replacedAt().toString())
                .set("data", revision.data()));
        ArrayNode pieces = data.putArray("materials");
        materials.history(file.number()).forEach(piece -> pieces.add(material(piece)));
        consents.of(file.number()).ifPresent(consent -> data.set("guardianConsent", consent(consent)));
        return data;
    }

    private static ObjectNode consent(GuardianConsent consent) {
        ObjectNode given = JSON.objectNode()
                .put("guardian", consent.guardian().toString())
                .put("child", consent.child().toString())
                .put("givenAt", consent.givenAt().toString())
                .put("version", consent.version())
                .put("hash", consent.hash())
                .put("text", consent.text());
        consent.withdrawnAt().ifPresent(at -> given.put("withdrawnAt", at.toString()));
        return given;
    }

    private ObjectNode party(PartyId party) {
        return JSON.objectNode().put("party", party.toString()).put("name", parties.name(party));
    }

    private static ObjectNode material(CaseMaterials.Piece piece) {
        ObjectNode material = JSON.objectNode()
                .put("key", piece.material().key())
                .put("source", piece.material().source().name())
                .put("reference", piece.material().reference())
                .put("suppliedAt", piece.suppliedAt().toString());
        piece.replacedAt().ifPresent(at -> material.put("replacedAt", at.toString()));
        return material;
    }

    private ArrayNode timeline(CaseFile file) {
        ArrayNode lines = JSON.arrayNode();
        cases.timeline(file.number()).forEach(entry -> lines.addObject()
                .put("at", entry.at().toString())
                .put("kind", entry.kind())
                .put("label", entry.label())
                .put("by", entry.by())
                .put("note", entry.note()));
        return whole(lines, MOST_EVENTS);
    }

    private ArrayNode clock(CaseFile file) {
        ArrayNode entries = JSON.arrayNode();
        clocks.ledger(file.number()).forEach(entry -> entries.add(entry(entry)));
        return entries;
    }

    private static ObjectNode entry(LedgerEntry entry) {
        ObjectNode written = JSON.objectNode();
        put(written, "clock", entry.clock());
        written.put("act", entry.act().name())
                .put("moment", entry.moment().name())
                .put("at", entry.at().toString())
                .put("on", entry.on().toString())
                .put("basis", entry.basis())
                .put("author", entry.author());
        put(written, "document", entry.document());
        put(written, "countedFrom", entry.countedFrom());
        put(written, "limit", label(entry.limit()));
        put(written, "promised", label(entry.promised()));
        put(written, "fixedDue", entry.fixedDue());
        return written;
    }

    private static @Nullable String label(@Nullable Limit limit) {
        return Optional.ofNullable(limit)
                .map(given -> given.number() + " " + given.unit().name())
                .orElse(null);
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    private ArrayNode ledger(CaseFile file) {
        ArrayNode entries = JSON.arrayNode();
        calls.of(file.number()).forEach(call -> {
            ObjectNode written = entries.addObject()
                    .put("id", call.id().toString())
                    .put("kind", call.kind().name())
                    .put("register", call.register())
                    .put("query", call.query())
                    .put("purpose", call.purpose())
                    .put("state", call.state().name())
                    .put("attempts", call.attempts())
                    .put("createdAt", call.createdAt().toString());
            put(written, "doneAt", call.doneAt());
            put(written, "lastError", call.lastError());
            put(written, "settlement", call.settlement());
        });
        return whole(entries, MOST_CALLS);
    }

    private static ArrayNode whole(ArrayNode entries, int most) {
        if (entries.size() >= most) {
            throw new IllegalStateException("There may be more than " + most + " entries");
        }
        return entries;
    }
}
