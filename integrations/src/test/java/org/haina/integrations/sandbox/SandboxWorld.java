package org.haina.integrations.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.haina.integrations.DemoPerson;
import org.haina.integrations.DemoPersons;
import org.haina.integrations.licencestore.LicenceTypes;
import org.haina.integrations.registers.Answer;
import org.haina.integrations.registers.Authorities;
import org.haina.integrations.registers.IntegrationsSettings;
import org.haina.integrations.registers.RegisterRequest;

/** A running sandbox and the adapters that talk to it. */
public final class SandboxWorld implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.systemUTC();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private SandboxServer server;
    private Authorities authorities;

    public SandboxWorld(Path directory) throws IOException {
        this.directory = directory;
        this.server = SandboxServer.start(0, directory, CLOCK);
        this.authorities = adapters(Duration.ofSeconds(5));
    }

    public Authorities adapters(Duration readTimeout) {
        var settings = IntegrationsSettings.sandbox(server.uri()).waiting(readTimeout, Duration.ofMillis(300));
        return new Authorities(settings, LicenceTypes.standard(), CLOCK);
    }

    public Authorities authorities() {
        return authorities;
    }

    /** Ends the process's part of the sandbox and starts it anew over the same directory, on the same port. */
    public void restart() throws IOException {
        int port = server.port();
        server.close();
        server = SandboxServer.start(port, directory, CLOCK);
    }

    public SandboxServer server() {
        return server;
    }

    public Answer ask(String register, String query, ObjectNode parameters) {
        return ask(register, query, requestId(), parameters);
    }

    public Answer ask(String register, String query, String requestId, ObjectNode parameters) {
        return authorities.registers().ask(new RegisterRequest(register, query, parameters, requestId, "教师资格认定"));
    }

    public JsonNode control(String authority, String parameters) throws IOException {
        return send(HttpRequest.newBuilder(server.uri().resolve("/control/" + authority + "?" + parameters))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    public JsonNode post(String path, String body) throws IOException {
        return send(HttpRequest.newBuilder(server.uri().resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public JsonNode effects(String authority) throws IOException {
        return send(HttpRequest.newBuilder(server.uri().resolve("/control/" + authority)))
                .path("effects");
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            return JSON.readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8))
                    .body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String requestId() {
        return UUID.randomUUID().toString();
    }

    public static DemoPerson person(String key) {
        return DemoPersons.get().findByKey(key).orElseThrow();
    }

    public static ObjectNode parameters(String... pairs) {
        var parameters = JSON.createObjectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put(pairs[i], pairs[i + 1]);
        }
        return parameters;
    }

    /** Name and ID number of a demo person. */
    public static ObjectNode of(String key) {
        return parameters("name", person(key).name(), "idNumber", person(key).idNumber());
    }

    /** Waits at most ten seconds for a condition. */
    public static void until(BooleanSupplier condition) {
        var end = Instant.now().plusSeconds(10);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Condition not met in time");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
