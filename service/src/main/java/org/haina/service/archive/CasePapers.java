package org.haina.service.archive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.service.cases.CaseFile;
import org.haina.service.cases.CaseMaterials;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentPrinter;
import org.haina.service.documents.Documents;
import org.haina.service.files.FileId;
import org.haina.service.files.FileLinks;
import org.haina.service.files.Files;
import org.haina.service.files.StoredFile;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Component;

/** The files of a case: documents, uploads (also those that others have replaced) and certificate. */
@Component
class CasePapers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Documents documents;
    private final DocumentPrinter printer;
    private final CaseMaterials materials;
    private final FileLinks links;
    private final Files files;
    private final ArchiveSettings settings;

    CasePapers(
            Documents documents,
            DocumentPrinter printer,
            CaseMaterials materials,
            FileLinks links,
            Files files,
            ArchiveSettings settings) {
        this.documents = documents;
        this.printer = printer;
        this.materials = materials;
        this.links = links;
        this.files = files;
        this.settings = settings;
    }

    private record Paper(FileId file, String folder, String name, ObjectNode about) {}

    /** Empty while a document waits for its print. */
    Optional<List<PackedFile>> of(CaseFile file) {
        List<CaseDocument> issued = documents.of(file);
        Map<UUID, FileId> printed = printer.printed(file.number());
        if (!printed.keySet().containsAll(issued.stream().map(CaseDocument::id).toList())) {
            return Optional.empty();
        }
        List<Paper> papers = new ArrayList<>();
        issued.forEach(document -> papers.add(new Paper(
                Objects.requireNonNull(printed.get(document.id())),
                "documents",
                document.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                about(document))));
        materials.history(file.number()).stream()
                .filter(piece -> piece.material().source() == Source.UPLOAD)
                .forEach(piece -> papers.add(new Paper(
                        FileId.of(piece.material().reference()),
                        "materials",
                        piece.material().key(),
                        about(piece))));
        certificates(file.number())
                .forEach(id -> papers.add(new Paper(id, "certificate", "signed", JSON.objectNode())));
        return Optional.of(packed(papers));
    }

    private List<FileId> certificates(CaseNumber number) {
        List<FileId> linked = links.ofCase(number);
        Map<FileId, StoredFile> known = files.find(linked);
        return linked.stream()
                .filter(id -> Optional.ofNullable(known.get(id))
                        .filter(kept -> kept.purpose().equals("certificate"))
                        .isPresent())
                .toList();
    }

    private List<PackedFile> packed(List<Paper> papers) {
        Map<FileId, StoredFile> known =
                files.find(papers.stream().map(Paper::file).collect(Collectors.toSet()));
        long size =
                papers.stream().mapToLong(paper -> known(known, paper).size()).sum();
        if (size > settings.largest()) {
            throw new TooLargePackageException(size);
        }
        Map<String, Integer> places = new HashMap<>();
        return papers.stream()
                .map(paper -> packed(paper, places.merge(paper.folder(), 1, Integer::sum), known(known, paper)))
                .toList();
    }

    private PackedFile packed(Paper paper, int place, StoredFile file) {
        byte[] content = files.open(file.id())
                .orElseThrow(() -> new IllegalStateException("File " + file.id() + " cannot be opened"));
        return new PackedFile(
                "%s/%02d-%s.%s"
                        .formatted(
                                paper.folder(), place, paper.name(), file.type().extension()),
                file.type().mediaType(),
                content,
                paper.about().put("fileName", file.name()));
    }

    private static StoredFile known(Map<FileId, StoredFile> known, Paper paper) {
        return Optional.ofNullable(known.get(paper.file()))
                .orElseThrow(() -> new IllegalStateException("There is no file " + paper.file()));
    }

    private static ObjectNode about(CaseDocument document) {
        return JSON.objectNode()
                .put("document", document.id().toString())
                .put("title", document.title())
                .put("documentNumber", document.number())
                .put("issuedAt", document.issuedAt().toString());
    }

    private static ObjectNode about(CaseMaterials.Piece piece) {
        ObjectNode about = JSON.objectNode()
                .put("material", piece.material().key())
                .put("suppliedAt", piece.suppliedAt().toString());
        piece.replacedAt().ifPresent(at -> about.put("replacedAt", at.toString()));
        return about;
    }
}
