package org.haina.service.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.ItemKey;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An author's folder and the two operators who bring what lies in it to the public. */
public final class Authoring {

    public static final Caller.Official CHECKER = SignedIn.official("operator.checks", "310000", Role.OPERATOR);
    public static final Caller.Official PUBLISHER = SignedIn.official("operator.publishes", "310000", Role.OPERATOR);

    private static final Map<String, byte[]> SHIPPED = Artefacts.read(null);
    private static final AtomicInteger DRAFTS = new AtomicInteger();

    private final Path folder;
    private final AuthorFolder author;
    private final Publishing publishing;
    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final Map<ItemKey, Long> shipped = new HashMap<>();

    public Authoring(ApplicationContext context, Path folder) {
        this.folder = folder;
        this.author = context.getBean(AuthorFolder.class);
        this.publishing = context.getBean(Publishing.class);
        this.catalog = context.getBean(Catalog.class);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    /** Writes a shipped file with one place changed; a file written before is changed further. */
    public Authoring change(String path, String right, String wrong) throws IOException {
        String text = text(path);
        assertThat(text).contains(right);
        write(path, text.replace(right, wrong));
        return this;
    }

    private String text(String path) throws IOException {
        Path file = folder.resolve(path);
        return Files.exists(file)
                ? Files.readString(file)
                : new String(Objects.requireNonNull(SHIPPED.get(path)), StandardCharsets.UTF_8);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The folder read as drafts; gives the id of the item's, which calls itself by a number of its own. */
    public long draft(String area, String item) throws IOException {
        ItemKey key = new ItemKey(item);
        shipped.putIfAbsent(key, catalog.current(key).id());
        String definition = "processes/" + area + "/" + item + "/item.yaml";
        write(definition, text(definition).replaceFirst("\nversion: \\S+", "\nversion: " + next()));
        author.take(folder);
        return jdbc.sql("select max(id) from item_version where key = :key")
                .param("key", item)
                .query(Long.class)
                .single();
    }

    private static String next() {
        return "2.0." + DRAFTS.incrementAndGet();
    }

    /** As {@link #draft}, examined by one operator and published by the other. */
    public long published(String area, String item) throws IOException {
        long id = draft(area, item);
        publish(id);
        return id;
    }

    private void publish(long id) {
        assertThat(publishing.check(id, CHECKER.account())).isEmpty();
        publishing.publish(id, PUBLISHER.account(), "试行");
    }

    /** Offers again what was offered before the first draft. */
    public void restore() {
        shipped.forEach((key, id) -> {
            if (catalog.find(key).filter(item -> item.id() == id).isEmpty()) {
                publish(id);
            }
        });
    }
}
