package org.haina.service.filling;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.haina.forms.FormLayout.Page;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileDownload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Uploads of a draft, each in a form of its own: what was typed beside it is not touched. */
@Controller
@RequestMapping("/applications/{id}/files/{key}")
@MayCall(Who.CITIZEN)
class DraftFileController {

    private final Filling.Desk desk;
    private final DraftFiles files;
    private final FileDownload download;

    DraftFileController(Filling.Desk desk, DraftFiles files, FileDownload download) {
        this.desk = desk;
        this.files = files;
        this.download = download;
    }

    @PostMapping
    String upload(
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Citizen citizen,
            RedirectAttributes next)
            throws IOException {
        Filling filling = desk.open(id, citizen);
        if (filling.submitted()) {
            return filling.receipt();
        }
        return answered(filling, key, files.take(filling, key, file, citizen), next);
    }

    /** 告知承诺: ticked and sent, the promise takes the place of the paper. */
    @PostMapping("/commitment")
    String commit(
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(defaultValue = "false") boolean agreed,
            Citizen citizen,
            RedirectAttributes next) {
        Filling filling = desk.open(id, citizen);
        if (filling.submitted()) {
            return filling.receipt();
        }
        return answered(
                filling,
                key,
                agreed ? files.commit(filling, key, hash, citizen) : Optional.of("请先阅读承诺书并勾选，再作出承诺。"),
                next);
    }

    /** 容缺受理: ticked and sent, the paper may follow after the acceptance. */
    @PostMapping("/deferral")
    String defer(
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(defaultValue = "false") boolean agreed,
            Citizen citizen,
            RedirectAttributes next) {
        Filling filling = desk.open(id, citizen);
        if (filling.submitted()) {
            return filling.receipt();
        }
        return answered(
                filling,
                key,
                agreed ? files.defer(filling, key, hash, citizen) : Optional.of("请先阅读告知的内容并勾选，再点“稍后补交”。"),
                next);
    }

    @PostMapping("/remove")
    String remove(@PathVariable UUID id, @PathVariable String key, Citizen citizen) {
        Filling filling = desk.open(id, citizen);
        if (filling.submitted()) {
            return filling.receipt();
        }
        files.discard(filling, key);
        return back(filling, key, "q-" + key);
    }

    @GetMapping
    ResponseEntity<byte[]> show(@PathVariable UUID id, @PathVariable String key, Citizen citizen) {
        return download.inline(files.uploaded(desk.open(id, citizen), key));
    }

    private static String answered(Filling filling, String key, Optional<String> refused, RedirectAttributes next) {
        refused.ifPresent(message -> {
            next.addFlashAttribute("refusedFile", key);
            next.addFlashAttribute("refusedWhy", message);
        });
        return back(filling, key, refused.isPresent() ? "errors" : "q-" + key);
    }

    /** @param place on the page that gets the focus */
    private static String back(Filling filling, String key, String place) {
        Optional<Page> page = filling.form().layout().pages().stream()
                .filter(p -> p.questions().stream().anyMatch(q -> q.field().equals(key)))
                .findFirst();
        return "redirect:" + filling.path() + "/pages/"
                + page.orElseThrow(() -> Problem.notFound("本事项不需要这份材料。")).key() + "#" + place;
    }
}
