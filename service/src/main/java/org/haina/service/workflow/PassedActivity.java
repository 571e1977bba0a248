package org.haina.service.workflow;

import java.time.Instant;
import java.util.Optional;

/**
 * One element a case has entered.
 *
 * @param process key of the model the element is in
 * @param activity id of the element
 * @param left empty while the case stands there
 * @param cut left without being finished, as when the application was withdrawn meanwhile
 */
public record PassedActivity(String process, String activity, Instant entered, Optional<Instant> left, boolean cut) {}
