/**
 * What happens to a case beside its ordinary way, at any time and without a task of the engine: extension (行政许可法 42),
 * special procedure (45), voiding, 转报, 更正 of a slip in a document, 收回 and 更正 of an own last click that nobody has taken up, 信用修复, the proposal to end a grant. Each is one {@link org.haina.service.procedure.CaseAct},
 * done on one page of the desk under the case's lock; who comes second is told by whom and what changed. Offers only what
 * the case's clock policy gives. Entry type: {@link org.haina.service.procedure.CaseActs}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "edge",
            "pages",
            "audit",
            "calendar",
            "clock",
            "catalog",
            "parties",
            "cases",
            "applications",
            "deferrals",
            "commitments",
            "credit",
            "documents",
            "deliveries",
            "intake",
            "closing",
            "institutions",
            "issuance",
            "decisions",
            "terminations",
            "workflow",
            "worklist"
        })
package org.haina.service.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
