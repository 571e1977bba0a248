package org.haina.service.portal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.integrations.AuthorityAnswerException;
import org.haina.integrations.AuthorityUnavailableException;
import org.haina.integrations.licencestore.LicenceIdentifier;
import org.haina.integrations.licencestore.LicenceStore;
import org.haina.integrations.licencestore.UseCause;
import org.haina.integrations.registers.Authorities;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.edge.Problem;
import org.haina.service.files.FileId;
import org.haina.service.files.Files;
import org.haina.service.files.StoredFile;
import org.haina.service.pages.ChineseWords;
import org.haina.service.parties.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What was handed in, as the case stands, and the way to each piece. No transaction may be open: licences are fetched. */
@Component
class OwnMaterials {

    private static final String PURPOSE = "申请人查看本人办件的材料";

    private final CaseMaterials materials;
    private final Files files;
    private final Parties parties;
    private final LicenceStore licences;
    private final ChineseWords words;

    OwnMaterials(CaseMaterials materials, Files files, Parties parties, Authorities authorities, ChineseWords words) {
        this.materials = materials;
        this.files = files;
        this.parties = parties;
        this.licences = authorities.licenceStore();
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
        LicenceIdentifier id = materials.of(own.number()).stream()
                .filter(piece -> piece.key().equals(material))
                .filter(piece -> piece.source() == Source.LICENCE || piece.source() == Source.UNVERIFIED)
                .findFirst()
                .flatMap(piece -> identifier(piece.reference()))
                .orElseThrow(OwnMaterials::missing);
        try {
            return fetch(own, id).orElseThrow(OwnMaterials::missing);
        } catch (AuthorityUnavailableException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "暂时无法办理", "电子证照库暂时没有回应，请稍后再试。");
        } catch (AuthorityAnswerException e) {
            throw missing();
        }
    }

    // The identifier is what the applicant wrote: we open nobody else's licence with our own key to the store.
    private Optional<byte[]> fetch(OwnCase own, LicenceIdentifier id) {
        UseCause cause = new UseCause(PURPOSE, own.number().value());
        String holder = parties.reveal(
                        own.file().applicant(), PURPOSE, "party:" + own.file().applicant())
                .idNumber();
        return licences.getSurface(UUID.randomUUID().toString(), id, cause)
                .filter(licence -> licence.holder().idNumber().equals(holder))
                .flatMap(licence -> licences.download(UUID.randomUUID().toString(), id, cause));
    }

    private static Optional<LicenceIdentifier> identifier(String text) {
        try {
            return Optional.of(new LicenceIdentifier(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Problem missing() {
        return Problem.notFound("这个办件没有这份材料，或者材料已被替换。");
    }
}
