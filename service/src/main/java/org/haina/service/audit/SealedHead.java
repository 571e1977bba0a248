package org.haina.service.audit;

/**
 * End of the chain.
 *
 * @param entry number of the last sealed entry, 0 before the first
 */
record SealedHead(long entry, String hash) {

    /** What the first link names as its predecessor. */
    static final SealedHead GENESIS = new SealedHead(0, "0".repeat(64));
}
