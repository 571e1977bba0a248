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

    private final Mandates mandates;
    private final Parties parties;
    private final Ages ages;
    private final Catalog catalog;
    private final Identifiers identifiers;
    private final Clock clock;

    GivingMandate(
            Mandates mandates, Parties parties, Ages ages, Catalog catalog, Environment environment, Clock clock) {
        this.mandates = mandates;
        this.parties = parties;
        this.ages = ages;
        this.catalog = catalog;
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
     * Gives it; the same again changes nothing.
     *
     * @param evidence what it rests on, without personal data
     * @param actor who enters it
     * @return what is wrong with it, by field; empty if it holds now
     */
    @Transactional
    Map<String, String> give(Letter letter, PartyId principal, ApplicantType kind, String evidence, String actor) {
        Map<String, String> wrong = complaints(letter, kind);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        PartyId agent = parties.record(CARD, letter.idNumber(), letter.name());
        if (agent.equals(principal)) {
            return Map.of("idNumber", "不能委托您自己");
        }
        if (!parties.match(agent, CARD, letter.idNumber(), letter.name()).name()) {
            return Map.of("name", "姓名和证件号码不一致，请对照代办人的证件核对");
        }
        if (ages.isMinor(agent)) {
            return Map.of("idNumber", "代办人须年满十八周岁");
        }
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
        return Map.of();
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
