package org.haina.service.applications;

import java.time.LocalDate;
import org.haina.service.catalog.ItemVersion;

/** A submission whose form is correct, before the rules.
 *
 * @param today in Shanghai
 */
public record Candidate(Submission submission, ItemVersion item, LocalDate today) {}
