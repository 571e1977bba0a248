package org.haina.integrations.registers;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every register and what may be asked of it, as data: items' checks are proved against it. */
public final class RegisterCatalogue {

    /** An authority with its names. */
    public record Register(String key, String titleZh, String titleEn, List<Query> queries) {}

    /**
     * A question (only reads) or command (has an effect, once per request id).
     *
     * @param separateConsent whether the person must have consented to this question alone
     * @param answers fields an answer may carry
     * @param findings what an answer may come down to
     */
    public record Query(
            String key,
            String title,
            boolean command,
            boolean separateConsent,
            List<Parameter> parameters,
            List<Field> answers,
            List<Finding> findings) {}

    /** What must (or may) be told to the register. */
    public record Parameter(String key, String label, boolean required) {}

    /**
     * A field of an answer with its Chinese label.
     *
     * @param words the Chinese word for each code it may hold (ethnicity: GB/T 3304); empty if it holds no codes
     */
    public record Field(String key, String label, Map<String, String> words) {

        /** For people: the word of a code, anything else as it stands. */
        public String worded(String value) {
            return words.getOrDefault(value, value);
        }
    }

    private static final Map<String, Map<String, String>> CODES = codes();
    private static final RegisterCatalogue STANDARD = read();

    private final List<Register> registers;

    private RegisterCatalogue(List<Register> registers) {
        this.registers = registers;
    }

    public static RegisterCatalogue get() {
        return STANDARD;
    }

    public List<Register> registers() {
        return registers;
    }

    public Optional<Register> findRegister(String register) {
        return registers.stream().filter(known -> known.key().equals(register)).findFirst();
    }

    public Optional<Query> findQuery(String register, String query) {
        return findRegister(register).stream()
                .flatMap(known -> known.queries().stream())
                .filter(known -> known.key().equals(query))
                .findFirst();
    }

    private static RegisterCatalogue read() {
        return new RegisterCatalogue(
                items(json("registers.json")).map(RegisterCatalogue::register).toList());
    }

    private static Map<String, Map<String, String>> codes() {
        return new ObjectMapper().convertValue(json("codes.json"), new TypeReference<>() {});
    }

    private static JsonNode json(String file) {
        try (var in = RegisterCatalogue.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Register register(JsonNode json) {
        return new Register(
                json.path("key").asText(),
                json.path("title").path("zh").asText(),
                json.path("title").path("en").asText(),
                items(json.path("queries")).map(RegisterCatalogue::query).toList());
    }

    private static Query query(JsonNode json) {
        return new Query(
                json.path("key").asText(),
                json.path("title").asText(),
                json.path("kind").asText().equals("command"),
                json.path("separateConsent").asBoolean(),
                items(json.path("parameters")).map(RegisterCatalogue::parameter).toList(),
                items(json.path("answers")).map(RegisterCatalogue::field).toList(),
                items(json.path("findings"))
                        .map(key -> Finding.ofKey(key.asText()))
                        .toList());
    }

    // A question mark marks a parameter that may be absent.
    private static Parameter parameter(JsonNode pair) {
        var key = pair.path(0).asText();
        return new Parameter(key.replace("?", ""), pair.path(1).asText(), !key.endsWith("?"));
    }

    private static Field field(JsonNode pair) {
        return new Field(
                pair.path(0).asText(),
                pair.path(1).asText(),
                pair.has(2) ? Objects.requireNonNull(CODES.get(pair.path(2).asText())) : Map.of());
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
