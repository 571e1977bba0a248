package org.haina.service.commitments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haina.processes.ApprovalByCommitment;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.Caller.Official;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Promises in the place of proofs or of a review: offered, made, kept with the case, broken. */
@Service
public class Commitments {

    /** What somebody reads whose word is not enough any more. */
    public static final String BARRED = "您曾经作出不实承诺，信用修复以前不能以承诺代替证明，请提交证明材料。";

    private static final String BARRED_APPROVAL = "申请人曾经没有履行承诺，信用修复以前不适用告知承诺，请选择一般程序。";

    private final CommitmentRows rows;
    private final CommitmentTexts texts;
    private final Signers signers;
    private final Cases cases;
    private final CommitmentLetters letters;
    private final Audit audit;
    private final Clock clock;

    Commitments(
            CommitmentRows rows,
            CommitmentTexts texts,
            Signers signers,
            Cases cases,
            CommitmentLetters letters,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.texts = texts;
        this.signers = signers;
        this.cases = cases;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that may be promised under this version of an item, in the order of its materials. */
    public List<CommitmentText> offered(ItemVersion item) {
        return texts.of(item);
    }

    /** What may be promised in the place of one material; empty if it has to be handed in. */
    public Optional<CommitmentText> offered(ItemVersion item, String material) {
        return offered(item).stream()
                .filter(text -> text.material().equals(material))
                .findFirst();
    }

    /** True if this person has broken a promise and the credit is not restored (国办发〔2020〕42号). */
    public boolean barred(PartyId party) {
        return rows.hasBroken(party);
    }

    /**
     * What stands against a promise in the place of this piece; empty if it may be made.
     *
     * @param applicant for whom it is made
     * @param by who sends it: nobody promises for another person, and for an organisation only who may expressly
     */
    public Optional<String> objection(ItemVersion item, SuppliedMaterial piece, PartyId applicant, Caller by) {
        Optional<CommitmentText> text = offered(item, piece.key());
        if (text.isEmpty()) {
            return Optional.of("这份材料不能以书面承诺代替，请提交材料。");
        }
        return signers.objection(item.key(), applicant, by)
                .or(() -> barred(applicant)
                        ? Optional.of(text.get().isApproval() ? BARRED_APPROVAL : BARRED)
                        : Optional.empty())
                .or(() -> reading(text.get(), piece));
    }

    private static Optional<String> reading(CommitmentText text, SuppliedMaterial piece) {
        return text.hash().equals(piece.reference()) ? Optional.empty() : Optional.of("承诺书的内容与您看到的不一致，请重新阅读后再作出承诺。");
    }

    /** What was promised in one case binds in the one that goes on with it, and stands in a letter of its own there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void carry(CaseNumber from, CaseNumber to, ItemVersion item) {
        rows.carry(from, to);
        rows.of(to).forEach(made -> offered(item, made.material())
                .ifPresent(text ->
                        letters.issue(to, text, made.signedAt(), made.signer().equals(made.bound()))));
    }

    /**
     * Keeps the promises among the materials of a case just received, each with its letter; none, nothing happens.
     *
     * @param applicant who is bound
     * @param by who signs: the applicant, or who may promise for it
     */
    @Transactional
    public void sign(
            CaseNumber number, ItemVersion item, PartyId applicant, Caller by, List<SuppliedMaterial> materials) {
        if (by instanceof Citizen citizen) {
            materials.stream()
                    .filter(piece -> piece.source() == SuppliedMaterial.Source.COMMITMENT)
                    .forEach(piece -> sign(
                            number,
                            applicant,
                            citizen,
                            offered(item, piece.key()).orElseThrow()));
        }
    }

    private void sign(CaseNumber number, PartyId applicant, Citizen by, CommitmentText text) {
        Instant at = clock.instant();
        boolean own = by.party().equals(applicant);
        rows.insert(number, text, applicant, by.party(), at);
        cases.note(
                number,
                "COMMITMENT",
                text.isApproval() ? "作出告知承诺" : "以书面承诺代替“" + text.title() + "”",
                own ? Actor.of(by) : Actor.agent(by));
        letters.issue(number, text, at, own);
    }

    /**
     * True if the approval of this case is asked for upon a promise (告知承诺), not upon review: a correction may have turned the
     * applicant to the ordinary way.
     */
    public boolean isApproval(CaseNumber number, ItemVersion item) {
        return ApprovalByCommitment.letterOf(item.definition())
                .filter(key -> rows.of(number).stream()
                        .anyMatch(made -> made.material().equals(key)))
                .filter(key -> item
                        .applicationForm()
                        .checkFiles(cases.get(number).data(), Set.of())
                        .stream()
                        .anyMatch(asked -> asked.pointer().equals("/materials/" + key)))
                .isPresent();
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
        cases.note(number, "CREDIT_RESTORED", "信用修复：可以重新作出书面承诺", Actor.head(head));
        audit.record(new AuditEntry(head.account(), "commitment.restore", "case", number, Map.of()));
    }

    /** The promises of a case were not true: from now on this person can promise nothing. */
    @Transactional
    public void markBroken(CaseNumber number) {
        rows.markBroken(number, clock.instant());
        audit.record(new AuditEntry("haina", "commitment.broken", "case", number, Map.of()));
    }
}
