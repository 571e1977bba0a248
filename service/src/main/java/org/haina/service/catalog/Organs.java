package org.haina.service.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.haina.processes.VariableNames;
import org.haina.service.keys.District;
import org.springframework.stereotype.Component;

/** Which organ is in charge where. */
@Component
public class Organs {

    private static final District CITY = new District("310000");

    private final Map<String, Organ> byDistrict = new TreeMap<>();

    Organs(CatalogSettings settings) throws IOException {
        var yaml = new ObjectMapper(new YAMLFactory());
        try (var in = settings.organs().getInputStream()) {
            yaml.readValue(in, Entries.class).organs().forEach(e -> byDistrict.put(e.district(), e.organ()));
        }
    }

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
        return get(named.map(Organs::district).orElse(district));
    }

    private static District district(String named) {
        if (!named.equals(VariableNames.CITY)) {
            throw new IllegalArgumentException("No such organ: " + named);
        }
        return CITY;
    }

    /** @param uscc unified social credit code */
    public Optional<Organ> byCode(String uscc) {
        return byDistrict.values().stream()
                .filter(organ -> organ.uscc().equals(uscc))
                .findFirst();
    }

    /** All organs, city first. */
    public Collection<Organ> all() {
        return byDistrict.values();
    }

    private record Entries(List<Entry> organs) {}

    private record Entry(String district, String uscc, String name, String mark, String reconsideration, String court) {
        Organ organ() {
            return new Organ(new District(district), uscc, name, mark, reconsideration, court);
        }
    }
}
