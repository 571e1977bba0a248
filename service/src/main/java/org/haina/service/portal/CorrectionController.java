package org.haina.service.portal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haina.forms.Finding;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.ClockName;
import org.haina.service.commitments.CommitmentText;
import org.haina.service.commitments.Commitments;
import org.haina.service.intake.Correction;
import org.haina.service.intake.Corrections;
import org.haina.service.questions.QuestionViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Answering a one-time notice: only what it lists is open, the change is shown before it is sent. */
@Controller
@RequestMapping("/cases/{number}/correction")
@MayCall(Who.CITIZEN)
class CorrectionController {

    private static final String SEND = "send";
    private static final String UPLOAD = "upload";
    private static final String EDIT = "edit";

    private final OwnCase.Door door;
    private final Corrections corrections;
    private final Commitments commitments;
    private final CorrectionPieces pieces;
    private final CaseAnswers answers;
    private final CaseClocks clocks;

    CorrectionController(
            OwnCase.Door door,
            Corrections corrections,
            Commitments commitments,
            CorrectionPieces pieces,
            CaseAnswers answers,
            CaseClocks clocks) {
        this.door = door;
        this.corrections = corrections;
        this.commitments = commitments;
        this.pieces = pieces;
        this.answers = answers;
        this.clocks = clocks;
    }

    @GetMapping
    String show(@PathVariable String number, Citizen citizen, Model model) {
        OwnCase own = door.open(number, citizen);
        Optional<Correction> open = corrections.open(own.number());
        if (open.isEmpty()) {
            return "redirect:" + own.path();
        }
        CorrectionAnswer answer = CorrectionAnswer.untouched(own, open.get(), answers.whole(own, citizen));
        return form(answer, List.of(), Map.of(), null, citizen, model);
    }

    @PostMapping
    String answer(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> post,
            @RequestParam Map<String, MultipartFile> uploads,
            Citizen citizen,
            Model model)
            throws IOException {
        OwnCase own = door.open(number, citizen);
        Optional<Correction> open = corrections.open(own.number());
        if (open.isEmpty()) {
            return "redirect:" + own.path();
        }
        CorrectionAnswer answer = CorrectionAnswer.untouched(own, open.get(), answers.whole(own, citizen))
                .typed(post);
        Map<String, String> refused = take(answer, uploads, citizen);
        String step = post.getOrDefault("do", List.of("review")).get(0);
        if (step.equals(UPLOAD) || step.equals(EDIT)) {
            return form(answer, List.of(), refused, post, citizen, model);
        }
        List<Finding> findings = findings(answer, post, citizen);
        if (!findings.isEmpty() || !refused.isEmpty()) {
            return form(answer, findings, refused, post, citizen, model);
        }
        return step.equals(SEND) ? send(answer, post, citizen, model) : review(answer, post, model);
    }

    private Map<String, String> take(CorrectionAnswer answer, Map<String, MultipartFile> uploads, Citizen citizen)
            throws IOException {
        Map<String, String> refused = new HashMap<>();
        for (Material material : pieces.asked(answer)) {
            MultipartFile upload = uploads.get("file-" + material.key());
            if (upload != null
                    && !Optional.ofNullable(upload.getOriginalFilename())
                            .orElse("")
                            .isBlank()) {
                pieces.take(answer.own(), answer.correction(), material, upload, citizen)
                        .ifPresent(message -> refused.put(material.key(), message));
            }
        }
        return refused;
    }

    private List<Finding> findings(CorrectionAnswer answer, MultiValueMap<String, String> post, Citizen citizen) {
        return Stream.concat(
                        answer.findings().stream(),
                        corrections
                                .check(answer.own().number(), answer.answers(), supplied(answer, post), citizen)
                                .stream())
                .distinct()
                .toList();
    }

    private List<SuppliedMaterial> supplied(CorrectionAnswer answer, Map<String, List<String>> post) {
        return pieces.supplied(answer.correction(), pieces.asked(answer), post);
    }

    private String send(CorrectionAnswer answer, MultiValueMap<String, String> post, Citizen citizen, Model model) {
        List<Finding> findings =
                corrections.answer(answer.own().number(), answer.answers(), supplied(answer, post), citizen);
        return findings.isEmpty()
                ? "redirect:" + answer.own().path()
                        + (answer.correction().afterAcceptance() ? "?brought" : "?corrected")
                : form(answer, findings, Map.of(), post, citizen, model);
    }

    private String review(CorrectionAnswer answer, MultiValueMap<String, String> post, Model model) {
        model.addAttribute("own", answer.own());
        List<CorrectionAnswer.Change> changes = answer.changes();
        model.addAttribute("changes", changes);
        model.addAttribute("untouched", CorrectionAnswer.untouched(changes));
        model.addAttribute("materials", pieces.asked(answer));
        model.addAttribute("pieces", pieces.of(answer.correction()));
        model.addAttribute("promises", promises(answer, post));
        model.addAttribute("typed", answer.own().form().inputs(answer.questions(), answer.after()));
        return "portal/correction-review";
    }

    /** The promises as ticked: by material the hash of what was read. */
    private Map<String, String> promises(CorrectionAnswer answer, Map<String, List<String>> post) {
        return supplied(answer, post).stream()
                .filter(piece -> piece.source() == SuppliedMaterial.Source.COMMITMENT)
                .collect(Collectors.toMap(SuppliedMaterial::key, SuppliedMaterial::reference));
    }

    private Map<String, CommitmentText> texts(CorrectionAnswer answer) {
        return commitments.offered(answer.own().item()).stream()
                .filter(CommitmentText::isApproval)
                .collect(Collectors.toMap(CommitmentText::material, text -> text));
    }

    private String form(
            CorrectionAnswer answer,
            List<Finding> findings,
            Map<String, String> refused,
            @Nullable Map<String, List<String>> typed,
            Citizen citizen,
            Model model) {
        Map<String, String> wrongPieces = new HashMap<>(refused);
        findings.stream()
                .filter(finding -> finding.pointer().startsWith("/materials/"))
                .forEach(finding -> wrongPieces.putIfAbsent(QuestionViews.field(finding), finding.message()));
        model.addAttribute("own", answer.own());
        model.addAttribute("correction", answer.correction());
        model.addAttribute("closed", corrections.closed(answer.own().file(), answer.correction(), citizen));
        model.addAttribute("questions", answer.views(findings, typed));
        model.addAttribute("materials", pieces.asked(answer));
        model.addAttribute("texts", texts(answer));
        model.addAttribute("promises", typed == null ? Map.of() : promises(answer, typed));
        model.addAttribute("pieces", pieces.of(answer.correction()));
        model.addAttribute("wrongPieces", wrongPieces);
        model.addAttribute("wrong", !findings.isEmpty() || !refused.isEmpty());
        model.addAttribute("deadline", clocks.deadline(answer.own().number(), ClockName.CORRECTION));
        return "portal/correction";
    }
}
