package org.haina.service.portal;

import java.util.List;
import org.haina.processes.ApprovalByCommitment;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.applications.LicenceFiles;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileId;
import org.haina.service.files.Files;
import org.haina.service.files.StoredFile;
import org.haina.service.pages.ChineseWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was handed in, as the case stands, and the way to each piece. No transaction may be open: licences are fetched. */
@Component
class OwnMaterials {

    private static final String PURPOSE = "申请人查看本人办件的材料";

    private final CaseMaterials materials;
    private final Files files;
    private final LicenceFiles licences;
    private final ChineseWords words;

    OwnMaterials(CaseMaterials materials, Files files, LicenceFiles licences, ChineseWords words) {
        this.materials = materials;
        this.files = files;
        this.licences = licences;
        this.words = words;
    }

    /**
     * @param words where it comes from
     * @param path to fetch it from; null if there is nothing to fetch
     */
    record Row(String title, String words, @Nullable String path) {}

    List<Row> of(OwnCase own) {
        return materials.of(own.number()).stream().map(piece -> row(own, piece)).toList();
    }

    private Row row(OwnCase own, SuppliedMaterial piece) {
        String title = title(own, piece.key());
        return switch (piece.source()) {
            case UPLOAD ->
                files.find(FileId.of(piece.reference()))
                        .map(file -> new Row(title, words(file), own.path() + "/files/" + file.id()))
                        .orElse(new Row(title, "您上传的文件已不在库中", null));
            case LICENCE, UNVERIFIED -> new Row(title, "取自电子证照库", own.path() + "/licences/" + piece.key());
            case REGISTER -> new Row(title, "由有关部门核查，不用提交", null);
            case COMMITMENT ->
                new Row(
                        title,
                        ApprovalByCommitment.letterOf(own.item().definition())
                                        .filter(piece.key()::equals)
                                        .isPresent()
                                ? "已作出告知承诺，承诺书在“文书”里"
                                : "您以书面承诺代替，承诺书在“文书”里",
                        null);
            case DEFERRED -> new Row(title, "您承诺受理后补交，还没有补交", null);
        };
    }

    private String words(StoredFile file) {
        return "%s，%s，%s上传".formatted(file.name(), words.size(file.size()), words.day(file.uploadedAt()));
    }

    /** Title of a material in the item the case was filed under. */
    static String title(OwnCase own, String key) {
        return own.item().definition().materials().stream()
                .filter(m -> m.key().equals(key))
                .map(Material::title)
                .map(title -> title.zh())
                .findFirst()
                .orElse(key);
    }

    /** @throws Problem if the case has no such file */
    FileId upload(OwnCase own, String file) {
        if (!materials.holds(own.number(), Source.UPLOAD, file)) {
            throw missing();
        }
        return FileId.of(file);
    }

    /** @throws Problem if the case rests on no such licence, it is another person's, or the store does not answer */
    byte[] licence(OwnCase own, String material) {
        return licences.fetch(own.file(), material, PURPOSE);
    }

    private static Problem missing() {
        return Problem.notFound("这个办件没有这份材料，或者材料已被替换。");
    }
}
