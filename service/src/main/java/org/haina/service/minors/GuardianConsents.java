package org.haina.service.minors;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseMoved;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Ages;
import org.haina.service.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 监护人同意: asked for, found missing, kept with the case (个人信息保护法 29 to 31). */
@Service
public class GuardianConsents {

    private static final String ALONE = "未满十四周岁的，须由监护人提交。请监护人用自己的账户登录，为孩子申请。";
    private static final String MISSING = "孩子未满十四周岁，处理孩子的个人信息须经您同意。请在提交前阅读并勾选同意。";
    private static final String CHANGED = "同意书的内容与您看到的不一致，请重新阅读后再勾选同意。";
    private static final String NO_CHILDREN = "本事项不处理未满十四周岁未成年人的信息，不能为孩子申请。";

    private final ConsentRows rows;
    private final Ages ages;
    private final ConsentLetters letters;
    private final Cases cases;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    GuardianConsents(
            ConsentRows rows, Ages ages, ConsentLetters letters, Cases cases, Vault vault, Audit audit, Clock clock) {
        this.rows = rows;
        this.ages = ages;
        this.letters = letters;
        this.cases = cases;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a guardian consents to under this version; empty if no guardian applies for the item. */
    public Optional<ConsentText> offered(ItemVersion item) {
        return Optional.ofNullable(item.definition().guardianConsent())
                .map(terms -> new ConsentText(item.definition().version(), terms, ""))
                .map(text -> text.hashed(vault.hash(text.whole().getBytes(StandardCharsets.UTF_8))));
    }

    /** What has to be consented to before an application for this person is taken today; empty if nothing has to be. */
    public Optional<ConsentText> needed(ItemVersion item, PartyId applicant) {
        return ages.isUnderFourteen(applicant) ? offered(item) : Optional.empty();
    }

    /**
     * What stands against taking an application; empty if nothing does.
     *
     * @param guardian who acts for the applicant
     * @param consent hash of the text that was consented to
     */
    public Optional<String> objection(
            ItemVersion item, PartyId applicant, Optional<PartyId> guardian, Optional<String> consent) {
        if (!ages.isUnderFourteen(applicant)) {
            return Optional.empty();
        }
        if (guardian.isEmpty()) {
            return Optional.of(ALONE);
        }
        return offered(item)
                .map(text -> consent.isEmpty()
                        ? Optional.of(MISSING)
                        : consent.filter(text.hash()::equals).isPresent()
                                ? Optional.<String>empty()
                                : Optional.of(CHANGED))
                .orElse(Optional.of(NO_CHILDREN));
    }

    /** Keeps the consent, and its letter, with a case just received that {@link #objection} had nothing against; none needed, nothing happens. */
    @Transactional
    public void keep(CaseNumber number, ItemVersion item, PartyId applicant, Optional<PartyId> guardian, Actor by) {
        guardian.ifPresent(who -> needed(item, applicant).ifPresent(text -> {
            GuardianConsent consent = new GuardianConsent(
                    who, applicant, clock.instant(), text.version(), text.hash(), text.whole(), Optional.empty());
            rows.insert(number, consent);
            letters.issue(number, consent);
            cases.note(number, "GUARDIAN_CONSENT", "监护人同意为办理本事项处理孩子的个人信息", by);
            audit.record(new AuditEntry(by.id(), "guardian.consented", "case", number, Map.of("hash", text.hash())));
        }));
    }

    /**
     * What was consented to for the first case holds for the one that goes on with it: data and purpose are the same. Its
     * file has the letter too.
     */
    @Transactional
    public void carry(CaseNumber first, CaseNumber next) {
        rows.of(first).ifPresent(consent -> {
            rows.insert(next, consent);
            letters.issue(next, consent);
        });
    }

    /** A guardian who withdraws the application withdraws the consent with it (个人信息保护法 15). */
    @EventListener
    void withdrawn(CaseMoved moved) {
        if (moved.move() == CaseMove.WITHDRAW
                && rows.of(moved.number())
                        .map(GuardianConsent::guardian)
                        .filter(guardian ->
                                guardian.toString().equals(moved.by().id()))
                        .filter(guardian -> rows.withdrawn(moved.number(), guardian, moved.at()))
                        .isPresent()) {
            cases.note(moved.number(), "GUARDIAN_CONSENT_WITHDRAWN", "监护人撤回处理孩子个人信息的同意", moved.by());
            audit.record(
                    new AuditEntry(moved.by().id(), "guardian.consent-withdrawn", "case", moved.number(), Map.of()));
        }
    }

    /** What was consented to in a case. */
    public Optional<GuardianConsent> of(CaseNumber number) {
        return rows.of(number);
    }
}
