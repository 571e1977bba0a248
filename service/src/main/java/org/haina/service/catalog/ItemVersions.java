package org.haina.service.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Versions of items as stored: each file once, by its hash. */
@Repository
class ItemVersions {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ItemVersions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param isNew the set of files was not there before */
    record Stored(long id, boolean isNew) {}

    /** Stores a set of files unless the same set is there. */
    @Transactional
    public Stored store(String key, String version, Map<String, byte[]> files) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((path, content) -> hashes.put(path, hash(content)));
        String list = write(hashes);
        String sha = hash(list.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        files.forEach((path, content) -> jdbc.sql(
                        "insert into artefact (sha, content) values (:sha, :content) on conflict do nothing")
                .param("sha", hash(content))
                .param("content", content)
                .update());
        int added = jdbc.sql(
                        """
                        insert into item_version (key, version, sha, files)
                        values (:key, :version, :sha, :files::jsonb) on conflict (key, sha) do nothing
                        """)
                .param("key", key)
                .param("version", version)
                .param("sha", sha)
                .param("files", list)
                .update();
        long id = jdbc.sql("select id from item_version where key = :key and sha = :sha")
                .param("key", key)
                .param("sha", sha)
                .query(Long.class)
                .single();
        return new Stored(id, added > 0);
    }

    Optional<Map<String, byte[]>> files(long id) {
        return jdbc.sql("select files from item_version where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(this::load);
    }

    private Map<String, byte[]> load(String list) {
        Map<String, byte[]> files = new TreeMap<>();
        read(list)
                .forEach((path, sha) -> files.put(
                        path,
                        jdbc.sql("select content from artefact where sha = :sha")
                                .param("sha", sha)
                                .query(byte[].class)
                                .single()));
        return files;
    }

    private String write(Map<String, String> hashes) {
        try {
            return json.writeValueAsString(hashes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String list) {
        try {
            return json.readValue(list, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored file list is not JSON", e);
        }
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
