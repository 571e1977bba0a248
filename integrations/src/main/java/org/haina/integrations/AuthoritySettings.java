package org.haina.integrations;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Where an authority is and how long we wait for it. The base URL comes from here only: no answer and no user can name
 * another host. Absent (null or zero) values take the default given in brackets.
 *
 * @param baseUrl https, or http on the loopback interface; no user info, query or fragment
 * @param clientId our identity at the authority
 * @param secret our key at the authority; never printed
 * @param connectTimeout [2 s]
 * @param readTimeout whole exchange, answer's body included, at most 60 s [8 s]
 * @param maxConcurrent calls at one time; more are turned away at once [8]
 * @param breakerWait how long no call is made after the circuit has opened [30 s]
 * @param maxAnswerBytes larger answers are refused [1 MiB]
 * @param services identifiers that differ from the adapter's own, by the adapter's name of the service
 */
public record AuthoritySettings(
        URI baseUrl,
        String clientId,
        String secret,
        Duration connectTimeout,
        Duration readTimeout,
        int maxConcurrent,
        Duration breakerWait,
        int maxAnswerBytes,
        Map<String, String> services) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    public AuthoritySettings {
        requireAllowed(baseUrl);
        if (clientId.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("Client id and secret are needed for " + baseUrl);
        }
        connectTimeout = connectTimeout == null ? Duration.ofSeconds(2) : connectTimeout;
        readTimeout = readTimeout == null ? Duration.ofSeconds(8) : readTimeout;
        breakerWait = breakerWait == null ? Duration.ofSeconds(30) : breakerWait;
        if (readTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("Read timeout above 60 s for " + baseUrl);
        }
        maxConcurrent = maxConcurrent == 0 ? 8 : maxConcurrent;
        maxAnswerBytes = maxAnswerBytes == 0 ? 1 << 20 : maxAnswerBytes;
        services = services == null ? Map.of() : Map.copyOf(services);
    }

    /** Settings with every default. */
    @SuppressWarnings("NullAway") // null asks for the default, as an absent property does
    public static AuthoritySettings of(URI baseUrl, String clientId, String secret) {
        return new AuthoritySettings(baseUrl, clientId, secret, null, null, 0, null, 0, null);
    }

    /** The same with other waiting times. */
    public AuthoritySettings waiting(Duration read, Duration breaker) {
        return new AuthoritySettings(
                baseUrl, clientId, secret, connectTimeout, read, maxConcurrent, breaker, maxAnswerBytes, services);
    }

    /** The authority's identifier of a service, as agreed with it; the adapter's own name where nothing is set. */
    public String service(String name) {
        return services.getOrDefault(name, name);
    }

    @Override
    public String toString() {
        return "AuthoritySettings[" + baseUrl + ", clientId=" + clientId + "]";
    }

    private static void requireAllowed(URI url) {
        var scheme = String.valueOf(url.getScheme());
        var host = String.valueOf(url.getHost());
        if (!scheme.equals("https") && !(scheme.equals("http") && LOOPBACK.contains(host))) {
            throw new IllegalArgumentException("An authority is reached by https (http only on loopback): " + url);
        }
        if (url.getHost() == null || url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("Not a plain base URL: " + url.getHost());
        }
    }
}
