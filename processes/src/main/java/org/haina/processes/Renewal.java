package org.haina.processes;

/**
 * 延续: which licences an item renews, and in which days before the last one that may be asked.
 *
 * @param item key of the item that grants them
 * @param opens natural days before the last day of the licence on which it may be asked for the first time
 * @param asked natural days before that day until which the law protects who asks (licence law 50: thirty, unless other law says otherwise)
 */
public record Renewal(String item, int opens, int asked) {}
