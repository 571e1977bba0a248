package org.haina.service.catalog;

import org.haina.service.keys.District;

/**
 * An organ in charge.
 *
 * @param uscc unified social credit code
 */
public record Organ(District district, String uscc, String name) {}
