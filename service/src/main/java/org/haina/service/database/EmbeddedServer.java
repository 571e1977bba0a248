package org.haina.service.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL below our own directory, with durable settings, surviving a kill of this process. */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    /** The library starts the server with fsync and synchronous commit off; a later setting wins, so both are said. */
    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "listen_addresses", "127.0.0.1",
            "shared_buffers", "256MB",
            "max_wal_size", "2GB",
            "timezone", "Asia/Shanghai",
            "max_connections", "120");

    private final EmbeddedPostgres postgres;

    private EmbeddedServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * A cluster whose creation was cut off has never held data and is made anew: its mark stands from before the first
     * file until the server has answered. An ephemeral one never outlives its run.
     */
    static EmbeddedServer start(DatabaseSettings settings) {
        Path home = settings.directory().toAbsolutePath();
        Path cluster = home.resolve("cluster");
        stopOrphan(cluster);
        Path unfinished = home.resolve("cluster.unfinished");
        try {
            Files.createDirectories(home);
            if (settings.ephemeral() || Files.exists(unfinished)) {
                FileSystemUtils.deleteRecursively(cluster);
            }
            if (!Files.exists(cluster)) {
                Files.writeString(unfinished, "being created\n");
            }
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(settings.ephemeral())
                    .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setPort(settings.port());
            DURABLE.forEach(builder::setServerConfig);
            EmbeddedPostgres started = builder.start();
            Files.deleteIfExists(unfinished);
            return new EmbeddedServer(started);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start in " + home, e);
        }
    }

    /** A killed JVM leaves its server behind, which holds the cluster; it is asked to stop before a new one starts. */
    private static void stopOrphan(Path cluster) {
        ownerOf(cluster).ifPresent(process -> {
            LOG.info("Stopping the PostgreSQL server {} left behind by an earlier run", process.pid());
            process.destroy();
            try {
                process.onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("PostgreSQL process " + process.pid() + " does not stop", e);
            }
        });
    }

    private static Optional<ProcessHandle> ownerOf(Path cluster) {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::trim)
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of)
                    .filter(p -> p.info().command().orElse("").endsWith("postgres"));
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException("Unreadable " + pidFile, e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database
                + "?reWriteBatchedInserts=true&tcpKeepAlive=true&connectTimeout=5&socketTimeout=60";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
