package org.haina.certificates.signing;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Bouncy Castle, used by name only here: it is not registered for the whole JVM. */
final class Providers {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private Providers() {}
}
