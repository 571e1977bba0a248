package org.haina.service.files;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.haina.service.access.Caller;
import org.haina.service.access.MayCall;
import org.haina.service.access.Who;
import org.haina.service.edge.Problem;
import org.haina.service.uploads.FileRules;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes files of programs; what a field takes is checked again when the file is used. */
@RestController
class FilesController {

    private static final Map<String, HttpStatus> STATUS = Map.of(
            "TOO_LARGE", HttpStatus.PAYLOAD_TOO_LARGE,
            "TOO_MANY", HttpStatus.TOO_MANY_REQUESTS,
            "SCANNER_DOWN", HttpStatus.SERVICE_UNAVAILABLE,
            "BUSY", HttpStatus.SERVICE_UNAVAILABLE,
            "STORE_DOWN", HttpStatus.SERVICE_UNAVAILABLE);

    /** @param type media type */
    record Uploaded(String id, String name, String type, long size, String scan) {}

    private final Files files;

    FilesController(Files files) {
        this.files = files;
    }

    @Operation(summary = "Upload a file to name it in an application")
    @PostMapping(path = "/api/v1/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @MayCall({Who.CITIZEN, Who.MACHINE})
    ResponseEntity<Uploaded> upload(@RequestParam("file") MultipartFile file, Caller caller) throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (InputStream content = file.getInputStream()) {
            UploadOutcome outcome = files.accept(name, content, FileRules.WIDEST, FileOwner.of(caller), "material");
            if (outcome instanceof UploadOutcome.Refused refused) {
                throw problem(refused);
            }
            StoredFile kept = ((UploadOutcome.Kept) outcome).file();
            return ResponseEntity.created(URI.create("/api/v1/files/" + kept.id()))
                    .body(uploaded(kept));
        }
    }

    private static Uploaded uploaded(StoredFile file) {
        return new Uploaded(
                file.id().toString(),
                file.name(),
                file.type().mediaType(),
                file.size(),
                file.scan().code());
    }

    private static Problem problem(UploadOutcome.Refused refused) {
        HttpStatus status = STATUS.getOrDefault(refused.reason(), HttpStatus.UNPROCESSABLE_ENTITY);
        return new Problem(status, "file-refused", "文件未被接收", refused.message()).with("reason", refused.reason());
    }
}
