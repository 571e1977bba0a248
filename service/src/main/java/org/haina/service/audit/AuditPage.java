package org.haina.service.audit;

import java.util.List;
import java.util.OptionalLong;

/**
 * A page of the log, newest first.
 *
 * @param next to be passed for the following page; empty on the last
 */
public record AuditPage(List<AuditRow> rows, OptionalLong next) {}
