package org.haina.service.renewals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.haina.processes.AfterGrant.Renewal;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseReceived;
import org.haina.service.cases.Cases;
import org.haina.service.cases.NewCase;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.Moment;
import org.haina.service.issuance.Licences;
import org.haina.service.pages.ChineseWords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Of a renewal asked for in time the last day of the licence becomes a limit; who asks later is told that it is none. */
@Component
class RenewalReceipt {

    private final Licences licences;
    private final CaseClocks clocks;
    private final Cases cases;
    private final ChineseWords zh;
    private final Clock clock;

    RenewalReceipt(Licences licences, CaseClocks clocks, Cases cases, ChineseWords zh, Clock clock) {
        this.licences = licences;
        this.clocks = clocks;
        this.cases = cases;
        this.zh = zh;
        this.clock = clock;
    }

    /** Inside the transaction that receives the case. */
    @EventListener
    void on(CaseReceived received) {
        NewCase filed = received.filed();
        Optional.ofNullable(filed.item().definition().renewal())
                .ifPresent(rule -> licences.asked(filed.item(), filed.data(), filed.applicant())
                        .flatMap(licence -> licence.validUntil())
                        .ifPresent(lastDay -> asked(received, rule, lastDay)));
    }

    private void asked(CaseReceived received, Renewal rule, LocalDate lastDay) {
        NewCase filed = received.filed();
        RenewalWindow window = RenewalWindow.of(rule, lastDay);
        switch (window.on(LocalDate.ofInstant(received.at(), clock.getZone()))) {
            case IN_TIME ->
                clocks.observeUntil(
                        filed.number(),
                        Moment.RENEWAL_ASKED,
                        received.at(),
                        filed.by().id(),
                        lastDay);
            default ->
                cases.note(
                        filed.number(),
                        "RENEWAL_LATE",
                        "申请晚于%s，不适用视为准予延续；许可证的有效期到%s".formatted(zh.day(window.askedBy()), zh.day(lastDay)),
                        Actor.SYSTEM);
        }
    }
}
