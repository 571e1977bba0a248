package org.haina.service.parties;

/**
 * What of a stated identity is a party's own.
 *
 * @param number type and number of the document, however the number is written
 * @param name the name, letter by letter
 */
public record IdentityMatch(boolean number, boolean name) {}
