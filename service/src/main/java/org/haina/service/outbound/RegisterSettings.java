package org.haina.service.outbound;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.haina.integrations.AuthoritySettings;
import org.haina.integrations.registers.IntegrationsSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the authorities are.
 *
 * @param url the sandbox authorities (environment {@code HAINA_REGISTERS_URL}); used for every register not named below
 * @param authorities real ones by register, e.g. {@code public-security}: base URL, client id, secret, waiting times
 */
@Validated
@ConfigurationProperties("haina.registers")
record RegisterSettings(
        @DefaultValue("http://127.0.0.1:8190") URI url, @DefaultValue Map<String, AuthoritySettings> authorities) {

    private static final Set<String> REGISTERS = Set.of(
            "citizen-cloud",
            "public-security",
            "diploma",
            "teacher-system",
            "hospital",
            "licence-store",
            "exam-authority",
            "business-registry",
            "civil-affairs",
            "credit");

    RegisterSettings {
        if (!REGISTERS.containsAll(authorities.keySet())) {
            throw new IllegalArgumentException("Unknown registers among " + authorities.keySet());
        }
    }

    IntegrationsSettings integrations() {
        IntegrationsSettings sandbox = IntegrationsSettings.sandbox(url);
        return new IntegrationsSettings(
                authorities.getOrDefault("citizen-cloud", sandbox.citizenCloud()),
                authorities.getOrDefault("public-security", sandbox.publicSecurity()),
                authorities.getOrDefault("diploma", sandbox.diploma()),
                authorities.getOrDefault("teacher-system", sandbox.teacherSystem()),
                authorities.getOrDefault("hospital", sandbox.hospital()),
                authorities.getOrDefault("licence-store", sandbox.licenceStore()),
                authorities.getOrDefault("exam-authority", sandbox.examAuthority()),
                authorities.getOrDefault("business-registry", sandbox.businessRegistry()),
                authorities.getOrDefault("civil-affairs", sandbox.civilAffairs()),
                authorities.getOrDefault("credit", sandbox.credit()));
    }
}
