package org.haina.service.filling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.forms.Finding;
import org.haina.forms.FormLayout.Page;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.decisions.Competence;
import org.haina.service.questions.QuestionView;
import org.haina.service.questions.QuestionViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One theme on a page. */
@Controller
@RequestMapping("/applications/{id}/pages/{page}")
@MayCall(Who.CITIZEN)
class PageController {

    private static final String TO_CHECK = "check";

    /** What came of saving, in the address. */
    private static final String WRONG = "wrong";

    private static final String MORE = "more";

    private final Filling.Desk desk;
    private final PageSaving saving;
    private final PrefilledAnswers prefilled;
    private final DraftFiles files;
    private final Competence competence;
    private final Clock clock;

    PageController(
            Filling.Desk desk,
            PageSaving saving,
            PrefilledAnswers prefilled,
            DraftFiles files,
            Competence competence,
            Clock clock) {
        this.desk = desk;
        this.saving = saving;
        this.prefilled = prefilled;
        this.files = files;
        this.competence = competence;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @PathVariable("page") String key,
            @RequestParam(name = "return", defaultValue = "") String back,
            @RequestParam(name = "saved", defaultValue = "") String saved,
            Citizen citizen,
            Model model) {
        Filling filling = desk.open(id, citizen);
        if (filling.submitted()) {
            return filling.receipt();
        }
        Page page = filling.page(key);
        if (saved.equals(MORE)) {
            model.addAttribute("more", true);
        }
        QuestionViews views = views(filling);
        return draw(
                filling,
                page,
                saved.equals(WRONG) ? views.findings(filling.findings(page)) : views,
                back,
                citizen,
                model);
    }

    @PostMapping
    String save(
            @PathVariable UUID id,
            @PathVariable("page") String key,
            @RequestParam MultiValueMap<String, String> post,
            Citizen citizen,
            Model model) {
        Filling before = desk.open(id, citizen);
        if (before.submitted()) {
            return before.receipt();
        }
        Page page = before.page(key);
        String back = post.getOrDefault("return", List.of("")).get(0);
        PageSaving.Outcome outcome = saving.save(before, page, post, citizen);
        Filling after = outcome.filling();
        if (after.submitted()) {
            return after.receipt();
        }
        if (outcome instanceof PageSaving.Outcome.Stale) {
            model.addAttribute("stale", true);
            return draw(after, page, views(after).typed(post), back, citizen, model);
        }
        List<Finding> findings = after.findings(page);
        if (findings.isEmpty() && refusal(after, page).isEmpty()) {
            return "redirect:" + (TO_CHECK.equals(back) ? after.path() + "/check" : after.after(page));
        }
        boolean more = !post.containsKey("scripted") && !findings.isEmpty() && onlyNew(findings, before, after, page);
        return again(after, page, more ? MORE : WRONG, back);
    }

    /** The page once more, by an address of its own: going back never sends anything again. */
    private static String again(Filling filling, Page page, String saved, String back) {
        return "redirect:" + filling.path() + "/pages/" + page.key() + "?saved=" + saved
                + (TO_CHECK.equals(back) ? "&return=" + back : "");
    }

    /** Why these answers make the matter another organ's, if it is this page's that do. */
    private Optional<String> refusal(Filling filling, Page page) {
        ObjectNode others = filling.data().deepCopy();
        page.questions().forEach(question -> others.remove(question.field()));
        return competence
                .objection(filling.item(), filling.data())
                .filter(told -> competence.objection(filling.item(), others).isEmpty());
    }

    /** Sent by the page when an input is left. */
    @PostMapping("/autosave")
    String autosave(
            @PathVariable UUID id,
            @PathVariable("page") String key,
            @RequestParam MultiValueMap<String, String> post,
            Citizen citizen,
            Model model) {
        Filling before = desk.open(id, citizen);
        Page page = before.page(key);
        boolean saved =
                !before.submitted() && saving.save(before, page, post, citizen) instanceof PageSaving.Outcome.Saved;
        model.addAttribute("saved", saved);
        model.addAttribute("submitted", before.submitted());
        model.addAttribute("at", clock.instant());
        model.addAttribute(
                "seen",
                saved
                        ? desk.open(id, citizen).seen(page)
                        : post.getOrDefault("seen", List.of("")).get(0));
        return "filling/page :: saved";
    }

    /** Without scripts a question that hangs on an answer of the same page is asked in a second go. */
    private static boolean onlyNew(List<Finding> findings, Filling before, Filling after, Page page) {
        Set<String> asked = visible(before, page, before.data());
        Set<String> now = visible(after, page, after.data());
        return findings.stream()
                .map(QuestionViews::field)
                .allMatch(field -> now.contains(field) && !asked.contains(field));
    }

    private static Set<String> visible(Filling filling, Page page, ObjectNode data) {
        return filling.form().visible(page, data).stream().map(q -> q.field()).collect(Collectors.toSet());
    }

    private QuestionViews views(Filling filling) {
        return QuestionViews.of(filling.form(), filling.data())
                .sources(prefilled.of(filling.draft().id()));
    }

    private String draw(Filling filling, Page page, QuestionViews views, String back, Citizen citizen, Model model) {
        List<QuestionView> questions = views.list(page.questions());
        List<Page> pages = filling.pages();
        model.addAttribute("refusal", refusal(filling, page).orElse(null));
        model.addAttribute("notice", files.notice(filling, page).orElse(null));
        model.addAttribute("unbound", files.objection(filling, citizen).orElse(null));
        model.addAllAttributes(Map.of(
                "filling",
                filling,
                "page",
                page,
                "questions",
                questions,
                "files",
                files.views(filling, questions),
                "step",
                pages.indexOf(page) + 1,
                "steps",
                pages.size(),
                "seen",
                filling.seen(page),
                "back",
                TO_CHECK.equals(back) ? back : "",
                "wrong",
                questions.stream().anyMatch(q -> q.error() != null)));
        return "filling/page";
    }
}
