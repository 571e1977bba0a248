package org.haina.service.commitments;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Promises as stored. */
@Repository
class CommitmentRows {

    private final JdbcClient jdbc;

    CommitmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A promise made again in a correction stands in the place of the first, whose letter stays among the documents. */
    void insert(CaseNumber number, CommitmentText text, PartyId bound, PartyId by, Instant at) {
        jdbc.sql(
                        """
                        insert into commitment (case_number, material_key, party_id, signer_id, signed_at, text_version, text_hash, text)
                        values (:number, :material, :party, :signer, :at, :version, :hash, :text)
                        on conflict (case_number, material_key) do update set party_id = excluded.party_id,
                          signer_id = excluded.signer_id, signed_at = excluded.signed_at, text_version = excluded.text_version,
                          text_hash = excluded.text_hash, text = excluded.text
                        """)
                .param("number", number.value())
                .param("material", text.material())
                .param("party", bound.value())
                .param("signer", by.value())
                .param("at", Timestamp.from(at))
                .param("version", text.version())
                .param("hash", text.hash())
                .param("text", text.whole())
                .update();
    }

    void carry(CaseNumber from, CaseNumber to) {
        jdbc.sql(
                        """
                        insert into commitment (case_number, material_key, party_id, signer_id, signed_at, text_version, text_hash, text)
                        select :to, material_key, party_id, signer_id, signed_at, text_version, text_hash, text
                        from commitment where case_number = :from
                        """)
                .param("to", to.value())
                .param("from", from.value())
                .update();
    }

    List<SignedCommitment> of(CaseNumber number) {
        return jdbc.sql("select * from commitment where case_number = :number order by material_key")
                .param("number", number.value())
                .query((row, n) -> new SignedCommitment(
                        row.getString("material_key"),
                        new PartyId(row.getObject("party_id", UUID.class)),
                        new PartyId(row.getObject("signer_id", UUID.class)),
                        row.getTimestamp("signed_at").toInstant(),
                        row.getString("text_version"),
                        row.getString("text_hash"),
                        row.getString("text")))
                .list();
    }

    boolean hasBroken(PartyId party) {
        return jdbc.sql(
                        """
                        select exists (select 1 from commitment
                          where party_id = :party and broken_at is not null and restored_at is null)
                        """)
                .param("party", party.value())
                .query(Boolean.class)
                .single();
    }

    boolean standBroken(CaseNumber number) {
        return jdbc.sql(
                        """
                        select exists (select 1 from commitment
                          where case_number = :number and broken_at is not null and restored_at is null)
                        """)
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    void restore(CaseNumber number, String why, String account, Instant at) {
        jdbc.sql(
                        """
                        update commitment set restored_at = :at, restored_by = :account, restored_why = :why
                        where case_number = :number and broken_at is not null and restored_at is null
                        """)
                .param("at", Timestamp.from(at))
                .param("account", account)
                .param("why", why)
                .param("number", number.value())
                .update();
    }

    void markBroken(CaseNumber number, Instant at) {
        jdbc.sql("update commitment set broken_at = :at where case_number = :number and broken_at is null")
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .update();
    }
}
