package org.haina.service.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * What a release left behind, in one archive: every row, the keys and anchors beside the database, not the files. Rows are
 * loaded into the tables as that release had them, so that the migrations since then run over real data.
 */
public final class ReleaseDump {

    private static final String VERSION = "schema-version";
    private static final String SEQUENCES = "sequences.sql";
    private static final String TABLES = "tables/";
    private static final String BESIDE = "home/";
    private static final List<String> KEPT = List.of("keys", "anchors");

    private static final String OURS =
            """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname in ('haina', 'engine') and c.relkind = '%s'
               and c.relname not in ('flyway_schema_history', 'session', 'session_attributes')
             order by 1""";

    private ReleaseDump() {}

    /**
     * @param home what {@code ./haina run} left, stopped
     */
    public static void write(Path home, Path archive) throws IOException, SQLException {
        Files.createDirectories(archive.getParent());
        try (EmbeddedServer server = start(home);
                Connection admin = admin(server);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            entry(
                    out,
                    VERSION,
                    one(
                            admin,
                            "select version from haina.flyway_schema_history where version is not null"
                                    + " order by installed_rank desc limit 1"));
            for (String table : all(admin, OURS.formatted('r'))) {
                out.putNextEntry(new ZipEntry(TABLES + table));
                admin.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", (OutputStream)
                        out);
            }
            List<String> values = new ArrayList<>();
            for (String sequence : all(admin, OURS.formatted('S'))) {
                values.add(one(
                        admin,
                        "select format('select setval(''%s'', %%s, %%L)', last_value, is_called) from %1$s"
                                .formatted(sequence)));
            }
            entry(out, SEQUENCES, String.join("\n", values));
            for (String part : KEPT) {
                beside(home, home.resolve(part), out);
            }
        }
    }

    /** Makes the directory what that release left: the service can start on it. */
    public static void restore(Path archive, Path home) throws IOException, SQLException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                EmbeddedServer server = start(home)) {
            Bootstrap.prepare(server);
            Flyway.configure()
                    .dataSource(server.url(Bootstrap.DATABASE), Bootstrap.OWNER, Bootstrap.OWNER)
                    .schemas("haina")
                    .defaultSchema("haina")
                    .target(text(zip, VERSION))
                    .load()
                    .migrate();
            engineTables(server);
            try (Connection admin = admin(server)) {
                load(admin, zip);
            }
            for (ZipEntry entry : entries(zip, BESIDE)) {
                Path file = home.resolve(entry.getName().substring(BESIDE.length()));
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }

    private static void load(Connection admin, ZipFile zip) throws SQLException, IOException {
        try (Statement statement = admin.createStatement()) {
            // Neither foreign keys nor triggers: the rows are complete in themselves.
            statement.execute("set session_replication_role = replica");
            for (String table : all(admin, OURS.formatted('r'))) {
                statement.execute("truncate " + table + " cascade");
            }
            for (ZipEntry entry : entries(zip, TABLES)) {
                try (InputStream rows = zip.getInputStream(entry)) {
                    admin.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + entry.getName().substring(TABLES.length()) + " from stdin", rows);
                }
            }
            for (String value : text(zip, SEQUENCES).lines().toList()) {
                statement.execute(value);
            }
        }
    }

    /** The engine brings its tables along; they did not change since 7.24. */
    private static void engineTables(EmbeddedServer server) {
        var engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName("tables of a release");
        engine.setJdbcUrl(server.url(Bootstrap.DATABASE));
        engine.setJdbcDriver("org.postgresql.Driver");
        engine.setJdbcUsername(Bootstrap.RUNTIME);
        engine.setJdbcPassword(Bootstrap.RUNTIME);
        engine.setDatabaseSchemaUpdate("true");
        engine.setJobExecutorActivate(false);
        engine.setEnforceHistoryTimeToLive(false);
        engine.buildProcessEngine().close();
    }

    private static EmbeddedServer start(Path home) {
        return EmbeddedServer.start(new DatabaseSettings(home.resolve("postgres"), 0, false, 4));
    }

    private static Connection admin(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.url(Bootstrap.DATABASE), "postgres", "postgres");
    }

    private static List<ZipEntry> entries(ZipFile zip, String folder) {
        List<ZipEntry> found = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (entry.getName().startsWith(folder)) {
                found.add(entry);
            }
        }
        return found;
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream content = zip.getInputStream(zip.getEntry(name))) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(UTF_8));
    }

    private static void beside(Path home, Path part, ZipOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(BESIDE + home.relativize(file)));
                Files.copy(file, out);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        return all(connection, query).get(0);
    }

    private static List<String> all(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
