/**
 * 批量打印: several documents that an organ issued on one day as one file for its printer. Owns the page and the joined
 * file, which nobody keeps; each document is checked and recorded by itself.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "audit",
            "catalog",
            "parties",
            "uploads",
            "files",
            "cases",
            "documents"
        })
package org.haina.service.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
