package org.haina.service.signin;

import java.util.concurrent.atomic.AtomicBoolean;
import org.haina.service.keys.RefusedStartException;
import org.haina.service.signin.DemoSign.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Outside demo mode nothing made for the demo may be in use: no published secret, and no login server that bears a sign
 * of the demo's. The login server may be late, so it is asked at start and, until it answers, before each login and each
 * token: what it vouches for is not believed before.
 */
@Component
class ProductionGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ProductionGuard.class);

    private final SigninSettings settings;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean clean;

    ProductionGuard(SigninSettings settings, Environment environment) {
        this.settings = settings;
        this.clean = environment.getProperty("haina.demo", Boolean.class, false);
        if (clean) {
            return;
        }
        refuseDefaults(environment);
        if (examine() == Finding.DEMO) {
            throw new RefusedStartException(
                    "the login server has the demo accounts or secrets, import the production realm instead"
                            + " (or set HAINA_DEMO=true for a demo)");
        }
    }

    /** False until it is sure that the login server is not the demo's. One caller asks it, the others need not wait. */
    boolean trustsLoginServer() {
        if (!clean && asking.compareAndSet(false, true)) {
            try {
                if (examine() == Finding.DEMO) {
                    LOG.error("No logins and no tokens: the login server has the demo accounts or secrets");
                }
            } finally {
                asking.set(false);
            }
        }
        return clean;
    }

    private void refuseDefaults(Environment environment) {
        if (SigninSettings.DEMO_SECRET.equals(settings.clientSecret())) {
            throw new RefusedStartException("HAINA_OIDC_CLIENT_SECRET is the published demo secret, set your own"
                    + " (or set HAINA_DEMO=true for a demo)");
        }
        if (environment.getProperty("spring.datasource.url", "").isBlank()) {
            return;
        }
        if ("haina_app".equals(environment.getProperty("spring.datasource.password"))) {
            throw new RefusedStartException("HAINA_DB_PASSWORD is the published demo password, set your own");
        }
        if ("haina_owner".equals(environment.getProperty("spring.flyway.password"))) {
            throw new RefusedStartException("HAINA_DB_OWNER_PASSWORD is the published demo password, set your own");
        }
    }

    /** Clean only if each sign was answered, and each with no. */
    private Finding examine() {
        for (DemoSign sign : DemoSign.ALL) {
            Finding finding = sign.at(settings);
            if (finding != Finding.CLEAN) {
                return finding;
            }
        }
        clean = true;
        return Finding.CLEAN;
    }
}
