package org.haina.service.oversight;

import java.util.Map;

/** Actions of the log in Chinese; one that is not listed stands as it is. */
final class AuditWords {

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("case.read", "查看办件"),
            Map.entry("case.receive", "收件"),
            Map.entry("case.move", "办件状态变化"),
            Map.entry("case.correct", "申请人补正"),
            Map.entry("case.close", "办结"),
            Map.entry("case.rate", "评价"),
            Map.entry("certificate.issue", "颁发证书"),
            Map.entry("certificate.read", "查看证书"),
            Map.entry("certificate.end", "终止证书"),
            Map.entry("calendar.published", "公布工作日历"),
            Map.entry("mandate.granted", "授权代办"),
            Map.entry("mandate.revoked", "撤销代办授权"),
            Map.entry("case.overdue", "超期督办"),
            Map.entry("case.secrets.revealed", "查看隐藏信息"),
            Map.entry("material.read", "查看材料"),
            Map.entry("material.downloaded", "下载材料"),
            Map.entry("document.read", "查看文书"),
            Map.entry("party.revealed", "查看主体完整信息"),
            Map.entry("task.claim", "签收任务"),
            Map.entry("task.release", "退回任务"),
            Map.entry("task.complete", "办理任务"),
            Map.entry("outbound.retry", "重试外部接口"),
            Map.entry("outbound.settle", "关闭外部接口"),
            Map.entry("audit.read", "查看审计日志"),
            Map.entry("audit.verified", "校验审计日志"));

    private static final Map<String, String> KINDS = Map.of(
            "case", "办件", "work-item", "任务", "party", "主体", "certificate", "证书", "audit", "日志", "document", "文书");

    public String action(String action) {
        return ACTIONS.getOrDefault(action, action);
    }

    /** The kind of thing in words; its id stays. */
    public String subject(String subject) {
        String[] parts = subject.split(":", 2);
        String kind = KINDS.getOrDefault(parts[0], parts[0]);
        return parts.length == 1 ? kind : kind + " " + parts[1];
    }

    public Map<String, String> actions() {
        return ACTIONS;
    }
}
