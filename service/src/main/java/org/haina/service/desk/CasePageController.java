package org.haina.service.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.desk.TaskPanel.Attempt;
import org.haina.service.edge.Problem;
import org.haina.service.keys.CaseNumber;
import org.haina.service.worklist.TaskRefusedException;
import org.haina.service.worklist.WorkItem;
import org.haina.service.worklist.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case's page and its one form. Every button sends the whole form, and every answer but success shows it again. */
@Controller
@RequestMapping("/desk/cases/{number}")
@MayCall({Who.CLERK, Who.REVIEWER, Who.DECIDER, Who.HEAD, Who.SUPERVISOR})
class CasePageController {

    private static final int LONGEST_REASON = 200;

    private final CaseAccess access;
    private final CasePages pages;
    private final WorkItems items;
    private final DeskWords words;
    private final Audit audit;

    CasePageController(CaseAccess access, CasePages pages, WorkItems items, DeskWords words, Audit audit) {
        this.access = access;
        this.pages = pages;
        this.items = items;
        this.words = words;
        this.audit = audit;
    }

    @GetMapping
    String open(
            @PathVariable String number,
            Official official,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "/desk") String back,
            Model model) {
        return access.openUnlessClosed(number(number), official)
                .map(file -> show(file, official, Attempt.none(task), false, back, model))
                .orElseGet(() -> "redirect:/desk/cases/" + number(number) + "/minor-access");
    }

    /** Where a reloaded or a bookmarked answer leads. */
    @GetMapping("/form")
    String form(@PathVariable String number) {
        return "redirect:/desk/cases/" + number(number);
    }

    @PostMapping("/form")
    String post(
            @PathVariable String number,
            Official official,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "/desk") String back,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        CaseFile file = access.check(number(number), official);
        TaskInput input = TaskInput.of(form);
        if (input.step().equals("reveal")) {
            return reveal(file, official, input, back, model, response);
        }
        Attempt attempt = input.step().equals("send") ? send(file, official, input) : attempt(file, official, input);
        if (input.step().equals("send") && attempt.errors().isEmpty() && attempt.late() == null) {
            flash.addFlashAttribute("done", "办件 " + file.number() + " 已办理。");
            return "redirect:" + Back.of(back);
        }
        return show(access.check(file.number(), official), official, told(attempt, response), false, back, model);
    }

    /** Choosing, inserting a phrase, looking at what will be sent. */
    private Attempt attempt(CaseFile file, Official official, TaskInput input) {
        TaskInput next = input.step().startsWith("insert:") ? pages.inserted(file, official, input) : input;
        Map<String, String> errors =
                input.step().equals("preview") && input.commanded(words).isEmpty()
                        ? Map.of("marks", "请勾选需要补正的内容，并逐项写明理由")
                        : next.tooLong();
        return new Attempt(next, errors, null);
    }

    private Attempt send(CaseFile file, Official official, TaskInput input) {
        Map<String, String> errors = input.tooLong();
        if (!errors.isEmpty()) {
            return new Attempt(input, errors, null);
        }
        try {
            WorkItem item = items.get(input.task(), official);
            if (!item.number().equals(file.number())) {
                throw Problem.notFound("这项任务不属于办件 " + file.number() + "。请返回待办列表重新打开。");
            }
            items.complete(input.command(item, official, words), input.version());
            return new Attempt(input, Map.of(), null);
        } catch (TaskRefusedException refused) {
            return new Attempt(input, refused.byField(), null);
        } catch (Problem problem) {
            if (problem.getStatusCode() != HttpStatus.CONFLICT) {
                throw problem;
            }
            return new Attempt(input, Map.of(), problem.getBody().getDetail());
        }
    }

    private static Attempt told(Attempt attempt, HttpServletResponse response) {
        if (attempt.late() != null) {
            response.setStatus(HttpStatus.CONFLICT.value());
        } else if (!attempt.errors().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return attempt;
    }

    /** Secrets are shown in this one answer only; the reason stays in the log (个人信息保护法 6). */
    private String reveal(
            CaseFile file, Official official, TaskInput input, String back, Model model, HttpServletResponse response) {
        String error = reasonError(input.why().strip());
        if (error != null) {
            return show(
                    file, official, told(new Attempt(input, Map.of("why", error), null), response), false, back, model);
        }
        audit.record(new AuditEntry(
                official.account(),
                "case.secrets.revealed",
                "case",
                file.number(),
                Map.of("reason", input.why().strip())));
        return show(file, official, new Attempt(input, Map.of(), null), true, back, model);
    }

    private static @Nullable String reasonError(String why) {
        if (why.length() < 2) {
            return "请写明查看完整信息的理由";
        }
        return why.length() > LONGEST_REASON ? "理由最多 %d 个字".formatted(LONGEST_REASON) : null;
    }

    private String show(CaseFile file, Official official, Attempt attempt, boolean revealed, String back, Model model) {
        model.addAttribute("page", pages.of(file, official, attempt, revealed));
        model.addAttribute("back", Back.of(back));
        model.addAttribute("words", words);
        return "desk/case";
    }

    static CaseNumber number(String text) {
        if (!CaseNumber.isValid(text)) {
            throw Cases.unknown();
        }
        return new CaseNumber(text);
    }
}
