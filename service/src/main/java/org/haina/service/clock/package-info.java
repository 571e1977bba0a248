/**
 * Statutory clocks of a case. A clock is a ledger: started, stopped, resumed, extended, ended, each with legal basis,
 * author and document; deadlines are counted from it, remaining time is never stored. What a moment does to which clock
 * is a policy, one per statute, as data ({@code clock-policies}). Refuses stops the law does not know: a request for
 * papers after acceptance changes nothing. Entry: {@link org.haina.service.clock.CaseClocks}; expiry comes as
 * {@link org.haina.service.clock.ClockExpired}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "access", "edge", "calendar"})
package org.haina.service.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
