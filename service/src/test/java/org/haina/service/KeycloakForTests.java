package org.haina.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.util.FileSystemUtils;

/**
 * The real login server with both demo realms, started by the first test that asks for it and stopped with the test
 * run. The service knows its address from the beginning: it starts without the login server.
 */
public final class KeycloakForTests {

    private static final int PORT = freePort();
    private static final String URL = "http://localhost:" + PORT;
    private static final Path REALMS = Path.of("src/main/keycloak").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static boolean running;

    private KeycloakForTests() {}

    /**
     * @param servicePort where the service listens; the realms allow its addresses only
     * @return address of realm {@code haina}
     */
    public static synchronized String running(int servicePort) {
        if (!running) {
            try {
                start(servicePort);
            } catch (IOException e) {
                throw new UncheckedIOException("The login server did not start, see target/keycloak.log", e);
            }
            running = true;
        }
        return URL + "/realms/haina";
    }

    private static void start(int servicePort) throws IOException {
        Path home = unpacked();
        if (!Files.exists(home.resolve("built"))) {
            await(run(home, Map.of(), "build", "--db=dev-file"));
            Files.createFile(home.resolve("built"));
        }
        Path imports = home.resolve("data/import");
        FileSystemUtils.deleteRecursively(home.resolve("data"));
        Files.createDirectories(imports);
        for (String realm : List.of("haina-realm.json", "citizen-cloud-realm.json")) {
            Files.copy(REALMS.resolve(realm), imports.resolve(realm), StandardCopyOption.REPLACE_EXISTING);
        }
        Process process = run(
                home,
                Map.of(
                        "HAINA_URL", "http://localhost:" + servicePort,
                        "HAINA_URL_ALIAS", "http://127.0.0.1:" + servicePort,
                        "HAINA_BACKCHANNEL_URL", "http://127.0.0.1:" + servicePort,
                        "KEYCLOAK_URL", URL),
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + PORT,
                "--hostname=" + URL);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitReady(process);
    }

    private static Path unpacked() throws IOException {
        try (var entries = Files.list(Path.of("target/keycloak"))) {
            return entries.filter(entry -> Files.exists(entry.resolve("version.txt")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("target/keycloak is empty: run through Maven once"))
                    .toAbsolutePath();
        }
    }

    /** Without kc.sh, which would be one more process to end. */
    private static Process run(Path home, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target/keycloak.log").toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void await(Process process) throws IOException {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException("Keycloak could not be built");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void awaitReady(Process process) throws IOException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create(URL + "/realms/haina/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (answers(client, question)) {
                return;
            }
        }
        process.destroy();
        throw new IOException("Keycloak is not ready");
    }

    private static boolean answers(HttpClient client, HttpRequest question) {
        try {
            if (client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                return true;
            }
            pause();
        } catch (IOException e) {
            pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        DynamicPropertyRegistrar keycloakAddress() {
            return registry -> registry.add("haina.signin.issuer", () -> URL + "/realms/haina");
        }
    }
}
