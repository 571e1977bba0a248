package org.haina.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hand-written pages say nothing the code does not. */
class PagesOfDocumentationTests {

    private static final Path ROOT = Path.of("..");
    private static final String SOURCES = sources();

    @Test
    void the_list_of_problems_names_every_type_and_no_other() {
        Set<String> inCode = new TreeSet<>();
        collect("new Problem\\(\\s*[A-Za-z_.]+,\\s*\"([a-z-]+)\"", SOURCES, inCode);
        collect("\\(\\d{3}, \"([a-z-]+)\", \"", SOURCES, inCode);
        collect("(?:problem|detail)\\(\\s*HttpStatus\\.[A-Z_]+,\\s*\"([a-z-]+)\"", SOURCES, inCode);
        Set<String> onPage = new TreeSet<>();
        collect("(?m)^\\| `([a-z-]+)` \\| \\d", read("docs/problems.md"), onPage);

        assertThat(onPage).hasSizeGreaterThan(15).isEqualTo(inCode);
    }

    @Test
    void the_glossary_names_types_that_exist() {
        Set<String> named = new TreeSet<>();
        collect("`([A-Z][A-Za-z_]+)`", read("docs/glossary.md"), named);

        assertThat(named).hasSizeGreaterThan(50).allSatisfy(name -> assertThat(SOURCES)
                .containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void every_setting_from_the_environment_is_in_the_table() {
        Set<String> used = new TreeSet<>();
        collect("\\$\\{(HAINA_[A-Z_]+):", read("service/src/main/resources/application.yaml"), used);
        collect("\\$\\{(HAINA_[A-Z_]+):-", read("haina"), used);

        String page = read("docs/operations.md");
        assertThat(used).hasSizeGreaterThan(15).allSatisfy(name -> assertThat(page)
                .contains("`" + name + "`"));
    }

    @Test
    void links_between_pages_lead_somewhere() throws IOException {
        try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
            Stream.concat(Stream.of(ROOT.resolve("README.md")), pages)
                    .filter(page -> page.toString().endsWith(".md"))
                    .forEach(PagesOfDocumentationTests::followLinks);
        }
    }

    private static void followLinks(Path page) {
        Set<String> targets = new TreeSet<>();
        collect("\\]\\(([^)#:]+)\\)", read(page), targets);
        Path folder = page.toAbsolutePath().normalize().getParent();
        assertThat(targets).as(page.toString()).allSatisfy(target -> assertThat(folder.resolve(target))
                .exists());
    }

    private static void collect(String pattern, String text, Set<String> found) {
        Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(found::add);
    }

    private static String sources() {
        return Stream.of("service", "processes", "forms", "certificates", "integrations")
                .map(module -> ROOT.resolve(module).resolve("src/main/java"))
                .flatMap(PagesOfDocumentationTests::java)
                .map(PagesOfDocumentationTests::read)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Path> java(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String path) {
        return read(ROOT.resolve(path));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
