/**
 * Plays every authority on one loopback port, with their wire formats, signatures and log-ins, for demos and tests:
 * keeps what it was told across restarts, has one effect per request id, and can be told to be slow, to fail, to be
 * down. Knows the synthetic demo persons only. Entry: {@link org.haina.integrations.sandbox.SandboxServer}.
 */
@NullMarked
package org.haina.integrations.sandbox;

import org.jspecify.annotations.NullMarked;
