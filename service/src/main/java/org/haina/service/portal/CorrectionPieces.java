package org.haina.service.portal;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.access.Caller.Citizen;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.files.FileId;
import org.haina.service.files.FileLinks;
import org.haina.service.files.FileOwner;
import org.haina.service.files.Files;
import org.haina.service.files.StoredFile;
import org.haina.service.files.UploadOutcome;
import org.haina.service.intake.Correction;
import org.haina.service.intake.Corrections;
import org.haina.service.uploads.FileRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Pieces uploaded for an answer, kept until it is sent. */
@Component
class CorrectionPieces {

    private final Corrections corrections;
    private final Files files;
    private final FileLinks links;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CorrectionPieces(
            Corrections corrections, Files files, FileLinks links, JdbcClient jdbc, TransactionTemplate transaction) {
        this.corrections = corrections;
        this.files = files;
        this.links = links;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What has been uploaded, by material. */
    Map<String, StoredFile> of(Correction correction) {
        Map<String, StoredFile> pieces = new LinkedHashMap<>();
        jdbc.sql("select material, file_id from correction_piece where correction_id = :id order by material")
                .param("id", correction.id())
                .query((row, n) -> Map.entry(row.getString(1), new FileId(row.getObject(2, UUID.class))))
                .list()
                .forEach(entry -> files.find(entry.getValue()).ifPresent(file -> pieces.put(entry.getKey(), file)));
        return pieces;
    }

    /**
     * What comes with an answer: what was uploaded, and the promise if one is made, whose box sends the hash of what was read.
     *
     * @param asked what the answer may bring; a piece uploaded for another way stays behind
     */
    List<SuppliedMaterial> supplied(Correction correction, List<Material> asked, Map<String, List<String>> post) {
        Map<String, StoredFile> uploaded = of(correction);
        return asked.stream()
                .flatMap(material -> material.isPromise()
                        ? promise(material, post).stream()
                        : Optional.ofNullable(uploaded.get(material.key()))
                                .map(file -> new SuppliedMaterial(
                                        material.key(),
                                        SuppliedMaterial.Source.UPLOAD,
                                        file.id().toString()))
                                .stream())
                .toList();
    }

    private static Optional<SuppliedMaterial> promise(Material material, Map<String, List<String>> post) {
        return post.getOrDefault("promise-" + material.key(), List.of()).stream()
                .findFirst()
                .map(hash -> new SuppliedMaterial(material.key(), SuppliedMaterial.Source.COMMITMENT, hash));
    }

    /** The item's materials that an answer may bring: those the notice asks for, and those the new answers do. */
    List<Material> asked(CorrectionAnswer answer) {
        List<String> open = corrections.open(answer.own().file(), answer.correction(), answer.after());
        return answer.own().item().definition().materials().stream()
                .filter(material -> open.contains(material.key()))
                .toList();
    }

    /** Takes an upload; the message says why not. */
    Optional<String> take(OwnCase own, Correction correction, Material material, MultipartFile upload, Citizen citizen)
            throws IOException {
        try (InputStream content = upload.getInputStream()) {
            String name = Optional.ofNullable(upload.getOriginalFilename()).orElse("");
            FileOwner owner = FileOwner.of(citizen);
            UploadOutcome outcome = files.accept(name, content, FileRules.of(material), owner, "material");
            if (outcome instanceof UploadOutcome.Refused refused) {
                return Optional.of(refused.message());
            }
            keep(
                    own,
                    correction,
                    material,
                    ((UploadOutcome.Kept) outcome).file().id(),
                    owner);
            return Optional.empty();
        }
    }

    private void keep(OwnCase own, Correction correction, Material material, FileId file, FileOwner owner) {
        transaction.executeWithoutResult(status -> {
            links.toCase(file, own.number(), owner);
            jdbc.sql(
                            """
                            insert into correction_piece (correction_id, material, file_id) values (:id, :material, :file)
                            on conflict (correction_id, material) do update set file_id = :file
                            """)
                    .param("id", correction.id())
                    .param("material", material.key())
                    .param("file", file.value())
                    .update();
        });
    }
}
