package org.haina.service.desk;

import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.service.outbound.OutboundLedger.Entry;
import org.haina.service.outbound.OutboundLedger.State;
import org.springframework.stereotype.Component;

/** Calls to others in words. */
@Component
class OutboundWords {

    /** Whom and what, in Chinese; a channel that is no register keeps its name. */
    public String title(Entry entry) {
        var catalogue = RegisterCatalogue.get();
        String organ = catalogue
                .findRegister(entry.register())
                .map(RegisterCatalogue.Register::titleZh)
                .orElse(entry.register());
        return organ + "："
                + catalogue
                        .findQuery(entry.register(), entry.query())
                        .map(RegisterCatalogue.Query::title)
                        .orElse(entry.query());
    }

    public String state(State state) {
        return switch (state) {
            case PENDING -> "等待发送";
            case RUNNING -> "发送中";
            case ANSWERED -> "已答复";
            case MANUAL -> "已转人工，继续重试";
            case FAILED -> "对方拒绝";
            case CANCELLED -> "已关闭";
        };
    }

    /** Class of the chip. */
    public String tone(State state) {
        return switch (state) {
            case ANSWERED -> "chip-done";
            case MANUAL -> "chip-yellow";
            case FAILED -> "chip-red";
            case PENDING, RUNNING, CANCELLED -> "";
        };
    }
}
