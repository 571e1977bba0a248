/**
 * The way to an authority: JSON over HTTP with time limit, circuit breaker, bulkhead and size limit, the national
 * sharing gateway's signature, short-lived tokens, strict reading of answers. Refuses redirects, other hosts and
 * retries. Entry: {@link org.haina.integrations.channel.Channel}; only the authority packages and the sandbox use it.
 */
@NullMarked
package org.haina.integrations.channel;

import org.jspecify.annotations.NullMarked;
