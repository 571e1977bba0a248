package org.haina.service.versions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseVersions;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.Publishing;
import org.haina.service.catalog.VersionEntry;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.versions.ItemMove.One;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Open cases moved to the version offered: looked at, begun, followed. */
@Controller
@RequestMapping("/oversight/items")
@MayCall(Who.OPERATOR)
class ItemMovesController {

    /** Each is tried, so a page is short. */
    private static final int TRIED = 20;

    private static final int PAGE = 50;

    private final ItemMoves moves;
    private final Publishing publishing;
    private final Catalog catalog;
    private final CaseVersions cases;

    ItemMovesController(ItemMoves moves, Publishing publishing, Catalog catalog, CaseVersions cases) {
        this.moves = moves;
        this.publishing = publishing;
        this.catalog = catalog;
        this.cases = cases;
    }

    @GetMapping("/{id}/move")
    String preview(@PathVariable long id, @RequestParam Optional<String> after, Model model, RedirectAttributes flash) {
        try {
            return preview(id, number(after), model);
        } catch (Problem refused) {
            return told(id, refused, flash);
        }
    }

    @PostMapping("/{id}/move")
    String start(
            @PathVariable long id,
            Official operator,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String words = reason.strip();
        try {
            if (words.length() < 2 || words.length() > 200) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                model.addAttribute("wrong", true);
                model.addAttribute("typed", words);
                return preview(id, Optional.empty(), model);
            }
            long move = moves.start(id, operator, words);
            flash.addFlashAttribute("done", "已开始。办件一件一件地改，刷新本页查看进度。");
            return "redirect:/oversight/items/moves/" + move;
        } catch (Problem refused) {
            return told(id, refused, flash);
        }
    }

    @GetMapping("/moves/{id}")
    String follow(@PathVariable long id, @RequestParam Optional<String> after, Model model) {
        ItemMove move = moves.get(id);
        Optional<CaseNumber> place = number(after);
        show(moves.cases(id, place, PAGE + 1), PAGE, place, model);
        model.addAttribute("move", move);
        names(move.from(), publishing.get(move.to()), model);
        return "versions/progress";
    }

    private String preview(long id, Optional<CaseNumber> after, Model model) {
        VersionEntry to = moves.target(id);
        show(moves.preview(id, after, TRIED + 1), TRIED, after, model);
        model.addAttribute("open", cases.open(List.of(id)).getOrDefault(id, 0L));
        names(id, to, model);
        return "versions/preview";
    }

    private static void show(List<One> found, int page, Optional<CaseNumber> after, Model model) {
        List<One> shown = found.subList(0, Math.min(found.size(), page));
        model.addAttribute("rows", shown);
        model.addAttribute("later", after.isPresent());
        model.addAttribute("next", found.size() > page ? shown.get(page - 1).number() : null);
    }

    private void names(long from, VersionEntry to, Model model) {
        model.addAttribute(
                "title", catalog.version(to.id()).definition().title().zh());
        model.addAttribute("from", publishing.get(from));
        model.addAttribute("to", to);
    }

    private static Optional<CaseNumber> number(Optional<String> text) {
        return text.filter(CaseNumber::isValid).map(CaseNumber::new);
    }

    private static String told(long id, Problem refused, RedirectAttributes flash) {
        flash.addFlashAttribute("late", refused.getBody().getDetail());
        return "redirect:/oversight/items/" + id;
    }
}
