/** The two ends of a case that are not a decision's: withdrawal by the applicant, and closing in order. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"keys", "access", "edge", "audit", "workflow", "cases", "outbound", "documents"})
package org.haina.service.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
