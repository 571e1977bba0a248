package org.haina.service.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.haina.forms.Form;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What a form said before it was corrected, secrets in clear: only for the use cases that must know them. */
@Service
public class CaseRevisions {

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Vault vault;

    CaseRevisions(JdbcClient jdbc, CaseRows rows, Vault vault) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.vault = vault;
    }

    /**
     * An earlier state of the form.
     *
     * @param number from 1
     * @param replacedAt when the next took its place
     */
    public record Revision(int number, ObjectNode data, Instant replacedAt) {}

    /** Oldest first; empty if nothing was ever corrected. */
    public List<Revision> of(CaseNumber number) {
        return jdbc.sql("select * from case_revision where case_number = :number order by revision")
                .param("number", number.value())
                .query((row, n) -> read(row, number))
                .list();
    }

    private Revision read(ResultSet row, CaseNumber number) throws SQLException {
        ObjectNode open = rows.object(row.getString("data"));
        byte[] sealed = row.getBytes("sealed");
        ObjectNode whole = sealed == null
                ? open
                : new Form.Split(open, rows.object(vault.decrypt(Cases.context(number), sealed))).whole();
        return new Revision(
                row.getInt("revision"), whole, row.getTimestamp("replaced_at").toInstant());
    }
}
