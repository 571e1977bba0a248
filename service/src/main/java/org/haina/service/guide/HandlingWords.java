package org.haina.service.guide;

import java.util.List;
import org.haina.processes.Handling;
import org.haina.processes.ItemDefinition;
import org.haina.processes.ItemDefinition.Channel;
import org.haina.processes.ItemLimits.Unit;
import org.haina.processes.ProcessModel;
import org.jspecify.annotations.Nullable;

/**
 * 办理环节, 到办事现场次数 and 办理结果 of an item in words.
 *
 * @param visits empty if the item does not state it, as {@code result}
 */
record HandlingWords(List<Step> steps, String visits, String result) {

    /** @param time how long it takes; empty if the item does not state it */
    record Step(String name, String time) {}

    static HandlingWords of(ItemDefinition item, ProcessModel process) {
        Handling handling = item.handling();
        List<Step> steps = process.story().stream()
                .map(element -> new Step(element.name(), time(item, handling, element.id())))
                .toList();
        return handling == null
                ? new HandlingWords(steps, "", "")
                : new HandlingWords(
                        steps,
                        visits(item, handling),
                        handling.result().name() + "（"
                                + handling.result().kind().label() + "）");
    }

    private static String time(ItemDefinition item, @Nullable Handling handling, String step) {
        if (handling == null || handling.days(step).isEmpty()) {
            return "";
        }
        int days = handling.days(step).getAsInt();
        String unit = item.limits().decision().unit() == Unit.WORKING_DAYS ? "个工作日内" : "日内";
        return days == 0 ? "当即" : days + unit;
    }

    private static String visits(ItemDefinition item, Handling handling) {
        if (handling.visits() > 0) {
            return handling.visits() + "次：" + handling.visitReason();
        }
        boolean online =
                item.channels().contains(Channel.WEB) || item.channels().contains(Channel.MOBILE);
        return online ? "0次，全程网上办理" : "0次，可以邮寄办理";
    }
}
