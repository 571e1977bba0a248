package org.haina.service.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The script beside a repository that is nothing but folders, with its own home and nothing on its path but what it may
 * need: a Maven that builds nothing, and a Java that runs {@link StubPart} whatever it is asked to run.
 */
final class Workshop {

    private static final List<String> HEARING = hearing();

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> TOOLS = List.of(
            ("awk base64 basename bash cat cp cut date df dirname du echo env find grep gzip head kill mkdir mv node ps rm"
                            + " sed sh sha256sum sleep sort tar touch tr xargs")
                    .split(" "));

    final Path home;
    final int port = freePort();
    private final Path folder;
    private final Path root;
    private final Path tools;
    private final Map<String, String> environment = new HashMap<>();

    /** What the script said and how it ended. */
    record Ending(int code, String out, String err) {}

    Workshop(Path folder) throws IOException {
        this.folder = folder;
        this.root = Files.createDirectories(folder.resolve("repository"));
        this.tools = Files.createDirectories(folder.resolve("tools"));
        this.home = Files.createDirectories(folder.resolve("home"));
        for (String part : List.of(".mvn", "processes", "forms", "certificates", "integrations", "service", "docs")) {
            Files.createDirectories(root.resolve(part));
        }
        for (String file : List.of(
                "haina",
                "pom.xml",
                "docs/bench-floor.json",
                "service/src/main/keycloak/haina-realm.json",
                "service/src/main/keycloak/citizen-cloud-realm.json")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.copy(REPOSITORY.resolve(file), root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), found(tool));
        }
        executable("mvn", "echo 'Apache Maven 3.9.0'");
        executable("javac", "true");
        executable(
                "java",
                "[ \"$1\" != -version ] || { echo 'openjdk version \"17.0.1\"' >&2; exit 0; }\nexec '"
                        + Path.of(System.getProperty("java.home"), "bin", "java") + "' -Xmx32m -cp '"
                        + Path.of("target/test-classes").toAbsolutePath() + "' " + StubPart.class.getName()
                        + " \"$@\"");
        environment.putAll(Map.of(
                "PATH", tools.toString(),
                "HAINA_HOME", home.toString(),
                "HAINA_PORT", String.valueOf(port),
                "HAINA_KEYCLOAK_PORT", String.valueOf(freePort()),
                "HAINA_SANDBOX_PORT", String.valueOf(freePort())));
    }

    /** As after an earlier run: built, the login server prepared. */
    Workshop built() throws IOException {
        String version = Files.readString(root.resolve("pom.xml"))
                .replaceAll("(?s).*<keycloak.version>(.*?)</keycloak.version>.*", "$1");
        Path keycloak = Files.createDirectories(home.resolve("keycloak/keycloak-" + version));
        Files.createFile(keycloak.resolve("version.txt"));
        Files.createFile(keycloak.resolve("built"));
        Files.createDirectories(home.resolve("app"));
        Files.createFile(home.resolve("app/haina.jar"));
        Files.createFile(home.resolve("app/stamp"));
        return this;
    }

    Workshop with(String variable, Object value) {
        environment.put(variable, String.valueOf(value));
        return this;
    }

    Workshop without(String tool) throws IOException {
        Files.delete(tools.resolve(tool));
        return this;
    }

    /** Runs to its end; nobody answers its questions. */
    Ending run(String... arguments) throws Exception {
        Process process = start(arguments);
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            process.destroy();
        }
        return ending(process);
    }

    Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.of(
                                HEARING.stream(),
                                Stream.of(root.resolve("haina").toString()),
                                Stream.of(arguments))
                        .flatMap(Function.identity())
                        .toList())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    Ending ending(Process process) throws IOException {
        return new Ending(process.exitValue(), said(), Files.readString(folder.resolve("err")));
    }

    String said() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    /** The process of a part, as the script noted it. */
    ProcessHandle part(String name) throws IOException {
        String noted = Files.readString(home.resolve("run").resolve(name + ".pid"));
        return ProcessHandle.of(Long.parseLong(noted.substring(0, noted.indexOf(' '))))
                .orElseThrow();
    }

    private void executable(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A test run in the background is born deaf to Ctrl-C, and so would be whatever it starts. */
    private static List<String> hearing() {
        List<String> command = List.of(found("env").toString(), "--default-signal=INT,HUP,TERM");
        try {
            Process tried = new ProcessBuilder(
                            Stream.concat(command.stream(), Stream.of("true")).toList())
                    .start();
            return tried.waitFor() == 0 ? command : List.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path found(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no " + tool));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
