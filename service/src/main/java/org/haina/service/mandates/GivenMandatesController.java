package org.haina.service.mandates;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.haina.processes.ItemDefinition.ApplicantType;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.edge.Problem;
import org.haina.service.parties.Mandates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我委托的: whom a person has ordered to act for him; given, looked at and taken back here. */
@Controller
@RequestMapping("/my/mandates/given")
@MayCall(Who.CITIZEN)
class GivenMandatesController {

    private static final String HOME = "redirect:/my/mandates/given";

    private final GivingMandate giving;
    private final GivenList list;
    private final Mandates mandates;

    GivenMandatesController(GivingMandate giving, GivenList list, Mandates mandates) {
        this.giving = giving;
        this.list = list;
        this.mandates = mandates;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String after, Citizen citizen, Model model) {
        return show(Letter.EMPTY, Map.of(), after, citizen, model);
    }

    @PostMapping
    String give(
            @RequestParam Map<String, String> typed,
            Citizen citizen,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Letter letter = Letter.of(typed);
        Map<String, String> wrong = giving.give(letter, citizen.party());
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(letter, wrong, "", citizen, model);
        }
        flash.addFlashAttribute("done", "已经委托。代办人登录后就可以为您办理委托的事项。");
        return HOME;
    }

    /** Taking back what has ended already changes nothing. */
    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable String id, Citizen citizen, RedirectAttributes flash) {
        UUID mandate = GivenList.id(id).orElseThrow(() -> Problem.notFound("没有这份委托。请返回列表重新选择。"));
        if (mandates.revoke(mandate, citizen.party(), citizen.party().toString())) {
            flash.addFlashAttribute(
                    "done",
                    list.besides(mandate)
                            .map(others -> "已经收回这份委托。您对这位代办人还有没有收回的委托：" + others + "，在这些范围里他仍然可以为您办理。")
                            .orElse("已经收回委托。代办人从现在起不能再为您办理，也看不到您的办件。"));
        }
        return HOME;
    }

    private String show(Letter letter, Map<String, String> wrong, String after, Citizen citizen, Model model) {
        list.show(citizen.party(), after, giving.today(), model);
        model.addAttribute("letter", letter);
        model.addAttribute("wrong", wrong);
        model.addAttribute("items", giving.items(ApplicantType.PERSON));
        model.addAttribute("today", giving.today());
        model.addAttribute("latest", giving.latest());
        return "mandates/given";
    }
}
