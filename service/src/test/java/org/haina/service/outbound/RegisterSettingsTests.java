package org.haina.service.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.haina.integrations.AuthoritySettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

class RegisterSettingsTests {

    private static final URI SANDBOX = URI.create("http://127.0.0.1:8190");

    @Test
    void a_real_authority_takes_the_place_of_its_sandbox() {
        Map<String, String> properties = new HashMap<>();
        properties.put("haina.registers.url", SANDBOX.toString());
        properties.put("haina.registers.authorities.diploma.base-url", "https://diploma.example/api");
        properties.put("haina.registers.authorities.diploma.client-id", "haina");
        properties.put("haina.registers.authorities.diploma.secret", "from-the-environment");
        properties.put("haina.registers.authorities.diploma.read-timeout", "5s");

        RegisterSettings settings = new Binder(new MapConfigurationPropertySource(properties))
                .bind("haina.registers", RegisterSettings.class)
                .get();

        AuthoritySettings diploma = settings.integrations().diploma();
        assertThat(diploma.baseUrl()).isEqualTo(URI.create("https://diploma.example/api"));
        assertThat(diploma.readTimeout()).hasSeconds(5);
        assertThat(settings.integrations().hospital().baseUrl().toString()).startsWith(SANDBOX.toString());
    }

    @Test
    void production_never_reaches_a_register_with_the_demo_secret() {
        RegisterSettings settings = new RegisterSettings(SANDBOX, Map.of());
        MockEnvironment production = new MockEnvironment().withProperty("haina.demo", "false");

        assertThatThrownBy(() -> new OutboundConfiguration()
                        .authorities(
                                settings,
                                new DefaultListableBeanFactory().getBeanProvider(LicenceTypeSource.class),
                                Clock.systemUTC(),
                                production))
                .hasMessageContaining("demo secret");
    }

    @Test
    void a_register_nobody_knows_is_a_mistake_in_the_settings() {
        AuthoritySettings any = AuthoritySettings.of(SANDBOX, "a", "b");

        assertThatThrownBy(() -> new RegisterSettings(SANDBOX, Map.of("weather", any)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
