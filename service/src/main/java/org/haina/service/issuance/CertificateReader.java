package org.haina.service.issuance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haina.service.files.FileId;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row of the table of certificates as we speak of it. */
@Component
class CertificateReader {

    private static final TypeReference<List<PublicFact>> FACTS = new TypeReference<>() {};

    private final ObjectMapper json;

    CertificateReader(ObjectMapper json) {
        this.json = json;
    }

    Certificate read(ResultSet row, int n) throws SQLException {
        return new Certificate(
                row.getObject("id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                row.getString("code"),
                row.getString("title"),
                CertificateStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("number")),
                row.getInt("edition"),
                Optional.ofNullable(row.getString("identifier")),
                Optional.ofNullable(row.getObject("file_id", UUID.class)).map(FileId::new),
                facts(row.getString("public_facts")),
                instant(row.getTimestamp("issued_at")),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                instant(row.getTimestamp("registered_at")));
    }

    private List<PublicFact> facts(String text) {
        try {
            return json.readValue(text, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored facts of a certificate are not JSON", e);
        }
    }

    private static Optional<Instant> instant(@Nullable Timestamp stamp) {
        return Optional.ofNullable(stamp).map(Timestamp::toInstant);
    }
}
