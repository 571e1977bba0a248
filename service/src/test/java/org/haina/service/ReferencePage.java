package org.haina.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page some of whose tables come from code. Above such a table stands {@code <!-- code: NAME -->}; all cells but the last are
 * the code's, the last is written by hand and kept. {@code -Dhaina.docs.write=true} writes the code's anew.
 */
public final class ReferencePage {

    private final Path page;

    public ReferencePage(String page) {
        this.page = Path.of("..").resolve(page);
    }

    /** @param rows the code's cells of each row, the first of which no other row has */
    public void hasTable(String name, List<List<String>> rows) {
        String now = read();
        String right = replaced(now, name, rows);
        if (Boolean.getBoolean("haina.docs.write")) {
            write(right);
            now = right;
        }

        assertThat(now).as("run this test with -Dhaina.docs.write=true").isEqualTo(right);
        assertThat(cells(now, name))
                .as("each row of " + name + " is explained")
                .noneMatch(row -> row.get(row.size() - 1).isBlank());
    }

    /** The rows of a table as they stand there. */
    public List<List<String>> table(String name) {
        return cells(read(), name);
    }

    private static List<List<String>> cells(String text, String name) {
        List<List<String>> rows =
                lines(text, name).skip(2).map(ReferencePage::split).toList();
        assertThat(rows).as("table " + name).isNotEmpty();
        return rows;
    }

    private static Stream<String> lines(String text, String name) {
        return text.substring(start(text, name)).lines().takeWhile(line -> line.startsWith("|"));
    }

    private static int start(String text, String name) {
        String mark = "<!-- code: " + name + " -->\n";
        assertThat(text).containsOnlyOnce(mark);
        return text.indexOf(mark) + mark.length();
    }

    private static List<String> split(String line) {
        return Stream.of(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static String replaced(String text, String name, List<List<String>> rows) {
        List<String> old = lines(text, name).toList();
        Map<String, String> meanings = new HashMap<>();
        old.stream()
                .skip(2)
                .map(ReferencePage::split)
                .forEach(row -> meanings.put(row.get(0), row.get(row.size() - 1)));
        List<String> table = new ArrayList<>(old.subList(0, 2));
        rows.forEach(row ->
                table.add("| " + String.join(" | ", row) + " | " + meanings.getOrDefault(row.get(0), "") + " |"));
        int start = start(text, name);
        int end = start + String.join("\n", old).length();
        return text.substring(0, start) + String.join("\n", table) + text.substring(end);
    }

    private String read() {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(page, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
