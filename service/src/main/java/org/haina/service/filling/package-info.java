/**
 * Filling in an application on the web: start with what is known already, a list of tasks, one theme on a page, files,
 * answers checked once more, and one submission however often it is sent. Owns the pages below {@code /applications};
 * drafts and submission belong to {@code applications}. Entry type: the controllers; nothing here is for neighbours.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "parties",
            "files",
            "minors",
            "uploads",
            "catalog",
            "cases",
            "commitments",
            "deferrals",
            "applications",
            "decisions",
            "questions",
            "pages"
        })
package org.haina.service.filling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
