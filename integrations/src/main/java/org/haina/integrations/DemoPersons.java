package org.haina.integrations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The synthetic persons of {@code demo-persons.json}; the accounts' owners come first. */
public final class DemoPersons {

    private static final DemoPersons ALL = read();

    private final List<DemoPerson> persons;

    private DemoPersons(List<DemoPerson> persons) {
        this.persons = persons;
    }

    public static DemoPersons get() {
        return ALL;
    }

    public List<DemoPerson> all() {
        return persons;
    }

    public Optional<DemoPerson> findByAccount(String account) {
        return persons.stream().filter(p -> account.equals(p.account())).findFirst();
    }

    public Optional<DemoPerson> findByIdNumber(String idNumber) {
        return persons.stream().filter(p -> p.idNumber().equals(idNumber)).findFirst();
    }

    public Optional<DemoPerson> findByKey(String key) {
        return persons.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    private record Content(String notice, List<DemoPerson> persons) {}

    private static DemoPersons read() {
        try (var in = DemoPersons.class.getResourceAsStream("demo-persons.json")) {
            var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
            return new DemoPersons(List.copyOf(
                    mapper.readValue(Objects.requireNonNull(in), Content.class).persons()));
        } catch (IOException e) {
            throw new UncheckedIOException("demo-persons.json cannot be read", e);
        }
    }
}
