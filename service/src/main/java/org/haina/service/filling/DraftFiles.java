package org.haina.service.filling;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haina.forms.FormLayout.Page;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.applications.Draft;
import org.haina.service.applications.Drafts;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.commitments.CommitmentText;
import org.haina.service.commitments.Commitments;
import org.haina.service.deferrals.DeferralText;
import org.haina.service.deferrals.Deferrals;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileId;
import org.haina.service.files.FileLinks;
import org.haina.service.files.FileOwner;
import org.haina.service.files.Files;
import org.haina.service.files.UploadOutcome;
import org.haina.service.questions.QuestionView;
import org.haina.service.uploads.FileRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** The files of a draft. */
@Component
class DraftFiles {

    private static final int TRIES = 3;

    private final Files files;
    private final FileLinks links;
    private final Drafts drafts;
    private final Commitments commitments;
    private final Deferrals deferrals;
    private final TransactionTemplate transaction;

    DraftFiles(
            Files files,
            FileLinks links,
            Drafts drafts,
            Commitments commitments,
            Deferrals deferrals,
            TransactionTemplate transaction) {
        this.files = files;
        this.links = links;
        this.drafts = drafts;
        this.commitments = commitments;
        this.deferrals = deferrals;
        this.transaction = transaction;
    }

    /** By field, those the page asks for. */
    Map<String, FileView> views(Filling filling, List<QuestionView> questions) {
        Map<String, FileView> views = new LinkedHashMap<>();
        questions.stream()
                .filter(QuestionView::file)
                .forEach(question -> views.put(question.field(), view(filling, question)));
        return views;
    }

    private FileView view(Filling filling, QuestionView question) {
        Optional<SuppliedMaterial> supplied = supplied(filling.draft(), question.field());
        Optional<CommitmentText> text = commitments.offered(filling.item(), question.field());
        return new FileView(
                question,
                material(filling, question.field()),
                supplied,
                supplied.filter(m -> m.source() == Source.UPLOAD).flatMap(m -> files.find(FileId.of(m.reference()))),
                text,
                text.isPresent() && commitments.barred(filling.draft().applicant()),
                deferrals.offered(filling.item(), question.field()).map(later -> later(filling, later)));
    }

    /** Why this person cannot make the promise upon which the approval is given; empty if he can, or there is none. */
    Optional<String> objection(Filling filling, Citizen citizen) {
        return approval(filling)
                .flatMap(text -> commitments.objection(
                        filling.item(),
                        new SuppliedMaterial(text.material(), Source.COMMITMENT, text.hash()),
                        filling.draft().applicant(),
                        citizen));
    }

    private Optional<CommitmentText> approval(Filling filling) {
        return commitments.offered(filling.item()).stream()
                .filter(CommitmentText::isApproval)
                .findFirst();
    }

    /** What is told once, on the page where the applicant chooses whether to promise; empty on all others. */
    Optional<CommitmentText> notice(Filling filling, Page page) {
        return approval(filling).filter(text -> filling.form()
                .layout()
                .questions()
                .filter(question -> question.field().equals(text.material()))
                .flatMap(question -> Optional.ofNullable(question.when()).stream())
                .anyMatch(when -> page.questions().stream()
                        .anyMatch(question -> question.field().equals(when.field()))));
    }

    private FileView.Later later(Filling filling, DeferralText text) {
        Draft draft = filling.draft();
        return new FileView.Later(text, deferrals.lastDay(text), deferrals.obstacle(draft.applicant(), draft.party()));
    }

    /**
     * Takes an upload in the place of what was there; the message says why not.
     *
     * @param upload null if the form comes again after a login, which brings back what was typed but no file
     */
    Optional<String> take(Filling filling, String key, @Nullable MultipartFile upload, Citizen citizen)
            throws IOException {
        Material material = material(filling, key);
        if (upload == null
                || upload.isEmpty()
                        && Optional.ofNullable(upload.getOriginalFilename())
                                .orElse("")
                                .isBlank()) {
            return Optional.of("请先选择文件，再点“上传”。");
        }
        FileOwner owner = FileOwner.of(citizen);
        try (InputStream content = upload.getInputStream()) {
            String name = Optional.ofNullable(upload.getOriginalFilename()).orElse("");
            UploadOutcome outcome = files.accept(name, content, FileRules.of(material), owner, "material");
            if (outcome instanceof UploadOutcome.Refused refused) {
                return Optional.of(refused.message());
            }
            FileId file = ((UploadOutcome.Kept) outcome).file().id();
            transaction.executeWithoutResult(status -> {
                remove(filling, key);
                links.toApplication(file, filling.draft().id(), owner);
                replace(filling.draft(), key, Optional.of(new SuppliedMaterial(key, Source.UPLOAD, file.toString())));
            });
            return Optional.empty();
        }
    }

    /**
     * Puts a promise in the place of the material; the message says why not.
     *
     * @param hash of the text the person had before him
     */
    Optional<String> commit(Filling filling, String key, String hash, Citizen citizen) {
        SuppliedMaterial piece = new SuppliedMaterial(material(filling, key).key(), Source.COMMITMENT, hash);
        return promise(
                filling,
                piece,
                commitments.objection(filling.item(), piece, filling.draft().applicant(), citizen));
    }

    /**
     * Puts the promise to bring it after the acceptance in the place of the material; the message says why not.
     *
     * @param hash of the text the person had before him
     */
    Optional<String> defer(Filling filling, String key, String hash, Citizen citizen) {
        SuppliedMaterial piece = new SuppliedMaterial(material(filling, key).key(), Source.DEFERRED, hash);
        return promise(
                filling,
                piece,
                deferrals.objection(filling.item(), piece, filling.draft().applicant(), citizen));
    }

    private Optional<String> promise(Filling filling, SuppliedMaterial piece, Optional<String> objection) {
        if (objection.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                remove(filling, piece.key());
                replace(filling.draft(), piece.key(), Optional.of(piece));
            });
        }
        return objection;
    }

    /** Takes a file or a promise out again. */
    void discard(Filling filling, String key) {
        transaction.executeWithoutResult(status -> {
            remove(filling, key);
            replace(filling.draft(), key, Optional.empty());
        });
    }

    /** @throws Problem if nothing was uploaded there */
    FileId uploaded(Filling filling, String key) {
        return supplied(filling.draft(), key)
                .filter(m -> m.source() == Source.UPLOAD)
                .map(m -> FileId.of(m.reference()))
                .orElseThrow(() -> Problem.notFound("这里没有上传过文件。"));
    }

    private void remove(Filling filling, String key) {
        supplied(filling.draft(), key)
                .filter(m -> m.source() == Source.UPLOAD)
                .ifPresent(m -> links.releaseFromApplication(
                        FileId.of(m.reference()), filling.draft().id()));
    }

    private void replace(Draft draft, String key, Optional<SuppliedMaterial> piece) {
        Draft current = draft;
        for (int i = 0; i < TRIES; i++) {
            List<SuppliedMaterial> materials = new ArrayList<>(current.materials());
            materials.removeIf(m -> m.key().equals(key));
            piece.ifPresent(materials::add);
            if (drafts.save(current, current.data(), materials, current.page())) {
                return;
            }
            current = drafts.get(draft.id(), draft.party());
        }
        throw Problem.conflict("这份申请正在另一个窗口保存，请再试一次。");
    }

    private static Optional<SuppliedMaterial> supplied(Draft draft, String key) {
        return draft.materials().stream().filter(m -> m.key().equals(key)).findFirst();
    }

    private static Material material(Filling filling, String key) {
        return filling.item().definition().materials().stream()
                .filter(m -> m.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("本事项不需要这份材料。"));
    }
}
