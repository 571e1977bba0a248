package org.haina.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.haina.integrations.sandbox.SandboxServer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The sandbox authorities on a free port; shared by all tests, so a test that disturbs one starts its own. */
public final class SandboxAuthorities {

    private SandboxAuthorities() {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean(destroyMethod = "close")
        SandboxServer sandboxServer(Clock clock) throws IOException {
            Path target = Files.createDirectories(Path.of("target"));
            return SandboxServer.start(0, Files.createTempDirectory(target, "sandbox"), clock);
        }

        @Bean
        DynamicPropertyRegistrar sandboxAddress(SandboxServer sandbox) {
            return properties -> properties.add("haina.registers.url", sandbox::uri);
        }
    }
}
