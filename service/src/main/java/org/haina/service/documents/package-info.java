/**
 * 文书: every document a case needs, numbered without gaps per organ, kind and year, printed once from its template and
 * kept. Owns numbers, contents and printed files; what a document says about a case is handed in by the feature that
 * causes it. Entry type: {@link org.haina.service.documents.Documents}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "audit",
            "vault",
            "calendar",
            "clock",
            "catalog",
            "cases",
            "parties",
            "pages",
            "edge",
            "uploads",
            "files"
        })
package org.haina.service.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
