/**
 * 归档: the package of a closed case, made in the background and kept for good, laid out as {@code docs/archive-format.md}
 * says, so that it can be read and verified without this service. Owns {@code case_archive} and the queue of what is to
 * be packed. Refuses to pack while a document waits for its print, a call for its answer or an entry of the log for its
 * seal. Entry type: {@link org.haina.service.archive.CaseArchives}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "audit",
            "vault",
            "calendar",
            "clock",
            "catalog",
            "parties",
            "uploads",
            "files",
            "minors",
            "outbound",
            "cases",
            "documents"
        })
package org.haina.service.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
