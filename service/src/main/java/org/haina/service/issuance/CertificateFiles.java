package org.haina.service.issuance;

import org.haina.service.files.FileId;
import org.haina.service.files.FileLinks;
import org.haina.service.files.FileOwner;
import org.haina.service.files.Files;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.FileType;
import org.haina.service.vault.Vault;
import org.springframework.stereotype.Component;

/** Puts signed files into the file store, bound to their case. */
@Component
class CertificateFiles {

    private final Files files;
    private final FileLinks links;
    private final Vault vault;

    CertificateFiles(Files files, FileLinks links, Vault vault) {
        this.files = files;
        this.links = links;
        this.vault = vault;
    }

    /** @param hash by the suite now in use */
    record Kept(FileId file, String hash) {}

    Kept keep(CaseNumber number, String title, byte[] pdf) {
        FileId id = files.keep(title + ".pdf", FileType.PDF, pdf, "certificate").id();
        if (!links.toCase(id, number, FileOwner.SYSTEM)) {
            throw new IllegalStateException("The file just kept cannot be linked");
        }
        return new Kept(id, vault.hash(pdf));
    }
}
