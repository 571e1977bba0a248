package org.haina.service.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The login server. Its addresses are derived from the issuer instead of being asked for at start: the service starts
 * while the login server is still down.
 *
 * @param issuer realm address exactly as in the tokens
 * @param endpoints where the addresses below the issuer lie; Keycloak's by default
 * @param clientId client of the pages
 * @param audience audience an access token must name
 * @param citizenBroker identity provider citizens are sent to without seeing the officials' form; empty offers both
 * @param timeout for calls to the login server
 * @param sessionLimit a session ends after this time however busy it is
 */
@Validated
@ConfigurationProperties("haina.signin")
record SigninSettings(
        @DefaultValue("http://localhost:8180/realms/haina") @NotNull URI issuer,
        @DefaultValue("/protocol/openid-connect") String endpoints,
        @DefaultValue("haina-web") @NotBlank String clientId,
        @DefaultValue(DEMO_SECRET) @NotBlank String clientSecret,
        @DefaultValue("haina-api") @NotBlank String audience,
        @DefaultValue("citizen-cloud") String citizenBroker,
        @DefaultValue("3s") Duration timeout,
        @DefaultValue("10h") Duration sessionLimit) {

    /** The secret in the demo realm file, public by nature. */
    static final String DEMO_SECRET = "haina-web-demo-secret";

    String endpoint(String name) {
        return issuer + endpoints + "/" + name;
    }

    String origin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
