package org.haina.service.commitments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.processes.ItemDefinition.Commitment;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.pages.ChineseWords;
import org.haina.service.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Promises in the place of proofs: offered, made, kept with the case, broken. */
@Service
public class Commitments {

    /** What somebody reads whose word is not enough any more. */
    public static final String BARRED = "您曾经作出不实承诺，信用修复以前不能以承诺代替证明，请提交证明材料。";

    private final CommitmentRows rows;
    private final Cases cases;
    private final Documents documents;
    private final Audit audit;
    private final Vault vault;
    private final ChineseWords zh;
    private final ObjectMapper json;
    private final Clock clock;

    Commitments(
            CommitmentRows rows,
            Cases cases,
            Documents documents,
            Audit audit,
            Vault vault,
            ChineseWords zh,
            ObjectMapper json,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.documents = documents;
        this.audit = audit;
        this.vault = vault;
        this.zh = zh;
        this.json = json;
        this.clock = clock;
    }

    /** All that may be promised under this version of an item, in the order of its materials. */
    public List<CommitmentText> offered(ItemVersion item) {
        return item.definition().materials().stream()
                .flatMap(material -> text(item, material).stream())
                .toList();
    }

    /** What may be promised in the place of one material; empty if it has to be handed in. */
    public Optional<CommitmentText> offered(ItemVersion item, String material) {
        return offered(item).stream()
                .filter(text -> text.material().equals(material))
                .findFirst();
    }

    private Optional<CommitmentText> text(ItemVersion item, Material material) {
        Commitment words = material.commitment();
        String version = item.definition().version();
        return Optional.ofNullable(words)
                .map(present -> new CommitmentText(
                        material.key(),
                        material.title().zh(),
                        version,
                        present,
                        vault.hash(
                                CommitmentText.whole(material, version, present).getBytes(StandardCharsets.UTF_8))));
    }

    /** True if this person has broken a promise and the credit is not restored (国办发〔2020〕42号). */
    public boolean barred(PartyId party) {
        return rows.hasBroken(party);
    }

    /**
     * What stands against a promise in the place of this piece; empty if it may be made.
     *
     * @param applicant for whom it is made
     * @param by who sends it: neither agent nor partner promises for another
     */
    public Optional<String> objection(ItemVersion item, SuppliedMaterial piece, PartyId applicant, Caller by) {
        Optional<CommitmentText> text = offered(item, piece.key());
        if (text.isEmpty()) {
            return Optional.of("这份材料不能以书面承诺代替，请提交材料。");
        }
        if (!(by instanceof Citizen citizen) || !citizen.party().equals(applicant)) {
            return Optional.of("书面承诺须由申请人本人登录后作出，不能代为作出。");
        }
        if (barred(applicant)) {
            return Optional.of(BARRED);
        }
        return text.get().hash().equals(piece.reference())
                ? Optional.empty()
                : Optional.of("承诺书的内容与您看到的不一致，请重新阅读后再作出承诺。");
    }

    /** Keeps the promises among the materials of a case just received, each with its letter; none, nothing happens. */
    @Transactional
    public void sign(CaseNumber number, ItemVersion item, Caller by, List<SuppliedMaterial> materials) {
        if (by instanceof Citizen citizen) {
            materials.stream()
                    .filter(piece -> piece.source() == SuppliedMaterial.Source.COMMITMENT)
                    .forEach(piece -> sign(
                            number, item, citizen, offered(item, piece.key()).orElseThrow()));
        }
    }

    private void sign(CaseNumber number, ItemVersion item, Citizen by, CommitmentText text) {
        Instant at = clock.instant();
        Material material = item.definition().materials().stream()
                .filter(known -> known.key().equals(text.material()))
                .findFirst()
                .orElseThrow();
        String whole = CommitmentText.whole(material, text.version(), text.words());
        rows.insert(number, text, whole, by.party(), at);
        cases.note(number, "COMMITMENT", "以书面承诺代替“" + text.title() + "”", Actor.of(by));
        ObjectNode content = json.createObjectNode();
        content.putObject("commitment")
                .put("material", text.title())
                .put("duty", text.words().duty())
                .put("promise", text.words().promise())
                .put("check", text.words().check())
                .put("consequence", text.words().consequence())
                .put("basis", text.words().basis())
                .put("signedAt", zh.moment(at))
                .put("version", text.version())
                .put("hash", text.hash());
        documents.issue(number, DocumentType.COMMITMENT_LETTER, content);
    }

    /** What was promised in a case. */
    public List<SignedCommitment> of(CaseNumber number) {
        return rows.of(number);
    }

    /** True if the promises of this case were found false and the credit is not restored. */
    public boolean standBroken(CaseNumber number) {
        return rows.standBroken(number);
    }

    /**
     * 信用修复: from now on this person may promise again.
     *
     * @param why what was done to restore the credit
     */
    @Transactional
    public void restore(CaseNumber number, String why, Official head) {
        rows.restore(number, why, head.account(), clock.instant());
        cases.note(number, "CREDIT_RESTORED", "信用修复：可以重新以书面承诺代替证明", Actor.head(head));
        audit.record(new AuditEntry(head.account(), "commitment.restore", "case", number, Map.of()));
    }

    /** The promises of a case were not true: from now on this person can promise nothing. */
    @Transactional
    public void markBroken(CaseNumber number) {
        rows.markBroken(number, clock.instant());
        audit.record(new AuditEntry("haina", "commitment.broken", "case", number, Map.of()));
    }
}
