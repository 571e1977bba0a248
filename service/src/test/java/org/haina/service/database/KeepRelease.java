package org.haina.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * Keeps what a release leaves behind for the tests of all later ones; no test of a run. {@code -Dhaina.release.home} is
 * what {@code ./haina run} left, stopped, {@code -Dhaina.release.name} the day of the release.
 */
class KeepRelease {

    @Test
    void keep() throws IOException, SQLException {
        Path archive = Path.of("src/test/resources/releases", System.getProperty("haina.release.name") + ".zip");

        ReleaseDump.write(Path.of(System.getProperty("haina.release.home")), archive);

        assertThat(archive).isNotEmptyFile();
    }
}
