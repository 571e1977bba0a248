package org.haina.service.desk;

import java.util.Map;
import org.haina.integrations.registers.RegisterCatalogue;
import org.haina.service.outbound.CallCare.Note;
import org.haina.service.outbound.OutboundCall;
import org.haina.service.outbound.OutboundLedger.Entry;
import org.haina.service.outbound.OutboundLedger.State;
import org.springframework.stereotype.Component;

/** Calls to others in words. */
@Component
class OutboundWords {

    private static final Map<String, String> TROUBLES = Map.ofEntries(
            Map.entry("TIMEOUT", "没有在规定时间内答复"),
            Map.entry("UNREACHABLE", "连接不上对方系统"),
            Map.entry("SERVER_ERROR", "对方系统故障"),
            Map.entry("TOO_MANY_REQUESTS", "对方限制调用次数"),
            Map.entry("BREAKER_OPEN", "连续失败，暂停调用"),
            Map.entry("BUSY", "同时调用过多，等待重试"),
            Map.entry("MALFORMED", "答复有误：格式不符"),
            Map.entry("WRONG_SUBJECT", "答复有误：不是所查对象"),
            Map.entry("TOO_LARGE", "答复有误：超过约定大小"),
            Map.entry("REDIRECTED", "答复有误：转向其他地址"),
            Map.entry("REJECTED", "对方拒绝请求"),
            Map.entry("NOT_ASKABLE", "请求不符合接口约定，没有发出"),
            Map.entry("INTERNAL", "本系统处理失败"),
            Map.entry("unavailable", "没有答复"));

    /** Questions that the ledger records and does not ask itself, so that the catalogue does not have them. */
    private static final Map<String, String> RECORDED = Map.of("holder-licences", "申请人持有的电子证照");

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
                        .orElse(RECORDED.getOrDefault(entry.query(), entry.query()));
    }

    /** Code of a trouble in words; another stands as it is. */
    public String trouble(String code) {
        return TROUBLES.getOrDefault(code, code);
    }

    public String state(State state) {
        return switch (state) {
            case PENDING -> "等待发送";
            case RUNNING -> "发送中";
            case ANSWERED -> "已答复";
            case MANUAL -> "已转人工，继续重试";
            case FAILED -> "失败，待处理";
            case CANCELLED -> "已关闭";
        };
    }

    /** Who has the call in hand: an operator by name, or who is meant to by its state. */
    public String keeper(Entry entry) {
        String usual =
                switch (entry.state()) {
                    case PENDING, RUNNING -> "系统自动重试";
                    case MANUAL -> entry.kind() == OutboundCall.Kind.REGISTER ? "承办人员核查，系统继续重试" : "运维人员，系统继续重试";
                    case FAILED -> "运维人员";
                    case ANSWERED, CANCELLED -> "—";
                };
        return entry.keeper() == null ? usual : entry.keeper();
    }

    /** What an operator did or found out. */
    public String note(Note note) {
        return switch (note.kind()) {
            case NOTE -> note.words();
            case TAKEN -> note.words().isEmpty() ? "由本人跟进" : "由本人跟进（此前由" + note.words() + "跟进）";
            case REROUTED -> "转人工：" + note.words();
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
