package org.haina.service.oversight;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.processes.ItemDefinition.ResultWords;
import org.haina.service.cases.CaseMove;
import org.haina.service.cases.CaseStatus;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.desk.DeskWords;
import org.springframework.stereotype.Component;

/** The log in Chinese; a word that is not listed stands as it is. */
@Component
final class AuditWords {

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("case.read", "查看办件"),
            Map.entry("case.denied", "越权查看办件，被拒绝"),
            Map.entry("case.closed", "未经批准查阅未成年人的办件，被拒绝"),
            Map.entry("guardian.consented", "监护人同意处理孩子的个人信息"),
            Map.entry("minor.access.asked", "申请查阅未成年人信息"),
            Map.entry("minor.access.approved", "批准查阅未成年人信息"),
            Map.entry("minor.access.refused", "不批准查阅未成年人信息"),
            Map.entry("minor.access.revoked", "撤销查阅未成年人信息的批准"),
            Map.entry("route.denied", "访问无权使用的页面，被拒绝"),
            Map.entry("case.receive", "收件"),
            Map.entry("case.move", "办件状态变化"),
            Map.entry("case.involve", "其他机关开始参与办理"),
            Map.entry("notice.exception", "准许补充告知（漏告知）"),
            Map.entry("case.correct", "申请人补正"),
            Map.entry("case.close", "办结"),
            Map.entry("case.archive", "归档"),
            Map.entry("archive.read", "下载归档包"),
            Map.entry("archive.verified", "校验归档包"),
            Map.entry("extension.propose", "提请延长办理期限"),
            Map.entry("extension.approve", "批准延长办理期限"),
            Map.entry("extension.refuse", "不批准延长办理期限"),
            Map.entry("case.rate", "评价"),
            Map.entry("certificate.issue", "颁发证书"),
            Map.entry("certificate.read", "查看证书"),
            Map.entry("certificate.end", "终止证书"),
            Map.entry("certificate.correct", "更正证书"),
            Map.entry("deferral.supply", "补交容缺材料"),
            Map.entry("deferral.settle", "核对补交材料：符合要求"),
            Map.entry("deferral.reject", "核对补交材料：不符合要求"),
            Map.entry("termination.propose", "提出终止许可"),
            Map.entry("termination.ask", "申请注销许可"),
            Map.entry("termination.state", "提出陈述申辩"),
            Map.entry("termination.serve", "记录告知书送达"),
            Map.entry("termination.takeBack", "收回提出的注销"),
            Map.entry("certificate.revive", "恢复证书"),
            Map.entry("grant.withhold", "停止公开许可决定"),
            Map.entry("grant.restore", "恢复公开许可决定"),
            Map.entry("commitment.broken", "记录不实承诺"),
            Map.entry("commitment.restore", "信用修复"),
            Map.entry("calendar.published", "公布工作日历"),
            Map.entry("item.check", "检查事项版本"),
            Map.entry("item.publish", "发布事项版本"),
            Map.entry("item.retire", "停用事项版本"),
            Map.entry("item.move", "把办件改按另一事项版本办理"),
            Map.entry("case.version", "办件改按另一事项版本办理"),
            Map.entry("mandate.granted", "授权代办"),
            Map.entry("mandate.revoked", "撤销代办授权"),
            Map.entry("registration.ask", "核对法人登记"),
            Map.entry("credit.verdict", "核实信用信息"),
            Map.entry("case.overdue", "超期督办"),
            Map.entry("case.consult", "送部门征求意见"),
            Map.entry("case.urge", "催办部门意见"),
            Map.entry("case.secrets.revealed", "查看隐藏信息"),
            Map.entry("material.read", "查看材料"),
            Map.entry("material.downloaded", "下载材料"),
            Map.entry("document.read", "查看文书"),
            Map.entry("document.printed", "批量打印文书"),
            Map.entry("party.revealed", "查看主体完整信息"),
            Map.entry("licences.asked", "查询电子证照"),
            Map.entry("task.claim", "签收任务"),
            Map.entry("task.release", "退回任务"),
            Map.entry("task.complete", "办理任务"),
            Map.entry("task.takeBack", "收回刚才的办理"),
            Map.entry("task.amend", "更正刚才的结论"),
            Map.entry("outbound.retry", "重试外部接口"),
            Map.entry("outbound.settle", "关闭外部接口"),
            Map.entry("step.retry", "重试卡住的环节"),
            Map.entry("audit.read", "查看审计日志"),
            Map.entry("audit.verified", "校验审计日志"));

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("application", "申请"),
            Map.entry("archive", "归档包"),
            Map.entry("audit", "日志"),
            Map.entry("calendar", "工作日历"),
            Map.entry("case", "办件"),
            Map.entry("certificate", "证书"),
            Map.entry("document", "文书"),
            Map.entry("file", "文件"),
            Map.entry("grant", "许可公示"),
            Map.entry("item", "事项"),
            Map.entry("mandate", "授权"),
            Map.entry("minor-access", "查阅未成年人信息"),
            Map.entry("outbound", "外部接口"),
            Map.entry("party", "主体"),
            Map.entry("route", "页面"),
            Map.entry("work-item", "任务"));

    private static final Map<String, String> DETAILS = Map.ofEntries(
            Map.entry("move", "动作"),
            Map.entry("org", "机关代码"),
            Map.entry("version", "事项版本"),
            Map.entry("before", "原事项版本"),
            Map.entry("uscc", "统一社会信用代码"),
            Map.entry("method", "方式"),
            Map.entry("path", "地址"),
            Map.entry("from", "原状态"),
            Map.entry("task", "环节"),
            Map.entry("outcome", "处理结果"),
            Map.entry("ending", "办结方式"),
            Map.entry("material", "材料"),
            Map.entry("clock", "期限"),
            Map.entry("page", "页码"),
            Map.entry("reason", "理由"),
            Map.entry("ground", "不予公开的情形"),
            Map.entry("hash", "文件摘要"),
            Map.entry("package", "归档包摘要"),
            Map.entry("edition", "归档版次"),
            Map.entry("status", "证书状态"),
            Map.entry("years", "年度"),
            Map.entry("level", "评价等级"),
            Map.entry("agent", "代办人"),
            Map.entry("principal", "委托人"));

    /** Tasks, endings and states of certificates beside the words of the life cycle; results are the item's. */
    private static final Map<String, String> VALUES = Stream.concat(
                    Stream.of(
                            Map.entry("Task_AcceptApplication", "受理审查"),
                            Map.entry("Task_SealCertificate", "制证并签章"),
                            Map.entry("Task_CheckManually", "人工核查"),
                            Map.entry("Task_DecideApplication", "作出决定"),
                            Map.entry("Task_ReviewApplication", "审核申请"),
                            Map.entry("Task_VisitSite", "实地核查"),
                            Map.entry("Task_ConfirmVisit", "确认实地核查"),
                            Map.entry("Task_FileRecord", "形式审查并备案"),
                            Map.entry("Task_AnswerQuestion", "答复咨询"),
                            Map.entry("Task_AnswerComplaint", "查清并答复投诉"),
                            Map.entry("Task_CheckCommitments", "核查承诺"),
                            Map.entry("Task_CheckRectification", "核查整改"),
                            Map.entry("Task_DecideAnnulment", "决定是否撤销"),
                            Map.entry("Task_HearHolder", "听取陈述申辩"),
                            Map.entry("Task_ReviewLegality", "法制审核"),
                            Map.entry("Task_DecideWithdrawal", "决定是否撤回许可"),
                            Map.entry("Task_DecideGrantAnnulment", "决定是否撤销许可"),
                            Map.entry("Task_DecideRevocation", "决定是否吊销许可证件"),
                            Map.entry("Task_DecideCancellation", "决定是否注销许可"),
                            Map.entry("notRequired", "无需办理"),
                            Map.entry("withdrawn", "申请人撤回"),
                            Map.entry("voided", "作废"),
                            Map.entry("notAccepted", "不予受理"),
                            Map.entry("correctionTimedOut", "逾期未补正"),
                            Map.entry("deferralExpired", "容缺材料逾期未补"),
                            Map.entry("REPLACED", "由补发、换发、变更的证书替代"),
                            Map.entry("WITHDRAWN", "许可已撤回"),
                            Map.entry("STATE_SECRET", "国家秘密"),
                            Map.entry("TRADE_SECRET", "商业秘密"),
                            Map.entry("PRIVACY", "个人隐私"),
                            Map.entry("EXPIRED", "失效")),
                    Arrays.stream(CaseStatus.values()).map(status -> Map.entry(status.name(), status.label())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (own, other) -> own));

    /** For what is about no case. */
    private static final ResultWords USUAL = new ResultWords("准予", "不予");

    private final DeskWords desk;

    AuditWords(DeskWords desk) {
        this.desk = desk;
    }

    String action(String action) {
        return ACTIONS.getOrDefault(action, action);
    }

    String actor(String actor) {
        return actor.equals("haina") || actor.equals("system") ? "系统" : actor;
    }

    /** The kind of thing in words; which one it is stands in the reference. */
    String subject(String subject) {
        String kind = subject.split(":", 2)[0];
        return KINDS.getOrDefault(kind, kind);
    }

    /**
     * What the entry says beyond its action; hashes are cut, since they are compared by machines.
     *
     * @param item that of the case, which calls its results in its own words; empty if it is about no case
     * @param names the name to show where a party's id is stored
     */
    List<String> details(
            Map<String, String> detail, Optional<ItemVersion> item, Function<String, Optional<String>> names) {
        return new TreeMap<>(detail)
                .entrySet().stream()
                        .map(entry -> DETAILS.getOrDefault(entry.getKey(), entry.getKey()) + "："
                                + names.apply(entry.getValue())
                                        .orElseGet(() -> value(entry.getKey(), entry.getValue(), detail, item)))
                        .toList();
    }

    private String value(String key, String value, Map<String, String> detail, Optional<ItemVersion> item) {
        ResultWords results =
                item.map(version -> version.definition().resultWords()).orElse(USUAL);
        return switch (key) {
            case "hash", "package" -> value.length() > 16 ? value.substring(0, 16) + "…" : value;
            case "outcome" ->
                desk.outcome(detail.getOrDefault("task", ""), value, item, results)
                        .orElse(value);
            case "ending" -> ending(value, results);
            case "move" -> move(value, item);
            default -> VALUES.getOrDefault(value, value);
        };
    }

    private static String ending(String ending, ResultWords results) {
        return switch (ending) {
            case "granted", "filed", "answered" -> results.granted();
            case "refused", "notFiled", "passedOn" -> results.refused();
            default -> VALUES.getOrDefault(ending, ending);
        };
    }

    private static String move(String name, Optional<ItemVersion> item) {
        return Arrays.stream(CaseMove.values())
                .filter(move -> move.name().equals(name))
                .map(move ->
                        item.map(version -> move.label(version.definition())).orElseGet(move::label))
                .findFirst()
                .orElse(name);
    }

    public Map<String, String> actions() {
        return ACTIONS;
    }
}
