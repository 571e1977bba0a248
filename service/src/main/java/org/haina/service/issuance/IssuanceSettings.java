package org.haina.service.issuance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Issuing and verifying.
 *
 * @param signingKey PKCS#12 file; made at first start in demo mode, refused when missing otherwise
 * @param keyPassword of that file
 * @param trusted certificates (PEM or DER) of earlier signing keys, whose documents still verify
 * @param patience how long a register may be silent until operators are told; calls go on after that
 */
@Validated
@ConfigurationProperties("haina.issuance")
record IssuanceSettings(
        @DefaultValue(".haina/keys/signing.p12") Path signingKey,
        @DefaultValue(DEMO_PASSWORD) String keyPassword,
        @DefaultValue({}) List<Path> trusted,
        @DefaultValue("1h") Duration patience) {

    static final String DEMO_PASSWORD = "haina-demo";

    @Override
    public String toString() {
        return "IssuanceSettings[" + signingKey + "]";
    }
}
