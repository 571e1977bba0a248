package org.haina.service;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service as a process of its own, with its own embedded database, so that it can be killed. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final int port;
    private final int databasePort;

    private ServiceProcess(Process process, int port, int databasePort) {
        this.process = process;
        this.port = port;
        this.databasePort = databasePort;
    }

    /** The child's own entry: the same application under the tests' clock. */
    public static void main(String[] arguments) {
        new SpringApplication(HainaApplication.class, MovableClock.Configuration.class, FailPoint.Configuration.class)
                .run(arguments);
    }

    /** Starts on what an earlier process left in the directory, and waits until it is ready. */
    public static ServiceProcess start(Path home, LocalIssuer issuer, String... settings) {
        ServiceProcess service = launch(home, issuer, settings);
        service.awaitReady();
        return service;
    }

    /** Starts where a {@link FailPoint} is armed that lies on the way, and waits until the process has died of it. */
    public static void startAndFail(Path home, LocalIssuer issuer, String... settings) {
        launch(home, issuer, settings).awaitDeath();
    }

    private static ServiceProcess launch(Path home, LocalIssuer issuer, String... settings) {
        int port = freePort();
        int databasePort = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                ServiceProcess.class.getName(),
                "--server.port=" + port,
                "--haina.demo=true",
                "--haina.catalog.demo-rounds=false",
                "--haina.home=" + home,
                "--haina.database.port=" + databasePort,
                "--haina.signin.issuer=" + issuer.address(),
                "--" + FailPoint.PROPERTY + "=" + FailPoint.file(home)));
        command.addAll(List.of(settings));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(home)));
        builder.environment()
                .put(
                        "CLASSPATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        try {
            return new ServiceProcess(builder.start(), port, databasePort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File log(Path home) {
        return home.resolveSibling(home.getFileName() + ".log").toFile();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    public JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/haina", "haina_app", "haina_app"));
    }

    /** As {@code kill -9}: no shutdown, no flush, the database server left behind. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Waits for the end that a {@link FailPoint} makes. */
    public void awaitDeath() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The service process does not come to the fail-point");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        HttpApi api = new HttpApi(address());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(api)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("The service process does not become ready");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static boolean isReady(HttpApi api) {
        try {
            return api.get("/actuator/health/readiness", "none").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
