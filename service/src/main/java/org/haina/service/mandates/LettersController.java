package org.haina.service.mandates;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.processes.ItemDefinition.ApplicantType;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.edge.Problem;
import org.haina.service.keys.PartyId;
import org.haina.service.parties.Mandates;
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

/** 单位委托书: the letters of an organisation, recorded at the counter as its legal representative has signed them. */
@Controller
@RequestMapping("/desk/mandates")
@MayCall(Who.CLERK)
class LettersController {

    private static final String CODE = "001";
    private static final int LONGEST = 60;
    private static final int LONGEST_NAME = 100;
    private static final String NAME_MISSING = "请填写单位的名称，最多100个字";

    private final GivingMandate giving;
    private final GivenList list;
    private final Mandates mandates;
    private final Parties parties;

    LettersController(GivingMandate giving, GivenList list, Mandates mandates, Parties parties) {
        this.giving = giving;
        this.list = list;
        this.mandates = mandates;
        this.parties = parties;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String after, Model model) {
        return show(code(code), "", Letter.EMPTY, Map.of(), after, model);
    }

    @PostMapping
    String give(
            @RequestParam Map<String, String> typed,
            Official clerk,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String code = code(typed.getOrDefault("code", ""));
        String name = name(typed.getOrDefault("organisation", ""));
        Letter letter = Letter.of(typed);
        Map<String, String> wrong = new LinkedHashMap<>(complaints(code, name, letter));
        if (wrong.isEmpty()) {
            wrong.putAll(giving.give(letter, code, name, clerk.account()));
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(code, name, letter, wrong, "", model);
        }
        flash.addFlashAttribute("done", "已经登记委托书。经办人登录后就可以为单位办理。");
        return "redirect:/desk/mandates?code=" + code;
    }

    /** What was misspelled when it was recorded; a name that was proved stays. */
    @PostMapping("/organisation")
    String rename(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String organisation,
            Official clerk,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        PartyId known = parties.find(CODE, code(code)).orElseThrow(LettersController::unknown);
        String name = name(organisation);
        if (!isName(name)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(code(code), name, Letter.EMPTY, Map.of("organisation", NAME_MISSING), "", model);
        }
        if (parties.correctName(known, name, clerk.account())) {
            flash.addFlashAttribute("done", "已经更正单位的名称。");
        }
        return "redirect:/desk/mandates?code=" + code(code);
    }

    private static String name(String typed) {
        return typed.replace("\0", "").strip();
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    /** Ending what has ended already changes nothing. */
    @PostMapping("/{id}/revocation")
    String revoke(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            Official clerk,
            RedirectAttributes flash) {
        UUID mandate = GivenList.id(id).orElseThrow(LettersController::unknown);
        PartyId principal = parties.find(CODE, code(code)).orElseThrow(LettersController::unknown);
        if (mandates.revoke(mandate, principal, clerk.account())) {
            flash.addFlashAttribute(
                    "done",
                    list.besides(mandate)
                            .map(others -> "已经终止这份委托。单位对这位经办人还有没有终止的委托：" + others + "，在这些范围里他仍然可以为单位办理。")
                            .orElse("已经终止委托。经办人从现在起不能再为单位办理。"));
        }
        return "redirect:/desk/mandates?code=" + code(code);
    }

    private static Problem unknown() {
        return Problem.notFound("没有这份委托书。请按统一社会信用代码重新查找。");
    }

    private Map<String, String> complaints(String code, String name, Letter letter) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (!giving.isCode(code)) {
            wrong.put("code", "请填写单位的统一社会信用代码，18位");
        } else if (parties.find(CODE, code).isEmpty() && !isName(name)) {
            wrong.put("organisation", NAME_MISSING);
        }
        if (letter.number().isEmpty() || letter.number().length() > LONGEST) {
            wrong.put("number", "请填写委托书的文号或者编号，最多60个字");
        }
        return wrong;
    }

    private String show(String code, String name, Letter letter, Map<String, String> wrong, String after, Model model) {
        Optional<PartyId> organisation = giving.isCode(code) ? parties.find(CODE, code) : Optional.empty();
        organisation.ifPresent(found -> list.show(found, after, giving.today(), model));
        model.addAttribute("code", code);
        model.addAttribute("asked", giving.isCode(code));
        model.addAttribute("typed", !wrong.isEmpty());
        model.addAttribute("organisation", organisation.map(parties::name).orElse(name));
        model.addAttribute("known", organisation.isPresent());
        model.addAttribute(
                "correctable",
                organisation.filter(found -> !parties.isProved(found)).isPresent());
        model.addAttribute("letter", letter);
        model.addAttribute("wrong", wrong);
        model.addAttribute("items", giving.items(ApplicantType.ORGANISATION));
        model.addAttribute("today", giving.today());
        model.addAttribute("latest", giving.latest());
        return "mandates/letters";
    }

    private static String code(String typed) {
        String code = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return code.matches("[0-9A-Z]{0,18}") ? code : "";
    }
}
