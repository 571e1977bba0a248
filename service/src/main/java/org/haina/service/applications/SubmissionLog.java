package org.haina.service.applications;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.haina.service.clock.PromisedDay;
import org.haina.service.keys.CaseNumber;
import org.haina.service.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each idempotency key has led to. */
@Repository
class SubmissionLog {

    private static final Pattern UUID = Pattern.compile("(draft:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JdbcClient jdbc;
    private final Vault vault;

    SubmissionLog(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * What log and ledger call an application that is no case yet: its key if that is a UUID, else a keyed hash, for a
     * key chosen freely may carry an identity number. One name for one key of one sender.
     */
    String reference(String subject, String key) {
        return UUID.matcher(key).matches()
                ? key
                : HexFormat.of().formatHex(vault.blindIndex("submission.idempotency_key", subject + " " + key));
    }

    /**
     * Takes the key for this transaction; false while another transaction has it. With the key nobody else can apply for
     * this item in this applicant's name until the transaction ends: two applications with different keys see each other.
     */
    boolean lock(Submission submission) {
        return jdbc.sql(
                        """
                        select case when pg_try_advisory_xact_lock(hashtextextended(:key, 0))
                          then (select true from pg_advisory_xact_lock(hashtextextended(:application, 1)))
                          else false end
                        """)
                .param("key", submission.subject() + " " + submission.idempotencyKey())
                .param("application", submission.applicant() + " " + submission.item())
                .query(Boolean.class)
                .single();
    }

    Optional<Entry> find(String subject, String key) {
        return jdbc.sql(
                        """
                        select payload_hash, case_number, promised_by, promised_provisional from submission
                        where subject = :subject and idempotency_key = :key
                        """)
                .param("subject", subject)
                .param("key", key)
                .query((row, n) -> new Entry(
                        row.getString(1),
                        new CaseNumber(row.getString(2)),
                        promised(row.getObject(3, LocalDate.class), row.getBoolean(4))))
                .optional();
    }

    void insert(String subject, String key, Entry entry, Instant at) {
        jdbc.sql(
                        """
                        insert into submission (subject, idempotency_key, payload_hash, case_number, promised_by,
                          promised_provisional, at)
                        values (:subject, :key, :hash, :number, :promised, :provisional, :at)
                        """)
                .param("subject", subject)
                .param("key", key)
                .param("hash", entry.payloadHash())
                .param("number", entry.number().value())
                .param("promised", entry.promisedBy().map(PromisedDay::day).orElse(null))
                .param(
                        "provisional",
                        entry.promisedBy().filter(PromisedDay::provisional).isPresent())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Optional<PromisedDay> promised(@Nullable LocalDate day, boolean provisional) {
        return Optional.ofNullable(day).map(promised -> new PromisedDay(promised, provisional));
    }

    record Entry(String payloadHash, CaseNumber number, Optional<PromisedDay> promisedBy) {}
}
