package org.haina.service.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.haina.processes.VariableNames;
import org.haina.service.keys.District;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which organ is in charge where, and which others have a part in a district's cases. */
@Component
public class Organs {

    private static final District CITY = new District("310000");

    private final Map<String, Organ> byDistrict = new TreeMap<>();
    private final Map<Place, Organ> named = new HashMap<>();

    Organs(CatalogSettings settings) throws IOException {
        var yaml = new ObjectMapper(new YAMLFactory());
        try (var in = settings.organs().getInputStream()) {
            yaml.readValue(in, Entries.class).organs().stream()
                    .map(Entry::organ)
                    .forEach(this::add);
        }
    }

    private void add(Organ organ) {
        organ.named()
                .ifPresentOrElse(
                        name -> named.put(new Place(organ.district(), name), organ),
                        () -> byDistrict.put(organ.district().code(), organ));
    }

    /** An organ beside the one in charge. */
    private record Place(District district, String named) {}

    public Optional<Organ> find(District district) {
        return Optional.ofNullable(byDistrict.get(district.code()));
    }

    /** @throws IllegalArgumentException if the district is not ours */
    public Organ get(District district) {
        return find(district).orElseThrow(() -> new IllegalArgumentException("No organ in " + district));
    }

    /**
     * Whose officials act on a case of a district.
     *
     * @param named as the model names it, see {@link VariableNames#ORGANS}; empty for the organ in charge
     */
    public Organ acting(District district, Optional<String> named) {
        return named.map(name -> beside(district, name)).orElseGet(() -> get(district));
    }

    /** Whether {@link #acting} finds an organ of this name there. */
    public boolean has(District district, String name) {
        return name.equals(VariableNames.CITY) || named.containsKey(new Place(district, name));
    }

    private Organ beside(District district, String name) {
        return name.equals(VariableNames.CITY)
                ? get(CITY)
                : Optional.ofNullable(named.get(new Place(district, name)))
                        .orElseThrow(() -> new IllegalArgumentException("No organ " + name + " in " + district));
    }

    /** @param uscc unified social credit code */
    public Optional<Organ> byCode(String uscc) {
        return Stream.concat(byDistrict.values().stream(), named.values().stream())
                .filter(organ -> organ.uscc().equals(uscc))
                .findFirst();
    }

    /** All organs in charge, city first. */
    public Collection<Organ> all() {
        return byDistrict.values();
    }

    private record Entries(List<Entry> organs) {}

    private record Entry(
            String district,
            @Nullable String named,
            String uscc,
            String name,
            String mark,
            String reconsideration,
            String court) {
        Organ organ() {
            return new Organ(
                    new District(district), Optional.ofNullable(named), uscc, name, mark, reconsideration, court);
        }
    }
}
