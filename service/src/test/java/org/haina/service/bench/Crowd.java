package org.haina.service.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.CaseApi;
import org.haina.service.Filing;
import org.haina.service.HttpApi;
import org.haina.service.LocalIssuer;
import org.haina.service.TestPerson;
import org.haina.service.cases.SuppliedMaterial;
import org.haina.service.cases.SuppliedMaterial.Source;
import org.haina.service.keys.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Any number of citizens with the form filled in and three pictures uploaded, known to the service by an earlier request. */
final class Crowd {

    /** @param applicant whose application it is */
    record Request(PartyId applicant, String token, String key, String body) {}

    private static final List<String> PIECES = List.of("photo", "exam-certificate", "diploma");

    /** Without these two the clerk must ask for them. */
    private static final List<String> ALL_PIECES =
            List.of("photo", "exam-certificate", "diploma", "identity", "mandarin");

    private final Filing filing;
    private final LocalIssuer issuer;
    private final JdbcClient jdbc;
    private final HttpApi api;
    private final UUID model;

    Crowd(Filing filing, LocalIssuer issuer, JdbcClient jdbc, HttpApi api) {
        this.filing = filing;
        this.issuer = issuer;
        this.jdbc = jdbc;
        this.api = api;
        this.model = UUID.fromString(filing.upload(TestPerson.unknown(), "photo"));
    }

    List<Request> of(int size) {
        return Stream.generate(() -> one(TestPerson.unknown(), PIECES))
                .limit(size)
                .toList();
    }

    /** As {@link #of}, with all papers, and the authorities confirm what they say. */
    List<Request> knownTo(SandboxServer authorities, int size) {
        return Stream.generate(() -> one(TestPerson.admitted(authorities), ALL_PIECES))
                .limit(size)
                .toList();
    }

    private Request one(TestPerson person, List<String> pieces) {
        String token = issuer.token(person);
        PartyId party = filing.party(person);
        try {
            api.get("/api/v1/items", token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<SuppliedMaterial> materials = pieces.stream()
                .map(piece -> new SuppliedMaterial(piece, Source.UPLOAD, copy(party, piece)))
                .toList();
        return new Request(party, token, UUID.randomUUID().toString(), CaseApi.body(person, materials));
    }

    /** Equal content lies in the store once: only the row is new, as after an upload. */
    private String copy(PartyId owner, String piece) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into stored_file (id, hash, suite, size, type, name, scan_state, owner, purpose)
                        select :id, hash, suite, size, type, :name, scan_state, :owner, purpose
                        from stored_file where id = :model
                        """)
                .param("id", id)
                .param("name", piece + ".jpg")
                .param("owner", "party:" + owner)
                .param("model", model)
                .update();
        return id.toString();
    }
}
