package org.haina.service.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.deferrals.DeferredPaper;
import org.haina.service.deferrals.DeferredPapers;
import org.haina.service.files.FileId;
import org.haina.service.files.Files;
import org.haina.service.files.StoredFile;
import org.haina.service.keys.CaseNumber;
import org.haina.service.pages.ChineseWords;
import org.springframework.stereotype.Component;

/** Reads the materials of a case; says which file belongs to it. */
@Component
class MaterialSheets {

    private static final Pattern FILE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CaseMaterials materials;
    private final Files files;
    private final DeferredPapers deferred;
    private final ChineseWords zh;

    MaterialSheets(CaseMaterials materials, Files files, DeferredPapers deferred, ChineseWords zh) {
        this.materials = materials;
        this.files = files;
        this.deferred = deferred;
        this.zh = zh;
    }

    MaterialSheet of(CaseFile file, ItemVersion version) {
        List<SuppliedMaterial> supplied = materials.of(file.number());
        Map<String, DeferredPaper> later =
                deferred.of(file).stream().collect(Collectors.toMap(DeferredPaper::material, paper -> paper));
        Map<FileId, StoredFile> uploaded = files.find(
                supplied.stream().flatMap(piece -> upload(piece).stream()).toList());
        return new MaterialSheet(version.definition().materials().stream()
                .flatMap(material -> {
                    List<SuppliedMaterial> pieces = supplied.stream()
                            .filter(piece -> piece.key().equals(material.key()))
                            .toList();
                    return pieces.isEmpty()
                            ? absent(material).stream()
                            : pieces.stream()
                                    .map(piece -> row(
                                            material,
                                            piece,
                                            upload(piece).map(uploaded::get),
                                            Optional.ofNullable(later.get(material.key()))));
                })
                .toList());
    }

    /** True if the file is a material of the case as it stands. */
    boolean holds(CaseNumber number, FileId file) {
        return materials.holds(number, Source.UPLOAD, file.toString());
    }

    private MaterialSheet.Row row(
            Material material, SuppliedMaterial piece, Optional<StoredFile> file, Optional<DeferredPaper> later) {
        String words =
                switch (piece.source()) {
                    case UPLOAD ->
                        (file.isPresent() ? "申请人上传" : "申请人上传，文件已不在库中")
                                + later.map(this::arrived).orElse("");
                    case LICENCE -> "来自电子证照库，提交时核对为申请人本人的有效证照";
                    case UNVERIFIED -> "电子证照，提交时证照库没有回应，请核对是否为申请人本人的有效证照";
                    case REGISTER -> "部门核验";
                    case COMMITMENT ->
                        material.isPromise() ? "申请人已作出告知承诺，依据承诺直接决定，办结后核查，承诺书见文书" : "承诺：申请人以书面承诺代替，办结后核查，承诺书见文书";
                    case DEFERRED ->
                        later.map(paper -> "容缺受理，还没有补交，没有补齐以前不能准予").orElse("容缺：申请人书面承诺受理以后补交，受理时制发容缺受理告知承诺书");
                };
        return new MaterialSheet.Row(
                "material:" + material.key(),
                material.title().zh(),
                words,
                later.filter(DeferredPaper::isOwed).isPresent(),
                file,
                Optional.of(piece)
                        .filter(known -> known.source() == Source.LICENCE || known.source() == Source.UNVERIFIED)
                        .map(SuppliedMaterial::reference));
    }

    private String arrived(DeferredPaper paper) {
        return paper.suppliedAt()
                .map(at -> "，" + zh.day(at) + "补交" + (paper.isWaiting() ? "，等待核对" : "，已核对"))
                .orElse("，不符合要求，等待申请人重新补交，没有补齐以前不能准予");
    }

    private static Optional<MaterialSheet.Row> absent(Material material) {
        boolean asked = material.sources().stream().anyMatch(source -> source.startsWith("register:"));
        if (!material.required() && asked || material.isPromise()) {
            return Optional.empty();
        }
        String words = asked ? "由部门核验，申请人不必提交" : "没有提交";
        return Optional.of(new MaterialSheet.Row(
                "material:" + material.key(),
                material.title().zh(),
                words,
                material.isOwed(),
                Optional.empty(),
                Optional.empty()));
    }

    private static Optional<FileId> upload(SuppliedMaterial piece) {
        return piece.source() == Source.UPLOAD
                        && FILE.matcher(piece.reference()).matches()
                ? Optional.of(FileId.of(piece.reference()))
                : Optional.empty();
    }
}
