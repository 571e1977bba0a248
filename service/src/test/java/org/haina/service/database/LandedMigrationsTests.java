package org.haina.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Data of an earlier version starts only if its migrations are unchanged and every new one has a higher number. The list
 * of those that landed grows at its end.
 */
class LandedMigrationsTests {

    private final List<String> landed = landed();

    @Test
    void every_migration_is_as_it_landed_and_a_new_one_is_listed_at_the_end() throws IOException {
        List<String> files = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql"))
                .map(LandedMigrationsTests::line)
                .toList();

        assertThat(landed)
                .as("landed-migrations.txt: name and SHA-256 of each file; append the line of a new one")
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void each_has_a_higher_number_than_all_before() {
        List<Integer> versions = landed.stream()
                .map(line -> Integer.valueOf(line.substring(1, line.indexOf("__"))))
                .toList();

        assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    private static List<String> landed() {
        try (InputStream list = LandedMigrationsTests.class.getResourceAsStream("/landed-migrations.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Resource migration) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(migration.getContentAsByteArray());
            return migration.getFilename() + " " + HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
