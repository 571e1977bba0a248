/**
 * 信用: whether somebody's word can be relied on. Public credit information is asked exactly where a promise is handed in
 * (告知承诺, 容缺受理), and for nothing else. What is found against an applicant stops the promise, never the application: he may
 * prove, and a person looks at every entry, every objection and every silence. Entry type:
 * {@link org.haina.service.credit.CreditStandings}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"keys", "access", "audit", "catalog", "cases", "outbound", "checks", "intake"})
package org.haina.service.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
