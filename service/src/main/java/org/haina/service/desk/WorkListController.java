package org.haina.service.desk;

import java.util.Optional;
import java.util.function.Supplier;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The work list; claiming and releasing lead back to the same place of it. */
@Controller
@RequestMapping("/desk")
@MayCall({Who.CLERK, Who.REVIEWER, Who.DECIDER, Who.SUPERVISOR})
class WorkListController {

    private static final String HOME = "/desk";

    private final WorkLists lists;
    private final WorkItems items;
    private final CaseAccess access;

    WorkListController(WorkLists lists, WorkItems items, CaseAccess access) {
        this.lists = lists;
        this.items = items;
        this.access = access;
    }

    /** Who handles nothing is shown to the own first page. */
    @GetMapping
    @MayCall(Who.OFFICIAL)
    String list(
            Official official,
            @RequestParam Optional<String> tab,
            @RequestParam Optional<String> item,
            @RequestParam Optional<String> number,
            @RequestParam Optional<String> after,
            Model model) {
        if (Rail.of(official).noneMatch(link -> link.href().equals(HOME))) {
            return "redirect:"
                    + Rail.of(official).findFirst().map(Rail.Link::href).orElse("/");
        }
        ListQuery query = ListQuery.of(tab, item, number, after);
        model.addAttribute("list", lists.page(official, query));
        model.addAttribute("known", known(query, official).orElse(null));
        return "desk/list";
    }

    /** The case of a whole number, whether it has work for this official or not. */
    private Optional<CaseFile> known(ListQuery query, Official official) {
        return query.number()
                .filter(CaseNumber::isValid)
                .flatMap(number -> access.find(new CaseNumber(number), official));
    }

    @PostMapping("/items/{id}/claim")
    String claim(
            @PathVariable String id,
            Official official,
            @RequestParam(defaultValue = HOME) String back,
            RedirectAttributes flash) {
        return tell(() -> items.claim(id, official), "已签收 %s，可以在“我的”中找到。", back, flash);
    }

    @PostMapping("/items/{id}/release")
    String release(
            @PathVariable String id,
            Official official,
            @RequestParam(defaultValue = HOME) String back,
            RedirectAttributes flash) {
        return tell(() -> items.release(id, official), "已退回 %s，其他人可以签收。", back, flash);
    }

    /** Being too late is told on the list; anything else is an error page. */
    private static String tell(Supplier<WorkItem> change, String done, String back, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("done", done.formatted(change.get().number()));
        } catch (Problem problem) {
            if (problem.getStatusCode() != HttpStatus.CONFLICT) {
                throw problem;
            }
            flash.addFlashAttribute("late", problem.getBody().getDetail());
        }
        return "redirect:" + Back.of(back);
    }
}
