package org.haina.service.portal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.haina.processes.ItemDefinition.Deferral;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.clock.Deadline;
import org.haina.service.deferrals.DeferredPaper;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileOwner;
import org.haina.service.files.Files;
import org.haina.service.files.UploadOutcome;
import org.haina.service.uploads.FileRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The papers that follow after the acceptance, as their applicant meets them. */
@Component
class LaterPapers {

    private final DeferredPapers papers;
    private final Files files;

    LaterPapers(DeferredPapers papers, Files files) {
        this.papers = papers;
        this.files = files;
    }

    /** One paper with what the item says of it. */
    record Row(DeferredPaper paper, Material material, Deferral words) {

        public String title() {
            return material.title().zh();
        }

        /** Where it stands, in words. */
        public String state() {
            if (paper.isOwed()) {
                return paper.rejected().isPresent() ? "要重新补交" : "还没有补交";
            }
            return paper.isWaiting() ? "已补交，等待核对" : "已补齐";
        }
    }

    /**
     * All papers of a case.
     *
     * @param deadline until when they must be there; empty once they are, or the case is decided
     * @param open true while they may still arrive
     */
    record View(List<Row> rows, Optional<Deadline> deadline, boolean open) {

        /** True if it is the applicant's turn. */
        public boolean isOwing() {
            return open && rows.stream().anyMatch(row -> row.paper().isOwed());
        }
    }

    View of(OwnCase own) {
        List<Row> rows = papers.of(own.file()).stream()
                .flatMap(paper -> own.item().definition().materials().stream()
                        .filter(material -> material.key().equals(paper.material()))
                        .flatMap(material -> Optional.ofNullable(material.deferral()).stream()
                                .map(words -> new Row(paper, material, words))))
                .toList();
        return new View(
                rows, rows.isEmpty() ? Optional.empty() : papers.due(own.number()), DeferredPapers.isOpen(own.file()));
    }

    /** @throws Problem if the case has no such paper */
    Row row(OwnCase own, String material) {
        return of(own).rows().stream()
                .filter(row -> row.paper().material().equals(material))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("这个办件没有需要补交的这份材料。"));
    }

    /** Takes an upload by the rules of its material; the message says why not. */
    Optional<String> take(OwnCase own, Row row, @Nullable MultipartFile upload, Citizen citizen) throws IOException {
        String name = upload == null
                ? ""
                : Optional.ofNullable(upload.getOriginalFilename()).orElse("");
        if (upload == null || upload.isEmpty() && name.isBlank()) {
            return Optional.of("请先选择文件，再点“补交”。");
        }
        try (InputStream content = upload.getInputStream()) {
            UploadOutcome outcome =
                    files.accept(name, content, FileRules.of(row.material()), FileOwner.of(citizen), "material");
            if (outcome instanceof UploadOutcome.Refused refused) {
                return Optional.of(refused.message());
            }
            papers.supply(
                    own.number(),
                    row.paper().material(),
                    ((UploadOutcome.Kept) outcome).file().id(),
                    citizen);
            return Optional.empty();
        }
    }
}
