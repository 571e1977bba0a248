package org.haina.service.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haina.service.files.StoredFile.ScanState;
import org.haina.service.uploads.FileRules;
import org.haina.service.uploads.FileType;
import org.haina.service.uploads.Inspection;
import org.haina.service.uploads.Inspector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes, keeps and opens files. */
@Service
public class Files {

    private static final Logger LOG = LoggerFactory.getLogger(Files.class);

    private final Inspector inspector;
    private final SealedContents contents;
    private final FileRows rows;
    private final FilesSettings settings;
    private final TransactionTemplate transaction;

    Files(
            Inspector inspector,
            SealedContents contents,
            FileRows rows,
            FilesSettings settings,
            TransactionTemplate transaction) {
        this.inspector = inspector;
        this.contents = contents;
        this.rows = rows;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * Inspects an upload and keeps it if it passes. Slow (decoding, scanning): call it with no transaction open.
     *
     * @param name as sent, untrusted
     * @param content read once, no further than the limit
     * @param purpose what for, e.g. {@code material}; no personal data
     * @throws IOException if the sender's connection breaks
     */
    public UploadOutcome accept(String name, InputStream content, FileRules rules, FileOwner owner, String purpose)
            throws IOException {
        if (rows.countUnlinked(owner) >= settings.unlinkedPerOwner()) {
            return new UploadOutcome.Refused("TOO_MANY", "未使用的上传文件过多。请先提交申请，或明天再上传。");
        }
        Inspection inspection = inspector.inspect(name, content, rules);
        if (inspection instanceof Inspection.Passed passed) {
            ScanState scan = passed.scan() == Inspection.Scan.CLEAN ? ScanState.CLEAN : ScanState.NOT_SCANNED;
            return kept(passed.name(), passed.type(), passed.content(), scan, owner, purpose);
        }
        if (inspection instanceof Inspection.Infected infected) {
            kept(infected.name(), infected.type(), infected.content(), ScanState.QUARANTINED, owner, purpose);
            return refused(infected.refused());
        }
        return refused((Inspection.Refused) inspection);
    }

    /**
     * Keeps what the service made itself or got from an authority; joins the caller's transaction.
     *
     * @throws UncheckedIOException if the store does not work
     */
    public StoredFile keep(String name, FileType type, byte[] content, String purpose) {
        return keep(
                new FileDescription(name, type, content.length, ScanState.CLEAN, FileOwner.SYSTEM, purpose), content);
    }

    /** What is known of a file; quarantined ones included. */
    public Optional<StoredFile> find(FileId id) {
        return rows.find(id);
    }

    /** As {@link #find(FileId)}, in one query; unknown ids are left out. */
    public Map<FileId, StoredFile> find(Collection<FileId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.find(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    /**
     * The content. Whether the caller may see it was decided before.
     *
     * @return empty if there is no such file, or it is in quarantine
     * @throws DamagedFileException if the store does not hold what was once kept
     */
    public Optional<byte[]> open(FileId id) {
        return rows.findContent(id)
                .map(found -> contents.open(found.hash(), found.suite()).orElseThrow(() -> {
                    rows.checked(id, false);
                    return new DamagedFileException(id);
                }));
    }

    private UploadOutcome kept(
            String name, FileType type, byte[] content, ScanState scan, FileOwner owner, String purpose) {
        try {
            return new UploadOutcome.Kept(
                    keep(new FileDescription(name, type, content.length, scan, owner, purpose), content));
        } catch (UncheckedIOException e) {
            LOG.error("An upload could not be kept", e);
            return new UploadOutcome.Refused("STORE_DOWN", "暂时无法保存文件，请稍后再试。已填写的内容不受影响。");
        }
    }

    private StoredFile keep(FileDescription file, byte[] content) {
        String hash = contents.hash(content);
        return Objects.requireNonNull(transaction.execute(status -> {
            rows.lock(hash);
            contents.keep(hash, content);
            return rows.insert(file, hash, contents.suite());
        }));
    }

    private static UploadOutcome refused(Inspection.Refused refused) {
        return new UploadOutcome.Refused(refused.reason().name(), refused.message());
    }
}
