package org.haina.service.oversight;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.edge.Problem;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.outbound.OutboundLedger.Entry;
import org.haina.service.outbound.OutboundLedger.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ledger of calls for operators: which wait, since when; never what was asked or answered. */
@Controller
@RequestMapping("/oversight/outbound")
@MayCall(Who.OPERATOR)
class OutboundPageController {

    private static final int PAGE = 50;
    private static final String HOME = "redirect:/oversight/outbound";

    /** @param count of those waiting; absent for states that are over */
    record Tab(State state, @Nullable Long count, boolean current) {}

    private final OutboundLedger ledger;

    OutboundPageController(OutboundLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping
    String list(@RequestParam Optional<String> state, @RequestParam Optional<String> before, Model model) {
        State wanted = state.flatMap(OutboundPageController::state).orElse(State.FAILED);
        long place = before.filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        List<Entry> found = ledger.list(wanted, place, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Entry> rows = more ? found.subList(0, PAGE) : found;
        model.addAttribute("rows", rows);
        model.addAttribute("state", wanted);
        model.addAttribute("next", more ? rows.get(PAGE - 1).sequence() : null);
        model.addAttribute("tabs", tabs(wanted));
        model.addAttribute(
                "oldest", ledger.oldestOpen().map(OutboundPageController::words).orElse(null));
        return "oversight/outbound";
    }

    @PostMapping("/{id}/retry")
    String retry(
            @PathVariable UUID id,
            Official operator,
            @RequestParam(defaultValue = "") String state,
            RedirectAttributes flash) {
        boolean done = ledger.retry(id, operator.account());
        flash.addFlashAttribute(done ? "done" : "late", done ? "已安排立即重试。" : "这条记录已经不能重试，请刷新查看。");
        return back(state);
    }

    @PostMapping("/{id}/settle")
    String settle(
            @PathVariable UUID id,
            Official operator,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String state,
            RedirectAttributes flash) {
        String words = reason.strip();
        if (words.length() < 2 || words.length() > 500) {
            flash.addFlashAttribute("late", "没有关闭：请写明理由，2 至 500 个字，不要写个人信息。");
            flash.addFlashAttribute("typed", words.length() > 500 ? words.substring(0, 500) : words);
            flash.addFlashAttribute("typedFor", id.toString());
            return back(state);
        }
        try {
            boolean done = ledger.settle(id, words, operator.account());
            flash.addFlashAttribute(done ? "done" : "late", done ? "已关闭。" : "这条记录已经关闭，请刷新查看。");
        } catch (Problem refused) {
            flash.addFlashAttribute("late", refused.getBody().getDetail());
        }
        return back(state);
    }

    private List<Tab> tabs(State wanted) {
        var counts = ledger.openByState();
        return Arrays.stream(State.values())
                .map(state -> new Tab(
                        state,
                        state == State.ANSWERED || state == State.CANCELLED ? null : counts.getOrDefault(state, 0L),
                        state == wanted))
                .toList();
    }

    private static String words(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " 天";
        }
        return age.toHours() > 0 ? age.toHours() + " 小时" : age.toMinutes() + " 分钟";
    }

    private static String back(String state) {
        return state(state)
                .map(s -> HOME + "?state=" + s.name().toLowerCase(Locale.ROOT))
                .orElse(HOME);
    }

    private static Optional<State> state(String text) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
