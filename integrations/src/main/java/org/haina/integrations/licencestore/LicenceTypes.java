package org.haina.integrations.licencestore;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The licence types we know by name. */
public final class LicenceTypes {

    private final List<LicenceType> types;

    private LicenceTypes(List<LicenceType> types) {
        this.types = types;
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
        return new LicenceTypes(StreamSupport.stream(types.spliterator(), false)
                .map(LicenceType::read)
                .toList());
    }

    public List<LicenceType> all() {
        return types;
    }

    public Optional<LicenceType> find(String key) {
        return types.stream().filter(type -> type.key().equals(key)).findFirst();
    }

    /** @throws IllegalArgumentException if there is no such type */
    public LicenceType get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("No licence type " + key));
    }

    Optional<LicenceType> findByCode(String code) {
        return types.stream().filter(type -> type.code().equals(code)).findFirst();
    }
}
