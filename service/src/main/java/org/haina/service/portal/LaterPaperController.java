package org.haina.service.portal;

import java.io.IOException;
import java.util.Optional;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.edge.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing the papers that were promised for after the acceptance, each in a form of its own. */
@Controller
@RequestMapping("/cases/{number}/later")
@MayCall(Who.CITIZEN)
class LaterPaperController {

    private final OwnCase.Door door;
    private final LaterPapers papers;

    LaterPaperController(OwnCase.Door door, LaterPapers papers) {
        this.door = door;
        this.papers = papers;
    }

    @GetMapping
    String show(@PathVariable String number, Citizen citizen, Model model) {
        OwnCase own = door.open(number, citizen);
        LaterPapers.View view = papers.of(own);
        model.addAttribute("own", own);
        model.addAttribute("papers", view);
        return view.rows().isEmpty() ? "redirect:" + own.path() : "portal/later";
    }

    @PostMapping("/{material}")
    String supply(
            @PathVariable String number,
            @PathVariable String material,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Citizen citizen,
            RedirectAttributes next)
            throws IOException {
        OwnCase own = door.open(number, citizen);
        LaterPapers.Row row = papers.row(own, material);
        Optional<String> refused = row.paper().isOwed() ? taken(own, row, file, citizen) : Optional.empty();
        refused.ifPresent(why -> {
            next.addFlashAttribute("refused", material);
            next.addFlashAttribute("why", why);
        });
        return "redirect:" + own.path() + "/later"
                + refused.map(why -> "#errors").orElse("?done");
    }

    /** A second click has brought nothing more; that the time is over is told on the page like everything else. */
    private Optional<String> taken(OwnCase own, LaterPapers.Row row, @Nullable MultipartFile file, Citizen citizen)
            throws IOException {
        try {
            return papers.take(own, row, file, citizen);
        } catch (Problem problem) {
            if (!problem.getStatusCode().isSameCodeAs(HttpStatus.CONFLICT)) {
                throw problem;
            }
            boolean owed = papers.row(own, row.paper().material()).paper().isOwed();
            return owed ? Optional.ofNullable(problem.getBody().getDetail()) : Optional.empty();
        }
    }
}
