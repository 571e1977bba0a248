package org.haina.service.filling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.commitments.CommitmentText;
import org.haina.service.deferrals.DeferralText;
import org.haina.service.files.StoredFile;
import org.haina.service.questions.QuestionView;

/**
 * One file a page asks for.
 *
 * @param file what has been uploaded
 * @param commitment what may be promised in its place; empty if it must be handed in
 * @param barred the person has broken a promise and must prove it
 * @param later how it may follow after the acceptance; empty if it must be there
 */
record FileView(
        QuestionView question,
        Material material,
        Optional<SuppliedMaterial> supplied,
        Optional<StoredFile> file,
        Optional<CommitmentText> commitment,
        boolean barred,
        Optional<Later> later) {

    /**
     * What may follow after the acceptance.
     *
     * @param lastDay if the application is accepted today
     * @param obstacle why this person may not promise it; empty if he may
     */
    record Later(DeferralText text, LocalDate lastDay, Optional<String> obstacle) {}

    /** True if the person has promised to bring it after the acceptance. */
    public boolean isDeferred() {
        return supplied.map(SuppliedMaterial::source)
                .filter(SuppliedMaterial.Source.DEFERRED::equals)
                .isPresent();
    }

    /** True if the person has promised it instead. */
    public boolean isCommitted() {
        return supplied.map(SuppliedMaterial::source)
                .filter(SuppliedMaterial.Source.COMMITMENT::equals)
                .isPresent();
    }

    /** True if it is the promise upon which the approval is given. */
    public boolean isPromise() {
        return material.isPromise();
    }

    public boolean isLicence() {
        return supplied.map(SuppliedMaterial::source)
                .filter(SuppliedMaterial.Source.LICENCE::equals)
                .isPresent();
    }

    public boolean isUploadable() {
        return material.sources().contains("upload");
    }

    /** True if it is looked for first and handed in only if it is not found. */
    public boolean isSought() {
        return material.sources().stream().anyMatch(source -> !source.equals("upload"));
    }

    /** JPG、PNG、PDF，不超过 10 MB. */
    public String limits() {
        List<String> types = material.types().stream()
                .map(t -> t.toUpperCase(java.util.Locale.ROOT))
                .toList();
        return String.join("、", types) + "，不超过 " + material.maxMb() + " MB";
    }

    /** For the browser's file chooser; a phone then offers its camera. */
    public String accept() {
        return material.types().stream()
                .map(type -> type.equals("pdf") ? "application/pdf" : type.equals("png") ? "image/png" : "image/jpeg")
                .distinct()
                .reduce((a, b) -> a + "," + b)
                .orElse("");
    }
}
