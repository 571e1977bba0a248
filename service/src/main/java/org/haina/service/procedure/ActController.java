package org.haina.service.procedure;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.documents.Printing;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.parties.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one act. What was typed is kept, whatever the answer. */
@Controller
@RequestMapping("/desk/cases/{number}/acts/{act}")
@MayCall({Who.CLERK, Who.REVIEWER, Who.DECIDER, Who.HEAD})
class ActController {

    private final CaseAccess access;
    private final CaseActs acts;
    private final Catalog catalog;
    private final Parties parties;
    private final Situations situations;
    private final Printing printing;

    ActController(
            CaseAccess access,
            CaseActs acts,
            Catalog catalog,
            Parties parties,
            Situations situations,
            Printing printing) {
        this.access = access;
        this.acts = acts;
        this.catalog = catalog;
        this.parties = parties;
        this.situations = situations;
        this.printing = printing;
    }

    @GetMapping
    String ask(@PathVariable String number, @PathVariable String act, Official official, Model model) {
        CaseFile file = file(number, official);
        CaseAct found = acts.find(act).orElseThrow(Cases::unknown);
        return show(file, found, official, ActInput.empty(file), Map.of(), null, model);
    }

    @PostMapping
    String perform(
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> form,
            Official official,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        CaseFile file = file(number, official);
        CaseAct found = acts.find(act).orElseThrow(Cases::unknown);
        Optional<String> refusal = found.refusal(file);
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(file, found, official, ActInput.empty(file), Map.of(), refusal.get(), model);
        }
        List<Field> fields = found.fields(file, official);
        ActInput input = ActInput.of(form, fields);
        Map<String, String> wrong = input.complaints(fields, printing);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(file, found, official, input, wrong, null, model);
        }
        try {
            acts.perform(file.number(), act, input, official);
        } catch (Problem problem) {
            return refused(file, found, official, input, problem, model, response);
        }
        flash.addFlashAttribute("done", "已完成：" + found.label() + "。");
        return "redirect:/desk/cases/" + file.number();
    }

    private String refused(
            CaseFile seen,
            CaseAct act,
            Official official,
            ActInput input,
            Problem problem,
            Model model,
            HttpServletResponse response) {
        HttpStatusCode status = problem.getStatusCode();
        String detail = problem.getBody().getDetail();
        response.setStatus(status.value());
        CaseFile now = access.check(seen.number(), official);
        if (status.value() == HttpStatus.CONFLICT.value()) {
            return show(now, act, official, input, Map.of(), detail, model);
        }
        if (status.value() == HttpStatus.UNPROCESSABLE_ENTITY.value() && detail != null) {
            return show(now, act, official, input, Map.of("opinion", detail), null, model);
        }
        throw problem;
    }

    private String show(
            CaseFile file,
            CaseAct act,
            Official official,
            ActInput input,
            Map<String, String> wrong,
            @Nullable String late,
            Model model) {
        Situation situation = situations.of(file);
        model.addAttribute("file", file);
        model.addAttribute(
                "item", catalog.version(file.itemVersion()).definition().title().zh());
        model.addAttribute("applicant", parties.maskedName(file.applicant()));
        model.addAttribute("act", act);
        model.addAttribute("refusal", act.refusal(file));
        model.addAttribute("possible", acts.isOpen(act, situation, official));
        model.addAttribute("fields", act.fields(file, official));
        model.addAttribute("input", input);
        model.addAttribute("wrong", wrong);
        model.addAttribute("clash", late);
        model.addAttribute("subject", act.subject(file, official).orElse(null));
        model.addAttribute("request", act.request(situation));
        return "procedure/act";
    }

    private CaseFile file(String number, Official official) {
        if (!CaseNumber.isValid(number)) {
            throw Cases.unknown();
        }
        return access.check(new CaseNumber(number), official);
    }
}
