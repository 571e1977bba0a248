/**
 * 备案: a look at the form alone, a number and a receipt, or reasons why it is not filed. Decides nothing and grants
 * nothing; who filed may use what was filed, and answers for what it says. Entry point is the task of the clerk.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "workflow", "catalog", "cases", "worklist", "documents"})
package org.haina.service.filings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
