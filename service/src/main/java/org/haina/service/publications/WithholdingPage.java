package org.haina.service.publications;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What is not published although it was granted, and why; for supervisors. */
@Controller
@RequestMapping("/oversight/grants")
@MayCall(Who.SUPERVISOR)
class WithholdingPage {

    private static final String NO_REASON = "没有改动：请写明理由，2 至 500 个字，不要写个人信息。";

    private final WithheldRows rows;
    private final Withholding withholding;

    WithholdingPage(WithheldRows rows, Withholding withholding) {
        this.rows = rows;
        this.withholding = withholding;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> asked, Model model) {
        Optional<String> document = GrantSearch.of(asked).document();
        model.addAttribute("document", document.orElse(""));
        model.addAttribute("rows", document.map(rows::named).orElseGet(rows::withheld));
        model.addAttribute("grounds", List.of(Ground.values()));
        return "publications/withheld";
    }

    @PostMapping("/{id}/withhold")
    String withhold(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String document,
            Official by,
            RedirectAttributes flash) {
        Optional<Ground> named = Ground.named(ground);
        if (named.isEmpty() || isNone(reason)) {
            flash.addFlashAttribute("late", named.isEmpty() ? "没有改动：请选择不予公开的法定情形。" : NO_REASON);
        } else {
            told(flash, withholding.withhold(id, named.get(), reason.strip(), by), "已停止公开。");
        }
        return back(document);
    }

    @PostMapping("/{id}/restore")
    String restore(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String document,
            Official by,
            RedirectAttributes flash) {
        if (isNone(reason)) {
            flash.addFlashAttribute("late", NO_REASON);
        } else {
            told(flash, withholding.restore(id, reason.strip(), by), "已恢复公开。");
        }
        return back(document);
    }

    private static boolean isNone(String reason) {
        return reason.strip().length() < 2 || reason.length() > 500;
    }

    private static void told(RedirectAttributes flash, boolean done, String words) {
        flash.addFlashAttribute(done ? "done" : "late", done ? words : "这条记录已经改变，请刷新查看。");
    }

    private static String back(String document) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/oversight/grants")
                        .queryParam("document", "{document}")
                        .encode()
                        .buildAndExpand(document)
                        .toUriString();
    }
}
