package org.haina.service.renewals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.haina.processes.AfterGrant.Renewal;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.issuance.Licence;
import org.haina.service.keys.PartyId;
import org.haina.service.outbound.Outbound;
import org.haina.service.outbound.OutboundCall;
import org.haina.service.pages.ChineseWords;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Component;

/** The message that a licence comes near its last day: to the person who holds it, or who may act for the organisation today. */
@Component
class RenewalMessages {

    private static final String PURPOSE = "告知被许可人许可证将要到期";
    /** How long the message is tried; then it is for an operator to say. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    private final Parties parties;
    private final Mandates mandates;
    private final Outbound outbound;
    private final ChineseWords zh;
    private final Clock clock;

    RenewalMessages(Parties parties, Mandates mandates, Outbound outbound, ChineseWords zh, Clock clock) {
        this.parties = parties;
        this.mandates = mandates;
        this.outbound = outbound;
        this.zh = zh;
        this.clock = clock;
    }

    UUID send(Licence licence, ItemVersion item, Renewal rule, PartyId person) {
        return outbound.send(message(licence, item, rule, person));
    }

    /** Whom to tell; for an organisation rather who has applied for it than another agent. Empty if nobody may act for it now. */
    Optional<PartyId> reached(Licence licence, ItemVersion item) {
        PartyId holder = licence.holder();
        return parties.isOrganisation(holder)
                ? licence.agent()
                        .filter(agent ->
                                mandates.standing(agent, holder, item.key()).holds())
                        .or(() -> mandates.agentOf(holder, item.key()).map(Mandate::agent))
                : Optional.of(holder);
    }

    private OutboundCall message(Licence licence, ItemVersion item, Renewal rule, PartyId person) {
        RenewalWindow window = RenewalWindow.of(rule, licence.validUntil().orElseThrow());
        ObjectNode parameters = JsonNodeFactory.instance
                .objectNode()
                .put("idNumber", parties.reveal(person, PURPOSE, "system").idNumber())
                .put("title", licence.title() + "将要到期")
                .put(
                        "text",
                        "%s %s的有效期到%s。请登录“我的办件”核对并确认延续，%s以前（含当天）确认的，到期没有决定即视为准予延续。"
                                .formatted(
                                        licence.title(),
                                        licence.number(),
                                        zh.day(window.lastDay()),
                                        zh.day(window.askedBy())))
                .put("at", clock.instant().toString());
        return new OutboundCall(
                null,
                OutboundCall.Kind.PUSH,
                "citizen-cloud",
                "push-message",
                "renewal:" + item.key() + ":" + licence.edition(),
                parameters,
                PURPOSE,
                PATIENCE);
    }
}
