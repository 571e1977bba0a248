package org.haina.service.files;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.haina.service.edge.Problem;
import org.haina.service.uploads.FileType;
import org.haina.service.uploads.PdfPages;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The only way a file goes out: never sniffed, never run, never kept by a cache. Ask who may see it first, each time.
 */
@Component
public class FileDownload {

    private final Files files;
    private final PdfPages pages;

    FileDownload(Files files, PdfPages pages) {
        this.files = files;
        this.pages = pages;
    }

    /** To be saved. */
    public ResponseEntity<byte[]> attachment(FileId id) {
        return answer(id, ContentDisposition.attachment());
    }

    /** As {@link #attachment(FileId)}, for what an authority has just given and we do not keep. */
    public ResponseEntity<byte[]> attachment(String name, FileType type, byte[] content) {
        ContentDisposition named = ContentDisposition.attachment()
                .filename(name + "." + type.extension(), StandardCharsets.UTF_8)
                .build();
        return guarded(type, named, content);
    }

    /** To be shown inside a page of ours. */
    public ResponseEntity<byte[]> inline(FileId id) {
        return answer(id, ContentDisposition.inline());
    }

    /** How many pages {@link #page} can show; 1 for a picture, 0 if a PDF cannot be drawn. */
    public int pages(FileId id) {
        StoredFile file = files.find(id).orElseThrow(FileDownload::missing);
        return file.type() == FileType.PDF ? pages.count(content(id)).orElse(0) : 1;
    }

    /**
     * One page as a picture, to be shown inside a page of ours.
     *
     * @param page from 1
     */
    public ResponseEntity<byte[]> page(FileId id, int page) {
        StoredFile file = files.find(id).orElseThrow(FileDownload::missing);
        if (file.type() != FileType.PDF) {
            return page == 1 ? inline(id) : refuse();
        }
        byte[] png = pages.png(content(id), page).orElseThrow(FileDownload::missing);
        return guarded(FileType.PNG, ContentDisposition.inline().build(), png);
    }

    /**
     * The first pages of a PDF that we do not keep, as data addresses of pictures to be shown inside a page of ours.
     *
     * @param most pages at most
     * @return empty if it cannot be drawn
     */
    public List<String> pictures(byte[] pdf, int most) {
        return IntStream.rangeClosed(1, Math.min(pages.count(pdf).orElse(0), most))
                .mapToObj(page -> pages.png(pdf, page))
                .flatMap(Optional::stream)
                .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                .toList();
    }

    private ResponseEntity<byte[]> answer(FileId id, ContentDisposition.Builder disposition) {
        StoredFile file = files.find(id).orElseThrow(FileDownload::missing);
        ContentDisposition named =
                disposition.filename(file.name(), StandardCharsets.UTF_8).build();
        return guarded(file.type(), named, content(id));
    }

    private static ResponseEntity<byte[]> guarded(FileType type, ContentDisposition disposition, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type.mediaType()))
                .contentLength(content.length)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'self'")
                .body(content);
    }

    private byte[] content(FileId id) {
        try {
            return files.open(id).orElseThrow(FileDownload::missing);
        } catch (DamagedFileException e) {
            throw new Problem(
                    HttpStatus.INTERNAL_SERVER_ERROR, "damaged-file", "文件已损坏", "存储的文件未通过完整性校验，无法打开。请联系技术支持从备份中恢复。");
        }
    }

    private static ResponseEntity<byte[]> refuse() {
        throw missing();
    }

    private static Problem missing() {
        return Problem.notFound("文件不存在或已移除。");
    }
}
