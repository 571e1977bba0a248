package org.haina.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be seen in the sources of all modules only: sizes, words that must not be there, packages unexplained. */
class SourceFencesTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES =
            List.of("processes", "forms", "certificates", "integrations", "service");
    private static final int LONGEST = 250;

    /** Split so that this file does not find itself. */
    private static final Pattern SWITCHED_OFF =
            Pattern.compile("@Dis" + "abled|@En" + "abledIf|@En" + "abledOn|assum" + "eTrue|assum" + "eThat|assum"
                    + "eFalse|Assum" + "ptions\\.|Thread\\.sl" + "eep|TimeUnit\\.\\w+\\.sl" + "eep");

    /** Every way of Thymeleaf's to write without escaping, or to evaluate what an expression gave. */
    private static final Pattern UNESCAPED = Pattern.compile(
            "(?i)(?:data-)?th[:-]utext\\s*=\\s*(?:\"[^\"]*\"|'[^']*')|\\[\\([^)]*\\)?\\)]|__\\$\\{[^}]*}__|th:inline");

    @Test
    void no_class_is_longer_than_250_lines_of_code() {
        Map<String, Long> tooLong = new TreeMap<>();
        List<Path> sources = sources("src/main/java");
        for (Path source : sources) {
            long lines = linesOfCode(source);
            if (lines > LONGEST) {
                tooLong.put(name(source), lines);
            }
        }

        assertThat(sources).hasSizeGreaterThan(400);
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_test_is_switched_off_and_none_sleeps() {
        List<Path> tests = sources("src/test/java");

        assertThat(tests).hasSizeGreaterThan(80);
        assertThat(tests)
                .allSatisfy(test ->
                        assertThat(withoutComments(read(test))).as(name(test)).doesNotContainPattern(SWITCHED_OFF));
    }

    @Test
    void every_package_explains_itself() {
        Map<Path, List<Path>> packages =
                sources("src/main/java").stream().collect(Collectors.groupingBy(Path::getParent));

        assertThat(packages).hasSizeGreaterThan(35);
        assertThat(packages.keySet()).allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(read(info)).as(name(info)).contains("@NullMarked").containsPattern("(?s)^/\\*\\*.{40,}?\\*/");
        });
    }

    @Test
    void every_feature_declares_what_it_may_use() {
        List<Path> features = sources("src/main/java").stream()
                .filter(file -> name(file).matches(".*/org/haina/service/\\w+/package-info\\.java"))
                .toList();

        assertThat(features).hasSizeGreaterThan(20);
        assertThat(features)
                .allSatisfy(info ->
                        assertThat(read(info)).as(name(info)).contains("@ApplicationModule(", "allowedDependencies"));
    }

    @Test
    void nobody_is_called_a_manager_or_a_helper() {
        Pattern vague = Pattern.compile("(Manager|Helper|Utils?|Impl|Dto)\\.java$");

        assertThat(sources("src/main/java")).extracting(SourceFencesTests::name).noneMatch(name -> vague.matcher(name)
                .find());
    }

    @Test
    void nothing_is_left_to_be_done() {
        Pattern open = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
        List<String> found = new ArrayList<>();
        Stream.of("src/main/java", "src/test/java")
                .flatMap(part -> sources(part).stream())
                .forEach(file -> {
                    if (open.matcher(read(file)).find()) {
                        found.add(name(file));
                    }
                });

        assertThat(found).isEmpty();
    }

    /** Markup that is not escaped comes from our own code only: drawings of models, bars of a case number. */
    @Test
    void text_goes_into_pages_unescaped_at_known_places_only() throws IOException {
        Path templates = ROOT.resolve("service/src/main/resources/templates");
        Map<String, List<String>> unescaped = new TreeMap<>();
        List<Path> pages;
        try (Stream<Path> files = Files.walk(templates)) {
            pages = files.filter(Files::isRegularFile).toList();
        }
        for (Path page : pages) {
            List<String> places = UNESCAPED
                    .matcher(read(page))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            if (!places.isEmpty()) {
                unescaped.put(templates.relativize(page).toString(), places);
            }
        }

        assertThat(pages).hasSizeGreaterThan(40);
        assertThat(unescaped)
                .isEqualTo(Map.of(
                        "guide/item.html", List.of("th:utext=\"${diagram}\""),
                        "portal/case.html", List.of("th:utext=\"${diagram}\""),
                        "portal/receipt.html", List.of("th:utext=\"${barcode}\"")));
    }

    private static List<Path> sources(String part) {
        return MODULES.stream()
                .flatMap(module -> walk(ROOT.resolve(module).resolve(part)))
                .toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long linesOfCode(Path source) {
        return withoutComments(read(source))
                .lines()
                .filter(line -> !line.isBlank())
                .count();
    }

    /** Good enough to count: a comment mark inside a text only makes the count smaller by that line. */
    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*\\*?(?!/).*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
