package org.haina.service.clock;

import java.time.LocalDate;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A clock was started, stopped, resumed, extended, ended or recounted; told in the same transaction, so that lists can
 * keep a column to sort by. The clocks a case is received with are no news.
 *
 * @param target the day people work towards (promise, else law); null while the clock stands or once it has ended
 */
public record DeadlineMoved(CaseNumber number, ClockName clock, @Nullable LocalDate target) {}
