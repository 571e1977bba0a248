package org.haina.service.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haina.forms.Finding;
import org.haina.integrations.licencestore.LicenceIdentifier;
import org.haina.processes.ItemDefinition.Material;
import org.haina.service.access.Caller;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.commitments.Commitments;
import org.haina.service.deferrals.Deferrals;
import org.haina.service.files.FileId;
import org.haina.service.files.FileLinks;
import org.haina.service.files.FileOwner;
import org.haina.service.files.Files;
import org.haina.service.files.StoredFile;
import org.haina.service.keys.CaseNumber;
import org.springframework.stereotype.Service;

/** Which materials an application must bring, which it may, and that they are the sender's to give. */
@Service
class MaterialRules {

    private static final String LICENCE = "licence:";
    private static final String NOT_HELD = "电子证照库中没有申请人本人的这份有效证照，请重新选择或者上传。";
    private static final long MEBIBYTE = 1024L * 1024;

    private final Files files;
    private final FileLinks links;
    private final Commitments commitments;
    private final Deferrals deferrals;

    MaterialRules(Files files, FileLinks links, Commitments commitments, Deferrals deferrals) {
        this.files = files;
        this.links = links;
        this.commitments = commitments;
        this.deferrals = deferrals;
    }

    List<Finding> check(ItemVersion item, Submission submission, LicencesHeld held) {
        Set<String> supplied =
                submission.materials().stream().map(SuppliedMaterial::key).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>(item.applicationForm().checkFiles(submission.data(), supplied));
        Map<FileId, StoredFile> uploaded = uploaded(submission.materials());
        submission.materials().forEach(m -> (switch (m.source()) {
                    case COMMITMENT -> promised(item, m, submission);
                    case DEFERRED -> deferred(item, m, submission);
                    default -> check(item, m, submission.by(), uploaded, held);
                })
                .ifPresent(findings::add));
        return findings;
    }

    /** What stands against one piece; empty if it may be handed in by this sender. A licence may not: its holder is unknown. */
    public Optional<Finding> check(ItemVersion item, SuppliedMaterial supplied, Caller by) {
        return check(item, supplied, by, uploaded(List.of(supplied)), LicencesHeld.NONE);
    }

    private Map<FileId, StoredFile> uploaded(List<SuppliedMaterial> materials) {
        return files.find(uploads(materials));
    }

    private static Set<FileId> uploads(List<SuppliedMaterial> materials) {
        return materials.stream()
                .filter(m -> m.source() == Source.UPLOAD)
                .flatMap(m -> fileId(m).stream())
                .collect(Collectors.toSet());
    }

    private Optional<Finding> promised(ItemVersion item, SuppliedMaterial piece, Submission submission) {
        return commitments
                .objection(item, piece, submission.applicant(), submission.by())
                .flatMap(message -> finding(piece, "commitment", message));
    }

    private Optional<Finding> deferred(ItemVersion item, SuppliedMaterial piece, Submission submission) {
        return deferrals
                .objection(item, piece, submission.applicant(), submission.by())
                .flatMap(message -> finding(piece, "deferral", message));
    }

    private static Optional<Finding> check(
            ItemVersion item,
            SuppliedMaterial supplied,
            Caller by,
            Map<FileId, StoredFile> uploaded,
            LicencesHeld held) {
        Optional<Material> wanted = item.definition().materials().stream()
                .filter(m -> m.key().equals(supplied.key()))
                .findFirst();
        if (wanted.isEmpty()) {
            return finding(supplied, "unknown", "本事项不需要这份材料。");
        }
        return switch (supplied.source()) {
            case UPLOAD -> checkFile(wanted.get(), supplied, by, uploaded);
            case LICENCE -> checkLicence(wanted.get(), supplied, held);
            case UNVERIFIED -> finding(supplied, "licence", NOT_HELD);
            case REGISTER -> Optional.empty();
            case COMMITMENT -> finding(supplied, "commitment", "补正的材料不能以书面承诺代替，请提交材料。");
            case DEFERRED -> finding(supplied, "deferral", "补正的材料不能稍后补交，请提交材料。");
        };
    }

    private static Optional<Finding> checkFile(
            Material wanted, SuppliedMaterial supplied, Caller by, Map<FileId, StoredFile> uploaded) {
        Optional<StoredFile> file = fileId(supplied)
                .flatMap(id -> Optional.ofNullable(uploaded.get(id)))
                .filter(f -> f.owner().equals(FileOwner.of(by)) && f.scan() != StoredFile.ScanState.QUARANTINED);
        if (file.isEmpty()) {
            return finding(supplied, "file", "没有找到上传的文件，请重新上传。");
        }
        if (file.get().size() > wanted.maxMb() * MEBIBYTE) {
            return finding(supplied, "size", "文件不能超过 %d MB。".formatted(wanted.maxMb()));
        }
        return wanted.types().stream().anyMatch(t -> file.get().name().endsWith("." + t))
                ? Optional.empty()
                : finding(supplied, "type", "请上传 %s 格式的文件。".formatted(String.join("、", wanted.types())));
    }

    private static Optional<Finding> checkLicence(Material wanted, SuppliedMaterial supplied, LicencesHeld held) {
        if (wanted.sources().stream().noneMatch(s -> s.startsWith(LICENCE))) {
            return finding(supplied, "licence", "这份材料不能用电子证照代替，请上传。");
        }
        if (held.unknown() && isIdentifier(supplied.reference())) {
            return Optional.empty();
        }
        Optional<String> type = held.type(supplied.reference());
        if (type.isEmpty()) {
            return finding(supplied, "licence", NOT_HELD);
        }
        return wanted.sources().contains(LICENCE + type.get())
                ? Optional.empty()
                : finding(
                        supplied,
                        "licence",
                        "所选的电子证照不是“%s”，请重新选择或者上传。".formatted(wanted.title().zh()));
    }

    private static boolean isIdentifier(String text) {
        try {
            return new LicenceIdentifier(text).value().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Puts the uploaded files into the case, in the transaction that receives it. */
    public void link(CaseNumber number, List<SuppliedMaterial> materials, Caller by) {
        Set<FileId> uploads = uploads(materials);
        if (!uploads.isEmpty() && !links.toCase(uploads, number, FileOwner.of(by))) {
            throw new IllegalStateException("A file cannot be put into case " + number);
        }
    }

    private static Optional<FileId> fileId(SuppliedMaterial supplied) {
        try {
            return Optional.of(new FileId(UUID.fromString(supplied.reference())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Finding> finding(SuppliedMaterial supplied, String rule, String message) {
        return Optional.of(new Finding("/materials/" + supplied.key(), rule, message));
    }
}
