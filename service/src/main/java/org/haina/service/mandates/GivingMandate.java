package org.haina.service.mandates;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.forms.IdentifierFormat;
import org.haina.forms.Identifiers;
import org.haina.processes.ItemDefinition.ApplicantType;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Ages;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders somebody to act for a person or an organisation, in one item or in all, from today until a day. */
@Service
class GivingMandate {

    /** The longest order; a longer one is given anew. */
    private static final int YEARS = 3;

    private static final String CARD = "111";
    private static final String CODE = "001";

    private static final String CHILD = "您未满十八周岁，不能自己委托别人，须由监护人为您办理";
    private static final String SELF = "不能委托您自己";
    private static final String MINOR = "代办人须年满十八周岁";
    /** The same for whatever it is that does not fit: nobody learns whose number is on record under which name. */
    private static final String UNFIT = "姓名和证件号码对不上，或者不能委托这个人，请对照代办人的证件核对";

    private final Mandates mandates;
    private final Parties parties;
    private final Ages ages;
    private final Catalog catalog;
    private final Audit audit;
    private final Identifiers identifiers;
    private final Clock clock;

    GivingMandate(
            Mandates mandates,
            Parties parties,
            Ages ages,
            Catalog catalog,
            Audit audit,
            Environment environment,
            Clock clock) {
        this.mandates = mandates;
        this.parties = parties;
        this.ages = ages;
        this.catalog = catalog;
        this.audit = audit;
        this.identifiers = new Identifiers(environment.getProperty("haina.demo", Boolean.class, false), clock);
        this.clock = clock;
    }

    /** Items in which somebody may act for such an applicant. */
    List<ItemVersion> items(ApplicantType kind) {
        return catalog.items().stream()
                .filter(item ->
                        item.definition().applicants().stream().anyMatch(one -> one.type() == kind && one.agent()))
                .toList();
    }

    LocalDate latest() {
        return today().plusYears(YEARS);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** True if an organisation can have this code. */
    boolean isCode(String code) {
        return identifiers.accepts(IdentifierFormat.CN_USCC, code);
    }

    /**
     * A person gives it himself; the same again changes nothing.
     *
     * @return what is wrong with it, by field; empty if it holds now
     */
    @Transactional
    Map<String, String> give(Letter letter, PartyId principal) {
        String actor = principal.toString();
        Map<String, String> wrong = ages.isMinor(principal)
                ? refused(actor, "principal", Map.of("name", CHILD))
                : wrong(letter, Optional.of(principal), ApplicantType.PERSON, actor);
        if (wrong.isEmpty()) {
            grant(letter, principal, "委托人实名登录后在网上委托", actor);
        }
        return wrong;
    }

    /**
     * The same for an organisation, by its letter; its name is recorded only with an order that holds.
     *
     * @param name of an organisation that is not on record
     * @param actor who enters it
     */
    @Transactional
    Map<String, String> give(Letter letter, String code, String name, String actor) {
        Optional<PartyId> known = parties.find(CODE, code);
        Map<String, String> wrong = wrong(letter, known, ApplicantType.ORGANISATION, actor);
        if (wrong.isEmpty()) {
            grant(letter, known.orElseGet(() -> parties.record(CODE, code, name)), letter.number(), actor);
        }
        return wrong;
    }

    /** Nothing is recorded but that somebody tried. */
    private Map<String, String> wrong(Letter letter, Optional<PartyId> principal, ApplicantType kind, String actor) {
        Map<String, String> wrong = complaints(letter, kind);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        Optional<PartyId> agent = parties.find(CARD, letter.idNumber());
        if (agent.isPresent() && agent.equals(principal)) {
            return refused(actor, "self", Map.of("idNumber", SELF));
        }
        if (ages.isMinor(letter.idNumber())) {
            return refused(actor, "minor", Map.of("idNumber", MINOR));
        }
        boolean fits = agent.filter(found -> !parties.match(found, CARD, letter.idNumber(), letter.name())
                                .name()
                        || ages.isMinor(found))
                .isEmpty();
        return fits ? Map.of() : refused(actor, "unfit", Map.of("name", UNFIT));
    }

    private Map<String, String> refused(String actor, String why, Map<String, String> wrong) {
        audit.record(new AuditEntry(actor, "mandate.refused", "mandate", null, Map.of("why", why)));
        return wrong;
    }

    private void grant(Letter letter, PartyId principal, String evidence, String actor) {
        PartyId agent = parties.record(CARD, letter.idNumber(), letter.name());
        Optional<ItemKey> item =
                Optional.of(letter.item()).filter(key -> !key.isEmpty()).map(ItemKey::new);
        LocalDate until = LocalDate.parse(letter.until());
        if (mandates.heldBy(agent).stream()
                .noneMatch(held -> held.principal().equals(principal)
                        && held.item().equals(item)
                        && held.mayCommit() == letter.commits()
                        && held.validUntil().equals(until))) {
            Mandate mandate = Mandate.of(Mandate.Kind.AGENT, agent, principal, item, today(), until, evidence);
            mandates.grant(letter.commits() ? mandate.committing() : mandate, actor);
        }
    }

    private Map<String, String> complaints(Letter letter, ApplicantType kind) {
        Map<String, String> wrong = new LinkedHashMap<>();
        identifiers
                .problem(IdentifierFormat.PERSON_NAME, letter.name())
                .ifPresent(problem -> wrong.put("name", letter.name().isEmpty() ? "请填写代办人的姓名" : "代办人的姓名" + problem));
        identifiers
                .problem(IdentifierFormat.CN_ID_NUMBER, letter.idNumber())
                .ifPresent(problem ->
                        wrong.put("idNumber", letter.idNumber().isEmpty() ? "请填写代办人的身份证号码" : "代办人的身份证号码" + problem));
        if (!letter.item().isEmpty()
                && items(kind).stream().noneMatch(item -> item.key().value().equals(letter.item()))) {
            wrong.put("item", "请从列出的事项里选择");
        }
        if (day(letter.until())
                .filter(day -> !day.isBefore(today()) && !day.isAfter(latest()))
                .isEmpty()) {
            wrong.put("until", "请填写委托的最后一天，从今天起最长三年");
        }
        return wrong;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
