/**
 * How a grant ends by an act of its own beside the closed case: 撤回许可 (licence law 8), 撤销 (69), 吊销 (penalty law 9) and 注销
 * (70), each with its power, grounds, words and letter. An official proposes, for 注销 the holder too; the holder is told and
 * heard before the first three; somebody else decides. Refuses a second proposal while one is open, and what is no licence.
 * Entry type: {@link org.haina.service.terminations.Terminations}.
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
            "workflow",
            "parties",
            "catalog",
            "cases",
            "documents",
            "worklist",
            "issuance",
            "laterchecks"
        })
package org.haina.service.terminations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
