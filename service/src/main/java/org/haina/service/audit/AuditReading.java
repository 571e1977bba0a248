package org.haina.service.audit;

import java.time.Instant;

/**
 * That somebody looked into a case on a day.
 *
 * @param id of the last entry of the day, the cursor
 * @param at the last time of the day
 * @param bySystem no person looked
 * @param reason as given; empty if the action asks for none
 */
public record AuditReading(long id, Instant at, String action, boolean bySystem, String reason) {}
