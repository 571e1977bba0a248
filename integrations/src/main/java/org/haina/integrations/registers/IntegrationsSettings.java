package org.haina.integrations.registers;

import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.haina.integrations.AuthoritySettings;

/** Where the authorities are. */
public record IntegrationsSettings(
        AuthoritySettings citizenCloud,
        AuthoritySettings publicSecurity,
        AuthoritySettings diploma,
        AuthoritySettings teacherSystem,
        AuthoritySettings hospital,
        AuthoritySettings licenceStore,
        AuthoritySettings examAuthority,
        AuthoritySettings businessRegistry,
        AuthoritySettings civilAffairs,
        AuthoritySettings credit) {

    /** Our identity at the sandbox authorities. */
    public static final String SANDBOX_CLIENT = "haina-demo";

    /** The secret the sandbox authorities accept; no production start may use it. */
    public static final String SANDBOX_SECRET = "haina-demo-secret";

    /** The sandbox at the given base URL, such as {@code http://127.0.0.1:8190}. */
    public static IntegrationsSettings sandbox(URI base) {
        return new IntegrationsSettings(
                at(base, "citizen-cloud"),
                at(base, "public-security"),
                at(base, "diploma"),
                at(base, "teacher-system"),
                at(base, "hospital"),
                at(base, "licence-store"),
                at(base, "exam-authority"),
                at(base, "business-registry"),
                at(base, "civil-affairs"),
                at(base, "credit"));
    }

    /** The same authorities with other waiting times. */
    public IntegrationsSettings waiting(Duration read, Duration breaker) {
        UnaryOperator<AuthoritySettings> change = settings -> settings.waiting(read, breaker);
        return new IntegrationsSettings(
                change.apply(citizenCloud),
                change.apply(publicSecurity),
                change.apply(diploma),
                change.apply(teacherSystem),
                change.apply(hospital),
                change.apply(licenceStore),
                change.apply(examAuthority),
                change.apply(businessRegistry),
                change.apply(civilAffairs),
                change.apply(credit));
    }

    /** Whether any authority is reached with the demo secret: a production start refuses this. */
    public boolean usesDemoSecret() {
        return Stream.of(
                        citizenCloud,
                        publicSecurity,
                        diploma,
                        teacherSystem,
                        hospital,
                        licenceStore,
                        examAuthority,
                        businessRegistry,
                        civilAffairs,
                        credit)
                .anyMatch(settings -> settings.secret().equals(SANDBOX_SECRET));
    }

    private static AuthoritySettings at(URI base, String authority) {
        return AuthoritySettings.of(
                URI.create(base.toString().replaceFirst("/$", "") + "/" + authority), SANDBOX_CLIENT, SANDBOX_SECRET);
    }
}
