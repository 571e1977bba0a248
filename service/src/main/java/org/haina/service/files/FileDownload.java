package org.haina.service.files;

import java.nio.charset.StandardCharsets;
import org.haina.service.edge.Problem;
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

    FileDownload(Files files) {
        this.files = files;
    }

    /** To be saved. */
    public ResponseEntity<byte[]> attachment(FileId id) {
        return answer(id, ContentDisposition.attachment());
    }

    /** To be shown inside a page of ours. */
    public ResponseEntity<byte[]> inline(FileId id) {
        return answer(id, ContentDisposition.inline());
    }

    private ResponseEntity<byte[]> answer(FileId id, ContentDisposition.Builder disposition) {
        StoredFile file = files.find(id).orElseThrow(FileDownload::missing);
        byte[] content = content(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .contentLength(content.length)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
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

    private static Problem missing() {
        return Problem.notFound("文件不存在或已移除。");
    }
}
