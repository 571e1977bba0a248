package org.haina.service.guide;

import java.util.stream.Collectors;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Channel;
import org.haina.processes.ItemDefinition.Material;
import org.haina.processes.ItemDefinition.Shape;
import org.haina.processes.ItemLimits.From;
import org.haina.processes.ItemLimits.Unit;

/**
 * An item's codes and limits in words for people.
 *
 * @param statutory 法定办结时限, or the organ's own longest where no statute gives one
 * @param longest what that is called
 * @param promised 承诺办结时限
 * @param results 办理结果
 */
record GuideWords(
        String statutory,
        String longest,
        String promised,
        String delivery,
        String channels,
        String shape,
        String results) {

    private static final String UPLOAD = "upload";

    static GuideWords of(ItemDefinition item) {
        var limit = item.limits().decision();
        String from = start(limit.from());
        return new GuideWords(
                from + limit.statutory() + unit(limit.unit()) + "内",
                longest(item),
                limit.promised() == 0 ? "登记信息一致的，即时办结" : from + limit.promised() + unit(limit.unit()) + "内",
                limit.includesDelivery() ? "时限包括送达结果的时间" : "时限不包括送达结果的时间",
                String.join(
                        "、", item.channels().stream().map(GuideWords::channel).toList()),
                kind(item),
                results(item));
    }

    private static String kind(ItemDefinition item) {
        if (item.isQuestion()) {
            return item.handedIn();
        }
        return switch (item.shape()) {
            case LICENCE -> "行政许可";
            case RECORD_FILING -> "备案";
            default -> "公共服务";
        };
    }

    /** No statute limits a filing or a question: the longest time is the organ's own. */
    private static String longest(ItemDefinition item) {
        return item.shape() == Shape.RECORD_FILING || item.isQuestion() ? "最长时限" : "法定时限";
    }

    private static String results(ItemDefinition item) {
        String granted = item.resultWords().granted();
        String refused = item.resultWords().refused();
        if (item.shape() == Shape.RECORD_FILING) {
            return "材料齐全、符合规定形式的，" + granted + "，发给编号的备案回执，可以下载；不符合的，" + refused + "，书面说明理由。";
        }
        if (item.isComplaint()) {
            return "由监督人员查清以后用文字答复，放在“我的办件”里；不归市教育委员会监督的，告诉您由哪个机关答复、怎样联系。";
        }
        if (item.isQuestion()) {
            return "用文字答复，放在“我的办件”里；不归本机关答复的，告诉您由哪个机关答复、怎样联系。";
        }
        return "符合条件的，" + granted + (item.certificate() == null ? "" : "，发给电子证照，可以下载和核验") + "；不符合条件的，" + refused
                + "，书面说明理由和救济途径。";
    }

    /** How a material is obtained: 从电子证照库取得、向有关系统核查；查不到的，由您拍照上传. */
    static String sources(Material material) {
        if (material.isPromise()) {
            return "由您阅读告知的内容后在网上作出，不用上传";
        }
        String found = material.sources().stream()
                .filter(source -> !source.equals(UPLOAD))
                .map(source -> source.startsWith("licence:") ? "从电子证照库取得" : "向有关系统核查")
                .distinct()
                .collect(Collectors.joining("、"));
        if (!material.sources().contains(UPLOAD)) {
            return found + "，不用提交";
        }
        String upload = material.types().contains("jpg") ? "由您拍照上传" : "由您上传";
        String proof = found.isEmpty() ? upload : found + "；查不到的，" + upload;
        if (material.deferral() != null) {
            return proof + "；还没有的，本人书面承诺以后可以在受理后补交";
        }
        return material.commitment() == null ? proof : proof + "；也可以由您书面承诺代替";
    }

    /** For templates. */
    public String waysOf(Material material) {
        return sources(material);
    }

    private static String start(From from) {
        return switch (from) {
            case RECEIPT -> "自收到申请之日起";
            case ACCEPTANCE -> "自受理之日起";
            case NOTICE -> "自告知之日起";
            case WINDOW_END -> "自本轮受理期限终止之日起";
            case DECISION -> "自作出决定之日起";
            case OPENING -> "自检查开始之日起";
        };
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case WORKING_DAYS -> "个工作日";
            case NATURAL_DAYS -> "日";
            case MONTHS -> "个月";
        };
    }

    private static String channel(Channel channel) {
        return switch (channel) {
            case COUNTER -> "窗口";
            case WEB -> "网上";
            case MOBILE -> "手机";
            case POST -> "邮寄";
        };
    }
}
