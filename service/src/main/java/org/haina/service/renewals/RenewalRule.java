package org.haina.service.renewals;

import java.util.Optional;
import org.haina.processes.AfterGrant.Renewal;
import org.haina.service.applications.Candidate;
import org.haina.service.applications.Refusal;
import org.haina.service.applications.Refusal.Reason;
import org.haina.service.applications.SubmissionRule;
import org.haina.service.catalog.Catalog;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.haina.service.keys.ItemKey;
import org.haina.service.pages.ChineseWords;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 行政许可法 50: a renewal is asked for in its days, and once. The licence is locked, so that of two who ask the second reads the
 * number of the first. Who holds none is told so by another rule.
 */
@Component
@Order(35)
class RenewalRule implements SubmissionRule {

    private final Licences licences;
    private final RenewalCases cases;
    private final Catalog catalog;
    private final ChineseWords zh;

    RenewalRule(Licences licences, RenewalCases cases, Catalog catalog, ChineseWords zh) {
        this.licences = licences;
        this.cases = cases;
        this.catalog = catalog;
        this.zh = zh;
    }

    @Override
    public Optional<Refusal> check(Candidate candidate) {
        Renewal rule = candidate.item().definition().renewal();
        return rule == null
                ? Optional.empty()
                : licences.asked(
                                candidate.item(),
                                candidate.submission().data(),
                                candidate.submission().applicant())
                        .flatMap(licence -> against(licence, rule, candidate));
    }

    private Optional<Refusal> against(Licence licence, Renewal rule, Candidate candidate) {
        if (licence.validUntil().isEmpty()) {
            return Optional.of(new Refusal(Reason.NOT_DUE, "这份许可证长期有效，不需要延续。"));
        }
        RenewalWindow window = RenewalWindow.of(rule, licence.validUntil().get());
        return switch (window.on(candidate.today())) {
            case EARLY ->
                Optional.of(new Refusal(
                        Reason.NOT_DUE,
                        "这份许可证的有效期到%s，%s起可以申请延续。".formatted(zh.day(window.lastDay()), zh.day(window.opens()))));
            case OVER -> Optional.of(new Refusal(Reason.LICENCE_EXPIRED, expired(window, rule)));
            case IN_TIME, LATE -> {
                licences.lock(licence);
                yield cases.running(licence, candidate.item().key())
                        .map(number ->
                                new Refusal(Reason.ALREADY_APPLIED, "这份许可证的延续已经申请过，办件编号 " + number + "，请在“我的办件”中查看。"));
            }
        };
    }

    private String expired(RenewalWindow window, Renewal rule) {
        String anew = catalog.find(new ItemKey(rule.item()))
                .map(item -> "“" + item.definition().title().zh() + "”")
                .orElse("许可");
        return "这份许可证已于%s到期，不能再延续。需要继续办的，请重新申请%s。".formatted(zh.day(window.lastDay()), anew);
    }
}
