package org.haina.integrations.licencestore;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The licence types we know by name. */
public final class LicenceTypes {

    private final List<LicenceType> types;
    private final Supplier<List<LicenceType>> declared;

    private LicenceTypes(List<LicenceType> types, Supplier<List<LicenceType>> declared) {
        this.types = types;
        this.declared = declared;
    }

    /** The types that come with Haina; their codes are synthetic. */
    public static LicenceTypes standard() {
        try (var in = LicenceTypes.class.getResourceAsStream("licence-types.json")) {
            return read(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types from a file of the same format, with the codes a city really uses. */
    public static LicenceTypes read(InputStream json) throws IOException {
        var types = new ObjectMapper().readTree(json);
        return new LicenceTypes(
                StreamSupport.stream(types.spliterator(), false)
                        .map(LicenceType::read)
                        .toList(),
                List::of);
    }

    /**
     * These and what items say of types of their own; where both know a type, ours stands.
     *
     * @param declared asked at each look: items come and go
     */
    public LicenceTypes and(Supplier<List<LicenceType>> declared) {
        return new LicenceTypes(types, declared);
    }

    public List<LicenceType> all() {
        return Stream.concat(types.stream(), declared.get().stream()).toList();
    }

    /** Whether we know the type without being told. */
    public boolean isOwn(LicenceType type) {
        return types.contains(type);
    }

    public Optional<LicenceType> find(String key) {
        return all().stream().filter(type -> type.key().equals(key)).findFirst();
    }

    /** @throws IllegalArgumentException if there is no such type */
    public LicenceType get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("No licence type " + key));
    }

    public Optional<LicenceType> findByCode(String code) {
        return all().stream().filter(type -> type.code().equals(code)).findFirst();
    }
}
