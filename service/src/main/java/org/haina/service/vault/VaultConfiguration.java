package org.haina.service.vault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Vault vault(VaultSettings settings, Environment environment, JdbcClient jdbc) {
        boolean demo = environment.getProperty("haina.demo", Boolean.class, false);
        KeyRing ring = new KeyRings(settings, demo).load();
        new KeyRegister(jdbc).admit(ring);
        return new RingVault(ring, settings.suite());
    }
}
