package org.haina.service.renewals;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.cases.Channel;
import org.haina.service.edge.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 确认延续: one press, one case; a later press in another tab leads to what came of it. */
@Controller
@MayCall(Who.CITIZEN)
class RenewalController {

    private final Renewals renewals;
    private final RenewalCases cases;
    private final RenewalFiling filing;

    RenewalController(Renewals renewals, RenewalCases cases, RenewalFiling filing) {
        this.renewals = renewals;
        this.cases = cases;
        this.filing = filing;
    }

    @PostMapping("/my/licences/{edition}/renewal")
    String confirm(
            @PathVariable UUID edition,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String electronicService,
            Citizen citizen,
            HttpServletRequest request,
            RedirectAttributes next) {
        RenewalFiling.OwnWords own = new RenewalFiling.OwnWords(phone.strip(), electronicService);
        Optional<Renewals.Due> due = renewals.find(citizen, edition);
        return due.flatMap(found -> cases.running(found.licence(), found.item().key()))
                .or(() -> due.isPresent() ? Optional.empty() : cases.renewed(edition, citizen.party()))
                .map(number -> "redirect:/cases/" + number)
                .orElseGet(() -> confirm(due, citizen, own, channel(request), next));
    }

    private String confirm(
            Optional<Renewals.Due> asked,
            Citizen citizen,
            RenewalFiling.OwnWords own,
            Channel channel,
            RedirectAttributes next) {
        Renewals.Due due = asked.orElseThrow(() -> Problem.notFound("没有找到可以由您延续的这份许可证，它可能已经延续。请在“我的办件”中查看。"));
        return answer(filing.confirm(due, citizen, own, channel), due, next);
    }

    private static String answer(SubmissionOutcome outcome, Renewals.Due due, RedirectAttributes next) {
        if (outcome instanceof SubmissionOutcome.Accepted accepted) {
            return "redirect:/cases/" + accepted.number();
        }
        if (outcome instanceof SubmissionOutcome.Refused refused) {
            next.addFlashAttribute("refusal", refused.refusal().message());
            return "redirect:/my/cases";
        }
        // What was said before does not answer today's form: it is filled in. A second press finds the first's case.
        return outcome instanceof SubmissionOutcome.Invalid
                ? "redirect:/items/" + due.item().key() + "/apply"
                : "redirect:/my/cases";
    }

    private static Channel channel(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("User-Agent")).orElse("").contains("Mobi")
                ? Channel.MOBILE
                : Channel.WEB;
    }
}
