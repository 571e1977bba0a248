package org.haina.service.printing;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.haina.service.access.Caller.Official;
import org.haina.service.access.Visibilities;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.cases.CaseAccess;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentPrinter;
import org.haina.service.documents.Documents;
import org.haina.service.documents.IssuedDocuments;
import org.haina.service.edge.Problem;
import org.haina.service.files.DamagedFileException;
import org.haina.service.files.FileId;
import org.haina.service.files.Files;
import org.haina.service.files.StoredFile;
import org.springframework.stereotype.Service;

/** Finds what an organ issued on a day, and joins what was chosen of it. */
@Service
class BatchPrinting {

    static final int MOST = 200;
    private static final long LARGEST = 32L << 20;

    /** Each batch is held in memory several times over: one at a time on a node. */
    private final Semaphore joining = new Semaphore(1);

    private final IssuedDocuments issued;
    private final Documents documents;
    private final DocumentPrinter printer;
    private final Files files;
    private final CaseAccess access;
    private final Visibilities visibilities;
    private final Audit audit;
    private final Clock clock;

    BatchPrinting(
            IssuedDocuments issued,
            Documents documents,
            DocumentPrinter printer,
            Files files,
            CaseAccess access,
            Visibilities visibilities,
            Audit audit,
            Clock clock) {
        this.issued = issued;
        this.documents = documents;
        this.printer = printer;
        this.files = files;
        this.access = access;
        this.visibilities = visibilities;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the order they were issued. */
    List<CaseDocument> list(DayQuery query, Official official, int limit) {
        return issued.of(
                new IssuedDocuments.Search(
                        official.org(), query.from(clock), query.until(clock), query.type(), query.after()),
                visibilities.of(official),
                limit);
    }

    /**
     * One file for the printer; the log names each document in it.
     *
     * @throws Problem if one of them is not the official's to print
     * @throws RefusedBatchException for none, too many, or too large ones
     */
    byte[] join(Set<UUID> chosen, Official official) {
        requireSome(chosen);
        if (!joining.tryAcquire()) {
            throw new RefusedBatchException("另一批文书正在合并，请过几秒再点一次。");
        }
        try {
            return joined(chosen, official);
        } finally {
            joining.release();
        }
    }

    private byte[] joined(Set<UUID> chosen, Official official) {
        List<CaseDocument> wanted = chosen.stream()
                .map(id -> own(id, official))
                .sorted(Comparator.comparing(CaseDocument::issuedAt).thenComparing(CaseDocument::id))
                .toList();
        byte[] joined = JoinedFile.of(contents(wanted));
        wanted.forEach(document -> audit.record(new AuditEntry(
                official.account(), "document.printed", "document:" + document.id(), document.caseNumber(), Map.of())));
        return joined;
    }

    private static void requireSome(Set<UUID> chosen) {
        if (chosen.isEmpty()) {
            throw new RefusedBatchException("没有选择文书。请勾选要打印的文书。");
        }
        if (chosen.size() > MOST) {
            throw new RefusedBatchException("一次最多打印 %d 份文书。请按文书种类筛选，分几次打印。".formatted(MOST));
        }
    }

    private CaseDocument own(UUID id, Official official) {
        CaseDocument document = documents
                .find(id)
                .filter(found -> found.org().equals(official.org()))
                .orElseThrow(() -> Problem.notFound("没有找到要打印的文书，或者文书不是本机关制发的。请返回列表重新选择。"));
        if (access.isClosed(document.caseNumber(), official)) {
            throw new RefusedBatchException("文书 %s 属于未成年人的办件，查阅须经批准。请打开办件申请查阅，或者取消勾选。".formatted(document.number()));
        }
        access.check(document.caseNumber(), official);
        return document;
    }

    private List<byte[]> contents(List<CaseDocument> wanted) {
        List<FileId> printed =
                wanted.stream().map(document -> printer.file(document.id())).toList();
        long size = files.find(new HashSet<>(printed)).values().stream()
                .mapToLong(StoredFile::size)
                .sum();
        if (size > LARGEST) {
            throw new RefusedBatchException("所选文书一共超过 32 MB。请减少份数，分几次打印。");
        }
        try {
            return printed.stream().map(file -> files.open(file).orElseThrow()).toList();
        } catch (DamagedFileException e) {
            throw new RefusedBatchException("所选文书中有文件已损坏，没有打印。请联系技术支持从备份中恢复。");
        }
    }
}
