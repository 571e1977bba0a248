package org.haina.service.versions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.processes.Finding;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseVersions;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.catalog.Publishing;
import org.haina.service.catalog.VersionEntry;
import org.haina.service.catalog.VersionState;
import org.haina.service.edge.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All versions of all items; one at a time with what can be decided on it. */
@Controller
@RequestMapping("/oversight/items")
@MayCall(Who.OPERATOR)
class ItemVersionsController {

    private static final int PAGE = 50;
    private static final String ONE = "versions/version";

    /**
     * A version as the list shows it.
     *
     * @param open cases that go by it and are not closed
     */
    record Row(VersionEntry entry, String title, long open) {}

    private final Publishing publishing;
    private final Catalog catalog;
    private final CaseVersions cases;
    private final ItemMoves moves;

    ItemVersionsController(Publishing publishing, Catalog catalog, CaseVersions cases, ItemMoves moves) {
        this.publishing = publishing;
        this.catalog = catalog;
        this.cases = cases;
        this.moves = moves;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") long after, Model model) {
        List<VersionEntry> found =
                publishing.page(after > 0 ? Optional.of(publishing.get(after)) : Optional.empty(), PAGE + 1);
        List<VersionEntry> shown = found.subList(0, Math.min(found.size(), PAGE));
        model.addAttribute("rows", rows(shown));
        model.addAttribute("later", after > 0);
        model.addAttribute("next", found.size() > PAGE ? shown.get(PAGE - 1).id() : null);
        return "versions/list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Official operator, Model model) {
        return page(id, operator, model);
    }

    /** Shows what was found on the page itself: it is nothing to come back to. */
    @PostMapping("/{id}/check")
    String check(
            @PathVariable long id,
            Official operator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            List<Finding> findings = publishing.check(id, operator.account());
            if (findings.isEmpty()) {
                flash.addFlashAttribute("done", "检查通过，没有发现问题。可以由另一名运行维护员发布。");
                return home(id);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", findings);
            return page(id, operator, model);
        } catch (Problem refused) {
            return told(id, refused, flash);
        }
    }

    @PostMapping("/{id}/publish")
    String publish(
            @PathVariable long id,
            Official operator,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (isWrong(reason)) {
            return wrong(id, "publish", reason, operator, model, response);
        }
        try {
            publishing.publish(id, operator.account(), reason.strip());
            flash.addFlashAttribute("done", "已发布，新的申请从现在起按这个版本受理。正在办理的办件仍按原来的版本办理。");
            return home(id);
        } catch (Problem refused) {
            return told(id, refused, flash);
        }
    }

    @PostMapping("/{id}/retire")
    String retire(
            @PathVariable long id,
            Official operator,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (isWrong(reason)) {
            return wrong(id, "retire", reason, operator, model, response);
        }
        try {
            publishing.retire(id, operator.account(), reason.strip());
            flash.addFlashAttribute("done", "已停用，不再受理新的申请。正在办理的办件不受影响。");
            return home(id);
        } catch (Problem refused) {
            return told(id, refused, flash);
        }
    }

    private static boolean isWrong(String reason) {
        int length = reason.strip().length();
        return length < 2 || length > 200;
    }

    private String wrong(
            long id, String act, String reason, Official operator, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("wrong", act);
        model.addAttribute("typed", reason.strip());
        return page(id, operator, model);
    }

    private static String told(long id, Problem refused, RedirectAttributes flash) {
        flash.addFlashAttribute("late", refused.getBody().getDetail());
        return home(id);
    }

    private static String home(long id) {
        return "redirect:/oversight/items/" + id;
    }

    private String page(long id, Official operator, Model model) {
        VersionEntry entry = publishing.get(id);
        Row row = rows(List.of(entry)).get(0);
        model.addAttribute("row", row);
        model.addAttribute("mayCheck", entry.state().mayBecome(VersionState.CHECKED));
        model.addAttribute("mayPublish", entry.state().mayBecome(VersionState.PUBLISHED));
        model.addAttribute("second", !entry.by().equals(operator.account()));
        model.addAttribute("mayRetire", entry.state().mayBecome(VersionState.RETIRED));
        model.addAttribute("moves", moves.of(id));
        model.addAttribute(
                "target",
                publishing
                        .offered(entry.key())
                        .filter(offered -> offered.id() != id)
                        .orElse(null));
        return ONE;
    }

    private List<Row> rows(List<VersionEntry> entries) {
        Map<Long, Long> open = cases.open(entries.stream().map(VersionEntry::id).toList());
        return entries.stream()
                .map(entry -> new Row(entry, title(entry), open.getOrDefault(entry.id(), 0L)))
                .toList();
    }

    private String title(VersionEntry entry) {
        ItemVersion version = catalog.version(entry.id());
        return version.definition().title().zh();
    }
}
