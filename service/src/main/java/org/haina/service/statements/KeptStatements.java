package org.haina.service.statements;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.haina.service.clock.ClockName;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last statement of each clock, as long as it says what is true. */
@Repository
class KeptStatements {

    private final JdbcClient jdbc;
    private final Vault vault;

    KeptStatements(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The one made last, if it says exactly this. */
    Optional<byte[]> find(CaseNumber number, ClockName clock, String says) {
        return jdbc.sql(
                        """
                        select sealed from deadline_statement
                        where case_number = :number and clock = :clock and content = :content
                        """)
                .param("number", number.value())
                .param("clock", clock.name())
                .param("content", index(says))
                .query(byte[].class)
                .optional()
                .map(bytes -> vault.decryptBytes(context(number, clock), bytes));
    }

    /** In the place of the one before. */
    void keep(CaseNumber number, ClockName clock, String says, byte[] pdf, Instant at) {
        jdbc.sql(
                        """
                        insert into deadline_statement (case_number, clock, content, sealed, made_at)
                        values (:number, :clock, :content, :sealed, :at)
                        on conflict (case_number, clock) do update
                          set content = excluded.content, sealed = excluded.sealed, made_at = excluded.made_at
                        """)
                .param("number", number.value())
                .param("clock", clock.name())
                .param("content", index(says))
                .param("sealed", vault.encrypt(context(number, clock), pdf))
                .param("at", Timestamp.from(at))
                .update();
    }

    private byte[] index(String says) {
        return vault.blindIndex("deadline_statement.content", says);
    }

    private static String context(CaseNumber number, ClockName clock) {
        return "deadline_statement.sealed:" + number + "/" + clock;
    }
}
