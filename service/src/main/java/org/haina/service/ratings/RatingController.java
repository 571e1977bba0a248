package org.haina.service.ratings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.Cases;
import org.haina.service.catalog.Catalog;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to rate on; never in the way of anything else. */
@Controller
@RequestMapping("/cases/{number}/rating")
@MayCall(Who.CITIZEN)
class RatingController {

    private static final int LONGEST_WORDS = 500;

    private final CaseAccess access;
    private final Catalog catalog;
    private final Ratings ratings;

    RatingController(CaseAccess access, Catalog catalog, Ratings ratings) {
        this.access = access;
        this.catalog = catalog;
        this.ratings = ratings;
    }

    @GetMapping
    String ask(@PathVariable String number, Citizen citizen, HttpServletResponse response, Model model) {
        CaseFile file = own(number, citizen);
        return file.status().isTerminal() ? draw(file, model) : early(file, response, model);
    }

    @PostMapping
    String rate(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(name = "reason", required = false) @org.jspecify.annotations.Nullable List<String> reasons,
            @RequestParam(defaultValue = "") String words,
            Citizen citizen,
            HttpServletResponse response,
            Model model) {
        CaseFile file = own(number, citizen);
        if (!file.status().isTerminal()) {
            return early(file, response, model);
        }
        Optional<Level> chosen = Level.ofCode(level);
        String text = words.strip();
        model.addAttribute("chosen", level);
        model.addAttribute("words", text);
        if (chosen.isEmpty()) {
            model.addAttribute("error", "请选择满意程度");
            return draw(file, model);
        }
        if (text.length() > LONGEST_WORDS) {
            model.addAttribute("tooLong", "意见最多 " + LONGEST_WORDS + " 个字，现在有 " + text.length() + " 个字");
            return draw(file, model);
        }
        ratings.rate(file, chosen.get(), known(reasons), text, citizen);
        return "redirect:/cases/" + number + "/rating";
    }

    private static String early(CaseFile file, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("number", file.number().value());
        return "ratings/early";
    }

    private String draw(CaseFile file, Model model) {
        model.addAttribute("number", file.number().value());
        model.addAttribute(
                "rated",
                catalog.version(file.itemVersion()).definition().title().zh());
        model.addAttribute("levels", Level.values());
        model.addAttribute("praise", Level.praise());
        model.addAttribute("complaint", Level.complaint());
        model.addAttribute("rating", ratings.find(file.number()));
        return "ratings/rating";
    }

    private static List<String> known(@org.jspecify.annotations.Nullable List<String> reasons) {
        List<String> all = Stream.concat(Level.praise().stream(), Level.complaint().stream())
                .toList();
        return reasons == null
                ? List.of()
                : reasons.stream().filter(all::contains).distinct().toList();
    }

    private CaseFile own(String number, Citizen citizen) {
        if (!CaseNumber.isValid(number)) {
            throw Cases.unknown();
        }
        return access.open(new CaseNumber(number), citizen);
    }
}
