package org.haina.service.institutions;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.haina.service.institutions.LegalRegistration.State;
import org.haina.service.keys.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registrations as stored; one for a case, asked for again until it is confirmed. */
@Repository
class LegalRegistrationRows {

    private final JdbcClient jdbc;

    LegalRegistrationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LegalRegistration> find(CaseNumber number) {
        return jdbc.sql("select uscc, state, name from legal_registration where case_number = :number")
                .param("number", number.value())
                .query((row, n) -> new LegalRegistration(
                        row.getString("uscc"),
                        State.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("name"))))
                .optional();
    }

    void asked(CaseNumber number, String uscc, String account, Instant at) {
        jdbc.sql(
                        """
                        insert into legal_registration (case_number, uscc, state, asked_by, asked_at)
                        values (:number, :uscc, 'ASKED', :account, :at)
                        on conflict (case_number) do update
                          set uscc = :uscc, state = 'ASKED', asked_by = :account, asked_at = :at, answered_at = null
                        """)
                .param("number", number.value())
                .param("uscc", uscc)
                .param("account", account)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** False if another code was asked for since. */
    boolean answered(CaseNumber number, LegalRegistration said, Instant at) {
        return jdbc.sql(
                                """
                                update legal_registration set state = :state, name = :name, answered_at = :at
                                where case_number = :number and uscc = :uscc and state <> 'REGISTERED'
                                """)
                        .param("state", said.state().name())
                        .param("name", said.name().orElse(null))
                        .param("at", Timestamp.from(at))
                        .param("number", number.value())
                        .param("uscc", said.uscc())
                        .update()
                == 1;
    }
}
