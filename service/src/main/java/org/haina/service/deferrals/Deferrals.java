package org.haina.service.deferrals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.haina.processes.ItemDefinition.Deferral;
import org.haina.processes.ItemDefinition.Material;
import org.haina.processes.ItemLimits.Period;
import org.haina.service.access.Caller;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.calendar.Limit;
import org.haina.service.calendar.WorkingDays;
import org.haina.service.cases.Actor;
import org.haina.service.cases.Cases;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.commitments.Commitments;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Promises to bring a secondary paper after the acceptance: offered, made, kept with the case. */
@Service
public class Deferrals {

    /** What somebody reads whose word is not enough any more. */
    public static final String BARRED = "您曾经作出不实承诺，信用修复以前不能选择稍后补交，请现在上传。";

    private static final String ONLY_SELF = "稍后补交须由申请人本人登录后书面承诺，不能代为承诺，请现在上传。";

    private final DeferralRows rows;
    private final Commitments commitments;
    private final Cases cases;
    private final WorkingDays days;
    private final Vault vault;
    private final Clock clock;

    Deferrals(DeferralRows rows, Commitments commitments, Cases cases, WorkingDays days, Vault vault, Clock clock) {
        this.rows = rows;
        this.commitments = commitments;
        this.cases = cases;
        this.days = days;
        this.vault = vault;
        this.clock = clock;
    }

    /** All that may follow under this version of an item, in the order of its materials. */
    public List<DeferralText> offered(ItemVersion item) {
        return Optional.ofNullable(item.definition().limits().deferral()).stream()
                .flatMap(within -> item.definition().materials().stream()
                        .flatMap(material -> text(item, material, within).stream()))
                .toList();
    }

    /** How one material may follow; empty if it has to be there. */
    public Optional<DeferralText> offered(ItemVersion item, String material) {
        return offered(item).stream()
                .filter(text -> text.material().equals(material))
                .findFirst();
    }

    private Optional<DeferralText> text(ItemVersion item, Material material, Period within) {
        Deferral words = material.deferral();
        String version = item.definition().version();
        return Optional.ofNullable(words)
                .map(present -> new DeferralText(
                        material.key(),
                        material.title().zh(),
                        version,
                        within.length(),
                        present,
                        vault.hash(DeferralText.whole(material, version, within.length(), present)
                                .getBytes(StandardCharsets.UTF_8))));
    }

    /** The last day for a paper of an application that is accepted today. */
    public LocalDate lastDay(DeferralText text) {
        return days.plus(LocalDate.now(clock), Limit.naturalDays(text.days()));
    }

    /**
     * Why this applicant may promise nothing for later; empty if he may.
     *
     * @param signer who would promise it: nobody promises for another
     */
    public Optional<String> obstacle(PartyId applicant, PartyId signer) {
        if (!signer.equals(applicant)) {
            return Optional.of(ONLY_SELF);
        }
        return commitments.barred(applicant) ? Optional.of(BARRED) : Optional.empty();
    }

    /**
     * What stands against a promise to bring this piece later; empty if it may be made.
     *
     * @param by who sends it: neither agent nor partner promises for another
     */
    public Optional<String> objection(ItemVersion item, SuppliedMaterial piece, PartyId applicant, Caller by) {
        Optional<DeferralText> text = offered(item, piece.key());
        if (text.isEmpty()) {
            return Optional.of("这份材料不能稍后补交，请现在提交。");
        }
        return (by instanceof Citizen citizen ? obstacle(applicant, citizen.party()) : Optional.of(ONLY_SELF))
                .or(() -> text.get().hash().equals(piece.reference())
                        ? Optional.empty()
                        : Optional.of("承诺书的内容与您看到的不一致，请重新阅读后再选择稍后补交。"));
    }

    /** What was promised for later in one case is owed in the one that goes on with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void carry(CaseNumber from, CaseNumber to) {
        rows.carry(from, to);
    }

    /** Keeps the promises among the materials of a case just received; none, nothing happens. */
    @Transactional
    public void sign(CaseNumber number, ItemVersion item, Caller by, List<SuppliedMaterial> materials) {
        if (by instanceof Citizen citizen) {
            materials.stream()
                    .filter(piece -> piece.source() == SuppliedMaterial.Source.DEFERRED)
                    .forEach(piece -> sign(
                            number, item, citizen, offered(item, piece.key()).orElseThrow()));
        }
    }

    private void sign(CaseNumber number, ItemVersion item, Citizen by, DeferralText text) {
        Material material = item.definition().materials().stream()
                .filter(known -> known.key().equals(text.material()))
                .findFirst()
                .orElseThrow();
        rows.insert(
                number,
                text,
                DeferralText.whole(material, text.version(), text.days(), text.words()),
                by.party(),
                clock.instant());
        cases.note(number, "DEFERRAL_PROMISED", "书面承诺受理后补交“" + text.title() + "”", Actor.of(by));
    }
}
