package org.haina.integrations.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All licences in the store: the demo persons' own and what was registered, with their present status and file. */
final class LicenceShelf {

    static final String AUTHORITY = "licence-store";

    private final People people;
    private final Ledger ledger;
    private final Path files;
    private final DemoLicences demo = new DemoLicences();

    LicenceShelf(People people, Ledger ledger, Path directory) {
        this.people = people;
        this.ledger = ledger;
        this.files = directory.resolve("files");
    }

    List<ObjectNode> of(String holder) {
        var own = people.find(holder).map(demo::of).orElseGet(List::of);
        return Stream.concat(own.stream(), registered().filter(licence -> isHeldBy(licence, holder)))
                .map(this::withStatus)
                .toList();
    }

    Optional<ObjectNode> find(String id) {
        return Stream.concat(people.all().stream().flatMap(person -> demo.of(person).stream()), registered())
                .filter(licence -> licence.path("ZZBS").asText().equals(id))
                .findFirst()
                .map(this::withStatus);
    }

    /** The file: as registered, or drawn from the surface data with the note what it may be used for. */
    byte[] file(ObjectNode licence, String cause) {
        var digest = licence.path("WJZY").asText();
        if (digest.isEmpty()) {
            return drawn(licence, cause);
        }
        try {
            return Files.readAllBytes(files.resolve(digest + ".pdf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a file under its digest. */
    String keep(byte[] file) {
        var digest = digest(file);
        try {
            Files.createDirectories(files);
            var whole = Files.createTempFile(files, "incoming", ".tmp");
            Files.write(whole, file);
            Files.move(whole, files.resolve(digest + ".pdf"), StandardCopyOption.ATOMIC_MOVE);
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<ObjectNode> registered() {
        return ledger.effects(AUTHORITY, "register").stream()
                .map(effect -> effect.body().deepCopy().put("ZZZT", "01"));
    }

    private static boolean isHeldBy(ObjectNode licence, String holder) {
        return licence.path("CZZTDM").asText().equalsIgnoreCase(holder);
    }

    private ObjectNode withStatus(ObjectNode licence) {
        ledger.effects(AUTHORITY, "status").stream()
                .map(Ledger.Effect::body)
                .filter(change -> change.path("ZZBS").equals(licence.path("ZZBS")))
                .forEach(change -> licence.put("ZZZT", change.path("ZZZT").asText()));
        return licence;
    }

    private static byte[] drawn(ObjectNode licence, String cause) {
        var lines = new ArrayList<>(List.of("演示数据 无效", licence.path("ZZMC").asText(), ""));
        licence.path("surface")
                .forEach(field -> lines.add(
                        field.path("desc").asText() + "：" + field.path("value").asText()));
        if (!cause.isEmpty()) {
            lines.addAll(List.of("", "仅供办理以下事务使用：", cause));
        }
        return DemoPdf.of(lines);
    }
}
