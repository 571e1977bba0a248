/**
 * 诉求: questions and complaints that are answered in words within a limit, or passed on to the organ that answers. Nothing is accepted,
 * examined or decided; the answer stays on the time line and on the page of who asked.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "cases", "worklist"})
package org.haina.service.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
