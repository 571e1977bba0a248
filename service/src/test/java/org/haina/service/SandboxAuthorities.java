package org.haina.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.haina.integrations.sandbox.SandboxServer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The sandbox authorities on a free port; shared by all tests, so a test that disturbs one starts its own. */
public final class SandboxAuthorities {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SandboxAuthorities() {}

    /** Makes a person known to every authority. */
    static void admit(SandboxServer sandbox, ObjectNode person) {
        send(sandbox, "persons", request -> request.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(person.toString())));
    }

    /** What an authority has done of one kind, oldest first. */
    public static List<JsonNode> effects(SandboxServer sandbox, String authority, String kind) {
        try {
            JsonNode state = JSON.readTree(send(sandbox, authority, HttpRequest.Builder::GET));
            return StreamSupport.stream(state.path("effects").spliterator(), false)
                    .filter(effect -> effect.path("kind").asText().equals(kind))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String send(SandboxServer sandbox, String control, UnaryOperator<HttpRequest.Builder> asked) {
        var request = asked.apply(HttpRequest.newBuilder(sandbox.uri().resolve("/control/" + control)));
        try {
            var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

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
