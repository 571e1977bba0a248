/**
 * 工作台: what clerks, reviewers and deciders work with. The work list of the own district and role, and the page of a
 * case: answers beside the registers' answers, materials, reasons, limits, and the one form in which a task is done. What
 * is typed is never lost: every button of the page carries the whole form. Decides nothing itself.
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
            "workflow",
            "catalog",
            "outbound",
            "parties",
            "files",
            "uploads",
            "cases",
            "deferrals",
            "minors",
            "applications",
            "worklist",
            "documents",
            "deliveries",
            "intake",
            "checks",
            "credit",
            "decisions",
            "laterchecks",
            "terminations",
            "yearlychecks",
            "procedure",
            "complaints"
        })
package org.haina.service.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
