package org.haina.service.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Outside demo mode nothing made for the demo may be in use: no published secret, and no login server that knows the
 * demo client. The login server may be late, so it is asked at start and, until it answers, before each login.
 */
@Component
class ProductionGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ProductionGuard.class);
    private static final String DEMO_LOGIN =
            "grant_type=password&client_id=demo-cli&username=operator.city&password=haina-demo";

    private final SigninSettings settings;
    private volatile boolean clean;

    ProductionGuard(SigninSettings settings, Environment environment) {
        this.settings = settings;
        this.clean = environment.getProperty("haina.demo", Boolean.class, false);
        if (clean) {
            return;
        }
        refuseDefaults(environment);
        if (probe() == Finding.DEMO) {
            throw new RefusedStartException(
                    "the login server has the demo accounts, import the production realm instead"
                            + " (or set HAINA_DEMO=true for a demo)");
        }
    }

    /** False until it is sure that the login server is not the demo's. */
    boolean admitsLogins() {
        if (!clean && probe() == Finding.DEMO) {
            LOG.error("No logins: the login server has the demo accounts");
        }
        return clean;
    }

    private void refuseDefaults(Environment environment) {
        if (SigninSettings.DEMO_SECRET.equals(settings.clientSecret())) {
            throw new RefusedStartException("HAINA_OIDC_CLIENT_SECRET is the published demo secret, set your own"
                    + " (or set HAINA_DEMO=true for a demo)");
        }
        boolean external = !environment.getProperty("spring.datasource.url", "").isBlank();
        if (external && "haina_app".equals(environment.getProperty("spring.datasource.password"))) {
            throw new RefusedStartException("HAINA_DB_PASSWORD is the published demo password, set your own");
        }
    }

    private Finding probe() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.endpoint("token")))
                .timeout(settings.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(DEMO_LOGIN))
                .build();
        try {
            var response = HttpClient.newBuilder()
                    .connectTimeout(settings.timeout())
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            Finding finding = Finding.of(response);
            clean = finding == Finding.CLEAN;
            return finding;
        } catch (IOException e) {
            return Finding.SILENT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.SILENT;
        }
    }

    enum Finding {
        CLEAN,
        DEMO,
        SILENT;

        /** A login server without the demo client says {@code invalid_client} (RFC 6749 5.2), whatever the password. */
        static Finding of(HttpResponse<String> response) {
            if (response.statusCode() == 200 || response.body().contains("invalid_grant")) {
                return DEMO;
            }
            boolean unknown = response.body().contains("invalid_client")
                    || response.body().contains("unauthorized_client");
            return unknown ? CLEAN : SILENT;
        }
    }
}
