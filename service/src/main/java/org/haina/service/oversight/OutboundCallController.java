package org.haina.service.oversight;

import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.edge.Problem;
import org.haina.service.outbound.CallCare;
import org.haina.service.outbound.CallCare.Operator;
import org.haina.service.outbound.OutboundLedger;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One call to another system: where it stands, who looks after it, what operators wrote down, and whom it goes to instead. */
@Controller
@RequestMapping("/oversight/outbound/{id}")
@MayCall(Who.OPERATOR)
class OutboundCallController {

    private final OutboundLedger ledger;
    private final CallCare care;

    OutboundCallController(OutboundLedger ledger, CallCare care) {
        this.ledger = ledger;
        this.care = care;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("call", found(id));
        model.addAttribute("notes", care.notes(id));
        return "oversight/call";
    }

    @PostMapping("/take")
    String take(@PathVariable UUID id, Official operator, RedirectAttributes flash) {
        found(id);
        tell(flash, care.take(id, by(operator)), "已由您跟进。", "没有改动：已由您跟进，或者请求已经结束。");
        return back(id);
    }

    @PostMapping("/note")
    String note(
            @PathVariable UUID id,
            Official operator,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        found(id);
        if (refused(words, "note", flash)) {
            return back(id);
        }
        care.note(id, words.strip(), by(operator));
        flash.addFlashAttribute("done", "已记录。");
        return back(id);
    }

    @PostMapping("/person")
    String person(
            @PathVariable UUID id,
            Official operator,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        found(id);
        if (refused(words, "person", flash)) {
            return back(id);
        }
        tell(
                flash,
                care.handToPerson(id, words.strip(), by(operator)),
                "已转人工：不再等待这项答复。其他核验都有结果以后，由承办人员核查；系统继续重试，迟到的答复仍然有效。",
                "没有转人工：已经转过，或者没有人等待这项答复。");
        return back(id);
    }

    private OutboundLedger.Entry found(UUID id) {
        return ledger.find(id).orElseThrow(() -> Problem.notFound("没有找到这条请求。请返回外部接口列表重新打开。"));
    }

    private static boolean refused(String words, String form, RedirectAttributes flash) {
        String plain = words.strip();
        if (plain.length() >= 2 && plain.length() <= 500) {
            return false;
        }
        flash.addFlashAttribute("late", "没有保存：请写 2 至 500 个字，不要写个人信息。");
        flash.addFlashAttribute("typed", plain.length() > 500 ? plain.substring(0, 500) : plain);
        flash.addFlashAttribute("typedFor", form);
        return true;
    }

    private static void tell(RedirectAttributes flash, boolean done, String yes, String no) {
        flash.addFlashAttribute(done ? "done" : "late", done ? yes : no);
    }

    private static Operator by(Official operator) {
        return new Operator(operator.account(), operator.displayName());
    }

    private static String back(UUID id) {
        return "redirect:/oversight/outbound/" + id;
    }
}
