package org.haina.service.oversight;

import java.util.Map;

/** Actions of the log in Chinese; one that is not listed stands as it is. */
final class AuditWords {

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("case.read", "查看办件"),
            Map.entry("case.receive", "收件"),
            Map.entry("case.move", "办件状态变化"),
            Map.entry("case.correct", "申请人补正"),
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

    public String action(String action) {
        return ACTIONS.getOrDefault(action, action);
    }

    public Map<String, String> actions() {
        return ACTIONS;
    }
}
