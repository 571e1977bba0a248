/**
 * 送达: when and how each document reached whom it is for. Who agreed to be served online is served when the document lies on
 * the page of the case; otherwise an official puts down how it was served on paper, with the proof, and prints the 送达回证
 * for it. Refuses a day before the document or in the future, and a second service of the same document.
 * Entry type: {@link org.haina.service.deliveries.Deliveries}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "pages",
            "audit",
            "parties",
            "uploads",
            "files",
            "catalog",
            "cases",
            "documents",
            "terminations"
        })
package org.haina.service.deliveries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
