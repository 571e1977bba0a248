package org.haina.service.oversight;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.calendar.CalendarYears;
import org.haina.service.calendar.CalendarYears.Publication;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.DeadlineChange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The working-day calendar: what counts now, a year uploaded, looked at and published, and the deadlines that moved. */
@Controller
@RequestMapping("/oversight/calendar")
@MayCall(Who.OPERATOR)
class CalendarPageController {

    private static final int PAGE = 50;
    private static final String VIEW = "oversight/calendar";

    private final CalendarYears years;
    private final CaseClocks clocks;

    CalendarPageController(CalendarYears years, CaseClocks clocks) {
        this.years = years;
        this.clocks = clocks;
    }

    /** @param version of a publication, to list what it moved; 0 for none */
    @GetMapping
    String show(
            @RequestParam(defaultValue = "0") long version, @RequestParam(defaultValue = "0") long after, Model model) {
        if (version > 0) {
            List<DeadlineChange> found = clocks.changes(version, after, PAGE + 1);
            List<DeadlineChange> moved = found.subList(0, Math.min(found.size(), PAGE));
            model.addAttribute("moved", moved);
            model.addAttribute("version", version);
            model.addAttribute("later", after > 0);
            model.addAttribute("next", found.size() > PAGE ? moved.get(PAGE - 1).id() : null);
        }
        return page(model);
    }

    /** Publishes nothing: the operator looks first. */
    @PostMapping("/check")
    String check(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return refused("请选择日历文件", model, response);
        }
        String json = new String(file.getBytes(), StandardCharsets.UTF_8);
        Publication outcome = years.examine(json);
        if (outcome instanceof Publication.Possible possible) {
            model.addAttribute("changes", possible.changes());
            model.addAttribute("text", json);
            return page(model);
        }
        if (outcome instanceof Publication.Unchanged) {
            model.addAttribute("same", true);
            return page(model);
        }
        return refused(((Publication.Refused) outcome).reason(), model, response);
    }

    @PostMapping
    String publish(
            @RequestParam String text,
            Official operator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Publication outcome = years.publish(text, operator.account());
        if (outcome instanceof Publication.Published published) {
            flash.addFlashAttribute("done", "已发布：" + named(published.years()) + "，立即生效。");
            return "redirect:/oversight/calendar?version=" + published.version();
        }
        if (outcome instanceof Publication.Unchanged) {
            flash.addFlashAttribute("late", "没有再次发布：上传的日历与现行日历相同。");
            return "redirect:/oversight/calendar";
        }
        return refused(((Publication.Refused) outcome).reason(), model, response);
    }

    private String refused(String reason, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("wrong", reason + "。没有发布，请更正后重新上传。");
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("years", years.inForce());
        return VIEW;
    }

    private static String named(List<Integer> years) {
        return String.join("、", years.stream().map(year -> year + "年").toList());
    }
}
