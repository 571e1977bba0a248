package org.haina.service.catalog;

import org.haina.service.keys.District;

/**
 * An organ in charge.
 *
 * @param uscc unified social credit code
 * @param reconsideration organ that reconsiders its decisions (行政复议法 24)
 * @param court court that has jurisdiction over its decisions
 */
public record Organ(District district, String uscc, String name, String reconsideration, String court) {}
