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
import org.haina.service.uploads.FileRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Pieces uploaded for an answer, kept until it is sent. */
@Component
class CorrectionPieces {

    private final Files files;
    private final FileLinks links;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CorrectionPieces(Files files, FileLinks links, JdbcClient jdbc, TransactionTemplate transaction) {
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

    List<SuppliedMaterial> supplied(Correction correction) {
        return of(correction).entrySet().stream()
                .map(e -> new SuppliedMaterial(
                        e.getKey(),
                        SuppliedMaterial.Source.UPLOAD,
                        e.getValue().id().toString()))
                .toList();
    }

    /** Materials of the item the notice asks for. */
    static List<Material> asked(OwnCase own, Correction correction) {
        return own.item().definition().materials().stream()
                .filter(m -> correction.materials().contains(m.key()))
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
