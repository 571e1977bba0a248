package org.haina.service.filling;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.forms.Finding;
import org.haina.forms.FormLayout.Page;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.applications.OncePerRoundRule;
import org.haina.service.applications.SubmissionOutcome;
import org.haina.service.cases.Channel;
import org.haina.service.decisions.Eligibility;
import org.haina.service.decisions.EligibilityReason;
import org.haina.service.minors.GuardianConsents;
import org.haina.service.questions.QuestionView;
import org.haina.service.questions.QuestionViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answers once more, and the one press that files them. */
@Controller
@MayCall(Who.CITIZEN)
class CheckController {

    private final Filling.Desk desk;
    private final HandingIn handing;
    private final DraftFiles files;
    private final Eligibility eligibility;
    private final OncePerRoundRule rounds;
    private final GuardianConsents consents;
    private final Clock clock;

    CheckController(
            Filling.Desk desk,
            HandingIn handing,
            DraftFiles files,
            Eligibility eligibility,
            OncePerRoundRule rounds,
            GuardianConsents consents,
            Clock clock) {
        this.desk = desk;
        this.handing = handing;
        this.files = files;
        this.eligibility = eligibility;
        this.rounds = rounds;
        this.consents = consents;
        this.clock = clock;
    }

    /** One theme of the answers; {@code wrong} if it must be changed before it is filed. */
    record Section(Page page, List<QuestionView> questions, Map<String, FileView> files) {
        public boolean isWrong() {
            return questions.stream().anyMatch(q -> q.error() != null);
        }
    }

    @GetMapping("/applications/{id}/check")
    String check(@PathVariable UUID id, Citizen citizen, Model model) {
        Filling filling = desk.open(id, citizen);
        return filling.submitted() ? filling.receipt() : draw(filling, List.of(), model);
    }

    @PostMapping("/applications/{id}/submit")
    String submit(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam Optional<String> consent,
            Citizen citizen,
            HttpServletRequest request,
            RedirectAttributes next,
            Model model) {
        Filling filling = desk.open(id, citizen);
        if (filling.submitted()) {
            return filling.receipt();
        }
        boolean looked = version == null || version == filling.draft().version();
        return (looked
                        ? handing.submit(filling, citizen, channel(request), consent)
                        : Optional.<SubmissionOutcome>empty())
                .map(outcome -> answer(outcome, filling, citizen, next, model))
                .orElseGet(() -> lookAgain(id, citizen, model));
    }

    /** Only what the applicant has looked over is filed. */
    private String lookAgain(UUID id, Citizen citizen, Model model) {
        Filling now = desk.open(id, citizen);
        if (now.submitted()) {
            return now.receipt();
        }
        model.addAttribute("changed", true);
        return draw(now, List.of(), model);
    }

    private String answer(
            SubmissionOutcome outcome, Filling filling, Citizen citizen, RedirectAttributes next, Model model) {
        if (outcome instanceof SubmissionOutcome.Accepted accepted) {
            return "redirect:/cases/" + accepted.number() + "/receipt";
        }
        if (outcome instanceof SubmissionOutcome.StillRunning) {
            model.addAttribute("filling", filling);
            return "filling/sending";
        }
        if (outcome instanceof SubmissionOutcome.KeyReused) {
            return lookAgain(filling.draft().id(), citizen, model);
        }
        if (outcome instanceof SubmissionOutcome.Refused refused) {
            next.addFlashAttribute("refusal", refused.refusal().message());
            next.addFlashAttribute("tried", true);
            return "redirect:" + filling.path() + "/check";
        }
        model.addAttribute("tried", true);
        List<Finding> findings = outcome instanceof SubmissionOutcome.Invalid invalid ? invalid.findings() : List.of();
        return draw(desk.open(filling.draft().id(), citizen), findings, model);
    }

    private static Channel channel(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("User-Agent")).orElse("").contains("Mobi")
                ? Channel.MOBILE
                : Channel.WEB;
    }

    /** @param more what the submission found beyond the form */
    private String draw(Filling filling, List<Finding> more, Model model) {
        List<Section> sections = filling.pages().stream()
                .map(page -> section(filling, page, more))
                .toList();
        model.addAttribute("filling", filling);
        model.addAttribute("sections", sections);
        boolean wrong = !more.isEmpty() || sections.stream().anyMatch(Section::isWrong);
        model.addAttribute("others", elsewhere(more, sections));
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "standing",
                rounds.standing(filling.draft().applicant(), filling.item(), LocalDate.now(clock))
                        .orElse(null));
        model.addAttribute(
                "consent",
                consents.needed(filling.item(), filling.draft().applicant()).orElse(null));
        model.addAttribute("advice", wrong ? List.of() : advice(filling));
        return "filling/check";
    }

    private List<EligibilityReason> advice(Filling filling) {
        return eligibility.forecast(filling.item(), filling.data()).stream()
                .filter(EligibilityReason::bars)
                .toList();
    }

    /** Findings about what no page asks. */
    private static List<String> elsewhere(List<Finding> findings, List<Section> sections) {
        return findings.stream()
                .filter(finding -> sections.stream()
                        .flatMap(section -> section.questions().stream())
                        .noneMatch(question -> question.field().equals(QuestionViews.field(finding))))
                .map(Finding::message)
                .toList();
    }

    private Section section(Filling filling, Page page, List<Finding> more) {
        List<Finding> findings =
                Stream.concat(filling.findings(page).stream(), more.stream()).toList();
        List<QuestionView> questions = QuestionViews.of(filling.form(), filling.data())
                .findings(findings)
                .list(filling.form().visible(page, filling.data()));
        return new Section(page, questions, files.views(filling, questions));
    }
}
