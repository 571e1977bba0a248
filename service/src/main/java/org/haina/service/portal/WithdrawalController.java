package org.haina.service.portal;

import java.util.Optional;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseStatus;
import org.haina.service.closing.Withdrawals;
import org.haina.service.documents.Printing;
import org.haina.service.minors.GuardianConsents;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking an application back, asked once more before it is done. */
@Controller
@RequestMapping("/cases/{number}/withdrawal")
@MayCall(Who.CITIZEN)
class WithdrawalController {

    private static final int LONGEST_REASON = 200;

    private final OwnCase.Door door;
    private final Withdrawals withdrawals;
    private final Printing printing;
    private final GuardianConsents consents;

    WithdrawalController(OwnCase.Door door, Withdrawals withdrawals, Printing printing, GuardianConsents consents) {
        this.door = door;
        this.withdrawals = withdrawals;
        this.printing = printing;
        this.consents = consents;
    }

    @GetMapping
    String ask(@PathVariable String number, Citizen citizen, Model model) {
        OwnCase own = door.open(number, citizen);
        return own.file().status() == CaseStatus.WITHDRAWN ? "redirect:" + own.path() : page(own, model);
    }

    private String page(OwnCase own, Model model) {
        model.addAttribute("own", own);
        model.addAttribute("consented", consents.of(own.number()).isPresent());
        model.addAttribute("possible", Situation.withdrawable(own.file().status()));
        return "portal/withdrawal";
    }

    @PostMapping
    String withdraw(
            @PathVariable String number, @RequestParam(defaultValue = "") String reason, Citizen citizen, Model model) {
        OwnCase own = door.open(number, citizen);
        if (own.file().status() == CaseStatus.WITHDRAWN) {
            return "redirect:" + own.path();
        }
        if (!Situation.withdrawable(own.file().status())) {
            return page(own, model);
        }
        Optional<String> complaint = reason.strip().length() > LONGEST_REASON
                ? Optional.of("原因最多 " + LONGEST_REASON + " 个字")
                : printing.complaint("撤回原因", reason);
        if (complaint.isPresent()) {
            model.addAttribute("reason", reason);
            model.addAttribute("error", complaint.get());
            return page(own, model);
        }
        withdrawals.withdraw(own.number(), citizen, reason);
        return "redirect:" + own.path();
    }
}
