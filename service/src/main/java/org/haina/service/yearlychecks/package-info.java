/**
 * 年度检查: every licence that is still valid is looked into once a year (licence law 61), as a process of its own beside the case
 * that has granted it, opened by a sweep on the item's day. What is found may be put right first. A failed check ends nothing: it is
 * told by letter, and who finds that the grant must end proposes that by an act of its own. Owns {@code yearly_check}. Entry
 * type: {@link org.haina.service.yearlychecks.YearlyChecks}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "keys",
            "access",
            "calendar",
            "clock",
            "workflow",
            "catalog",
            "cases",
            "documents",
            "pages",
            "worklist",
            "issuance"
        })
package org.haina.service.yearlychecks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
