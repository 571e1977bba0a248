package org.haina.service.minors;

import jakarta.servlet.http.HttpServletResponse;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.CaseNumber;
import org.haina.service.parties.Parties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an official sees of a minor's case that is closed to him, and how he asks to read it. */
@Controller
@RequestMapping("/desk/cases/{number}/minor-access")
@MayCall({Who.CLERK, Who.REVIEWER, Who.DECIDER, Who.HEAD, Who.SUPERVISOR})
class MinorAccessController {

    private static final int LONGEST_PURPOSE = 200;
    private static final String USUAL = "办理本件";

    private final CaseAccess access;
    private final MinorAccesses accesses;
    private final AccessRows rows;
    private final Parties parties;
    private final Catalog catalog;
    private final MinorSettings settings;

    MinorAccessController(
            CaseAccess access,
            MinorAccesses accesses,
            AccessRows rows,
            Parties parties,
            Catalog catalog,
            MinorSettings settings) {
        this.access = access;
        this.accesses = accesses;
        this.rows = rows;
        this.parties = parties;
        this.catalog = catalog;
        this.settings = settings;
    }

    @GetMapping
    String closed(@PathVariable String number, Official official, Model model) {
        CaseFile file = access.glance(number(number), official);
        if (!access.isClosed(file.number(), official)) {
            return "redirect:/desk/cases/" + file.number();
        }
        return show(file, official, USUAL, model);
    }

    @PostMapping
    String ask(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "case") String scope,
            Official official,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        CaseFile file = access.glance(number(number), official);
        if (!access.isClosed(file.number(), official)) {
            return "redirect:/desk/cases/" + file.number();
        }
        String why = purpose.strip();
        if (why.length() < 2 || why.length() > LONGEST_PURPOSE) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", why.length() < 2 ? "请写明查阅的用途" : "用途最多 %d 个字".formatted(LONGEST_PURPOSE));
            return show(file, official, why.substring(0, Math.min(why.length(), LONGEST_PURPOSE)), model);
        }
        accesses.ask(file, scope.equals("item"), why, official);
        flash.addFlashAttribute("done", "已申请查阅，等待本单位%s批准。".formatted(file.supervised() ? "其他监督人员" : "负责人"));
        return "redirect:/desk/cases/" + file.number() + "/minor-access";
    }

    private String show(CaseFile file, Official official, String purpose, Model model) {
        var item = catalog.version(file.itemVersion()).definition();
        model.addAttribute("file", file);
        model.addAttribute("item", item.title().zh());
        model.addAttribute("status", file.status().label(item));
        model.addAttribute("applicant", parties.maskedName(file.applicant()));
        model.addAttribute("asked", rows.asked(official, file.item(), file.number()));
        model.addAttribute("today", accesses.today());
        model.addAttribute("purpose", purpose);
        model.addAttribute("settings", settings);
        return "minors/closed";
    }

    private static CaseNumber number(String text) {
        if (!CaseNumber.isValid(text)) {
            throw Cases.unknown();
        }
        return new CaseNumber(text);
    }
}
