package org.haina.service.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haina.service.cases.CaseStatus;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockExplanation;
import org.haina.service.clock.ClockName;
import org.haina.service.clock.Deadline;
import org.haina.service.clock.LedgerEntry;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Component;

/** What a date alone does not say: why time stands, since when, and what waiting for a correction does to the promise. */
@Component
class ClockWords {

    private final CaseClocks clocks;
    private final ChineseWords words;

    ClockWords(CaseClocks clocks, ChineseWords words) {
        this.clocks = clocks;
        this.words = words;
    }

    List<String> of(OwnCase own) {
        Optional<ClockExplanation> decision = clocks.explain(own.number(), ClockName.DECISION);
        List<String> sentences = new ArrayList<>();
        if (own.file().status() == CaseStatus.AWAITING_CORRECTION) {
            sentences.add(missed(own));
            sentences.add(decision.map(ClockExplanation::deadline)
                    .map(this::meanwhile)
                    .orElse("办理期限还没有开始计算：补正齐全、受理以后才开始。"));
        }
        clocks.deadline(own.number(), ClockName.RECTIFICATION)
                .map(deadline -> "请在" + words.day(deadline.due()) + "（含当天）" + deadline.dueMark()
                        + "以前整改到位，并告知办理机关；要求写在责令限期整改通知书里。到期仍不符合条件的，依法撤销原来的决定。")
                .ifPresent(sentences::add);
        decision.map(ClockExplanation::entries).map(this::stops).ifPresent(sentences::addAll);
        return sentences;
    }

    private String missed(OwnCase own) {
        return clocks.deadline(own.number(), ClockName.CORRECTION)
                .map(deadline ->
                        words.day(deadline.due()) + "（含当天）" + deadline.dueMark() + "以前没有补正的，这次申请就此结束。" + own.again())
                .orElse("没有规定补正的最后日期，补正齐全后才能受理。");
    }

    private String meanwhile(Deadline decision) {
        return decision.stopped()
                ? "办理期限现在停止计算。"
                : "等您补正的时间不延长办理期限：" + words.day(decision.target()) + decision.mark() + "前办好的承诺不变。";
    }

    /** Each stop with its days and its law. */
    private List<String> stops(List<LedgerEntry> entries) {
        List<String> sentences = new ArrayList<>();
        LedgerEntry open = null;
        for (LedgerEntry entry : entries) {
            switch (entry.act()) {
                case STARTED -> {
                    sentences.clear();
                    open = null;
                }
                case STOPPED -> open = entry;
                case RESUMED -> {
                    if (open != null) {
                        sentences.add(past(open, entry.on()));
                        open = null;
                    }
                }
                case EXTENDED -> sentences.add(extended(entry));
                default -> {}
            }
        }
        if (open != null) {
            sentences.add("从" + words.day(open.on()) + "起停止计算期限，恢复以后日期相应顺延。原因：" + open.basis() + "。");
        }
        return sentences;
    }

    private static String extended(LedgerEntry entry) {
        String length = entry.limit() == null ? "" : entry.limit().label();
        return "办理期限经本机关负责人批准延长" + length + "，上面的日期已经包含延长的时间；理由写在延长期限告知书里。依据：" + entry.basis() + "。";
    }

    private String past(LedgerEntry stopped, LocalDate resumed) {
        return words.day(stopped.on()) + "到" + words.day(resumed) + "停止计算期限，这些天不计入。原因：" + stopped.basis() + "。";
    }
}
