package org.haina.service.deferrals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.haina.service.cases.CaseFile;
import org.haina.service.outbound.Outbound;
import org.haina.service.outbound.OutboundCall;
import org.haina.service.pages.ChineseWords;
import org.haina.service.parties.Parties;
import org.springframework.stereotype.Component;

/** Tells whoever acts in the case, on the phone, that a paper is asked for again: the days go on running. */
@Component
class RejectionNews {

    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final String PURPOSE = "容缺受理：告知补交的材料不符合要求";

    private final Outbound outbound;
    private final Parties parties;
    private final ChineseWords zh;
    private final Clock clock;

    RejectionNews(Outbound outbound, Parties parties, ChineseWords zh, Clock clock) {
        this.outbound = outbound;
        this.parties = parties;
        this.zh = zh;
        this.clock = clock;
    }

    /** The reason is on the case's page: it may name what belongs on nobody's lock screen. */
    void tell(CaseFile file, String material, String title, LocalDate due) {
        Instant at = clock.instant();
        String told = parties.reveal(file.agent().orElse(file.applicant()), PURPOSE, "haina", file.number())
                .idNumber();
        ObjectNode parameters = JsonNodeFactory.instance
                .objectNode()
                .put("idNumber", told)
                .put("title", "请重新补交材料")
                .put(
                        "text",
                        "办件 %s 补交的“%s”不符合要求，请在%s（含当天）以前重新补交，期限不延长。原因和怎样改，请登录后在“我的办件”查看。"
                                .formatted(file.number(), title, zh.day(due)))
                .put("at", at.toString());
        outbound.send(new OutboundCall(
                file.number(),
                OutboundCall.Kind.PUSH,
                "citizen-cloud",
                "push-message",
                "deferral-rejected:" + material + ":" + at.getEpochSecond(),
                parameters,
                PURPOSE,
                PATIENCE));
    }
}
