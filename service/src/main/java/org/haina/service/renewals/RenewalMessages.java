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
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Component;

/** The message that a licence comes near its last day: to the person who holds it, or who has applied for the organisation. */
@Component
class RenewalMessages {

    private static final String PURPOSE = "告知被许可人许可证将要到期";
    /** How long the message is tried; then it is for an operator to say. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    private final Parties parties;
    private final Outbound outbound;
    private final ChineseWords zh;
    private final Clock clock;

    RenewalMessages(Parties parties, Outbound outbound, ChineseWords zh, Clock clock) {
        this.parties = parties;
        this.outbound = outbound;
        this.zh = zh;
        this.clock = clock;
    }

    /** Empty if nobody can be reached. */
    Optional<UUID> send(Licence licence, ItemVersion item, Renewal rule) {
        return reached(licence).map(person -> outbound.send(message(licence, item, rule, person)));
    }

    private Optional<PartyId> reached(Licence licence) {
        return parties.isOrganisation(licence.holder()) ? licence.agent() : Optional.of(licence.holder());
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
