package org.haina.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The items of this repository, as their folders say: tests of all of them take in a new one by themselves. */
public final class ShippedItems {

    private ShippedItems() {}

    /** Keys in alphabetical order. */
    public static List<String> keys() {
        try (Stream<Path> files = Files.find(
                Path.of("../processes"), 3, (file, found) -> file.endsWith("item.yaml") && found.isRegularFile())) {
            return files.map(file -> file.getParent().getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
