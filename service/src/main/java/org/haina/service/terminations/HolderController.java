package org.haina.service.terminations;

import java.util.Optional;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.documents.Printing;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the holder of a licence reads and says when it is to end: his statement, or his own wish to have it cancelled. */
@Controller
@RequestMapping("/cases/{number}")
@MayCall(Who.CITIZEN)
class HolderController {

    private static final int LONGEST = 500;

    private final CaseAccess access;
    private final HolderSide holders;
    private final Terminations terminations;
    private final Catalog catalog;
    private final Printing printing;

    HolderController(
            CaseAccess access, HolderSide holders, Terminations terminations, Catalog catalog, Printing printing) {
        this.access = access;
        this.holders = holders;
        this.terminations = terminations;
        this.catalog = catalog;
        this.printing = printing;
    }

    @GetMapping("/statement")
    String statement(@PathVariable String number, Citizen citizen, Model model) {
        return page("statement", file(number, citizen), citizen, "", null, model);
    }

    @PostMapping("/statement")
    String state(
            @PathVariable String number, @RequestParam(defaultValue = "") String text, Citizen citizen, Model model) {
        CaseFile file = file(number, citizen);
        Optional<String> wrong = complaint("陈述申辩的内容", text);
        if (wrong.isPresent()) {
            return page("statement", file, citizen, text, wrong.get(), model);
        }
        holders.state(file.number(), text.strip(), citizen);
        return "redirect:/cases/" + number;
    }

    @GetMapping("/cancellation")
    String cancellation(@PathVariable String number, Citizen citizen, Model model) {
        return page("cancellation", file(number, citizen), citizen, "", null, model);
    }

    @PostMapping("/cancellation")
    String cancel(
            @PathVariable String number, @RequestParam(defaultValue = "") String text, Citizen citizen, Model model) {
        CaseFile file = file(number, citizen);
        Optional<String> wrong = complaint("申请注销的原因", text);
        if (wrong.isPresent()) {
            return page("cancellation", file, citizen, text, wrong.get(), model);
        }
        holders.ask(file.number(), text.strip(), citizen);
        return "redirect:/cases/" + number;
    }

    private String page(String view, CaseFile file, Citizen citizen, String text, @Nullable String error, Model model) {
        model.addAttribute("path", "/cases/" + file.number());
        model.addAttribute("number", file.number());
        model.addAttribute(
                "item", catalog.version(file.itemVersion()).definition().title().zh());
        model.addAttribute("text", text);
        model.addAttribute("error", error);
        model.addAttribute("open", terminations.open(file.number()).orElse(null));
        model.addAttribute("side", holders.of(file, citizen));
        return "terminations/" + view;
    }

    private Optional<String> complaint(String label, String text) {
        if (text.isBlank()) {
            return Optional.of("请填写" + label);
        }
        return text.strip().length() > LONGEST
                ? Optional.of("%s最多 %d 个字".formatted(label, LONGEST))
                : printing.complaint(label, text);
    }

    private CaseFile file(String number, Citizen citizen) {
        if (!CaseNumber.isValid(number)) {
            throw Cases.unknown();
        }
        return access.open(new CaseNumber(number), citizen);
    }
}
