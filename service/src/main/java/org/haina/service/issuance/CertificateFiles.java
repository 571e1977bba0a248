package org.haina.service.issuance;

import org.haina.service.files.FileId;
import org.haina.service.files.FileLinks;
import org.haina.service.files.FileOwner;
import org.haina.service.files.Files;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.FileType;
import org.springframework.stereotype.Component;

/** Puts signed files into the file store, bound to their case. */
@Component
class CertificateFiles {

    private final Files files;
    private final FileLinks links;

    CertificateFiles(Files files, FileLinks links) {
        this.files = files;
        this.links = links;
    }

    FileId keep(CaseNumber number, String title, byte[] pdf) {
        FileId id = files.keep(title + ".pdf", FileType.PDF, pdf, "certificate").id();
        if (!links.toCase(id, number, FileOwner.SYSTEM)) {
            throw new IllegalStateException("The file just kept cannot be linked");
        }
        return id;
    }
}
