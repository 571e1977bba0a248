/**
 * What citizens read before they apply: home with search, the 办事指南 of each item with its process as a picture,
 * "我能办吗", and reminders of the next round, told once when it opens. Owns {@code reminder}. Entry type: the controllers; nothing here is for
 * neighbours.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "parties",
            "catalog",
            "outbound",
            "applications",
            "decisions",
            "questions",
            "pages"
        })
package org.haina.service.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
