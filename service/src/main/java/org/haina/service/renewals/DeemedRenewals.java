package org.haina.service.renewals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.haina.processes.MessageNames;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.clock.ClockExpired;
import org.haina.service.clock.Consequence;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.Outbound;
import org.haina.service.pages.ChineseWords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 视为准予延续 (licence law 50): the last day of the licence has passed, its renewal was asked for in time, nobody has decided. The law
 * makes no exception for where the case stands; it takes a licence that ends on this day and that an act has not ended
 * meanwhile.
 */
@Component
class DeemedRenewals {

    private static final String LAW = "《中华人民共和国行政许可法》第五十条";

    private final Cases cases;
    private final Catalog catalog;
    private final Licences licences;
    private final Outbound outbound;
    private final Documents documents;
    private final ChineseWords zh;
    private final ObjectMapper json;

    DeemedRenewals(
            Cases cases,
            Catalog catalog,
            Licences licences,
            Outbound outbound,
            Documents documents,
            ChineseWords zh,
            ObjectMapper json) {
        this.cases = cases;
        this.catalog = catalog;
        this.licences = licences;
        this.outbound = outbound;
        this.documents = documents;
        this.zh = zh;
        this.json = json;
    }

    /** Inside the sweep's transaction; if the process does not wait, the sweep comes again. */
    @EventListener
    void on(ClockExpired expired) {
        if (expired.consequence() != Consequence.DEEMED_RENEWED) {
            return;
        }
        CaseNumber number = expired.number();
        CaseFile file = cases.lock(number);
        if (!CaseMove.DEEM_RENEWED.isAllowedFrom(file.status())) {
            return;
        }
        Optional<Licence> licence = licence(file);
        if (licence.isEmpty()) {
            cases.note(number, "RENEWAL_VOID", "要延续的许可证已经失去效力，不适用视为准予延续", Actor.SYSTEM);
        } else if (!licence.get().validUntil().equals(Optional.of(expired.due()))) {
            cases.note(number, "RENEWAL_VOID", "要延续的许可证不在这一天到期，不适用视为准予延续", Actor.SYSTEM);
        } else if (!cases.tell(number, MessageNames.RENEWAL_EXPIRED, Map.of())) {
            throw new IllegalStateException("The process of renewal " + number + " does not wait for the last day");
        }
    }

    /** The move and its letter; what the model does next issues the licence. */
    @Transactional(propagation = Propagation.MANDATORY)
    void renew(CaseNumber number) {
        CaseFile file = cases.move(number, CaseMove.DEEM_RENEWED, Actor.SYSTEM, "依据" + LAW);
        Licence licence = licence(file)
                .orElseThrow(() -> new IllegalStateException("Renewal " + number + " has no licence to renew"));
        outbound.cancelQueries(number);
        ObjectNode content = json.createObjectNode();
        content.putObject("renewal")
                .put("licence", licence.number())
                .put("lastDay", zh.day(licence.validUntil().orElseThrow()))
                .put("basis", LAW);
        documents.issue(number, DocumentType.DEEMED_RENEWAL, content);
    }

    /** The one that is to be renewed, if no act has ended it. */
    Optional<Licence> licence(CaseFile file) {
        return licences.asked(catalog.version(file.itemVersion()), file.data(), file.applicant());
    }
}
