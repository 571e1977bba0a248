package org.haina.service.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param url address people know the service by; https turns secure cookies on
 * @param names further host names requests may be made under, such as one for probes inside; loopback always may
 * @param trustedProxies regular expression of proxy addresses whose {@code X-Forwarded-*} headers are believed; empty
 *     believes nobody
 * @param limits requests a minute on one node
 */
@Validated
@ConfigurationProperties("haina.edge")
public record EdgeSettings(
        @DefaultValue("http://localhost:8080") URI url,
        @DefaultValue({}) Set<@NotBlank String> names,
        @DefaultValue("") String trustedProxies,
        @DefaultValue @Valid Limits limits) {

    /**
     * @param anonymous for an address without sign-in
     * @param account for a signed-in person
     * @param machine for a partner's system
     * @param strict for an address, on paths that answer questions about numbers somebody could guess; counted apart for
     *     each path, and for what is asked and what is sent
     * @param perNumber questions an hour about one number, from wherever they come
     * @param strictPaths those paths, as prefixes; reading such a path itself is reading an empty form, not a question
     */
    public record Limits(
            @DefaultValue("600") @Min(1) int anonymous,
            @DefaultValue("600") @Min(1) int account,
            @DefaultValue("60000") @Min(1) int machine,
            @DefaultValue("30") @Min(1) int strict,
            @DefaultValue("20") @Min(1) int perNumber,
            @DefaultValue({"/status", "/verify", "/api/v1/certificates"}) List<@NotBlank String> strictPaths) {}

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Whether a request may have been made under this name: addresses we send people to are made of it. */
    boolean knows(String name) {
        return LOOPBACK.contains(name.toLowerCase(Locale.ROOT))
                || name.equalsIgnoreCase(url.getHost())
                || names.stream().anyMatch(name::equalsIgnoreCase);
    }

    public boolean secure() {
        return "https".equals(url.getScheme());
    }
}
