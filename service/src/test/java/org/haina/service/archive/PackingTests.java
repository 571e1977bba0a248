package org.haina.service.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.access.SignedIn;
import org.haina.service.audit.Audit;
import org.haina.service.audit.AuditEntry;
import org.haina.service.audit.AuditExcerpts;
import org.haina.service.cases.Actor;
import org.haina.service.cases.CaseAccess;
import org.haina.service.cases.Cases;
import org.haina.service.documents.CaseDocument;
import org.haina.service.documents.DocumentPrinter;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** When a case is packed, and when not yet. */
@ServiceTest
class PackingTests {

    @Autowired
    PackedCases packed;

    @Autowired
    Editions editions;

    @Autowired
    Cases cases;

    @Autowired
    CaseAccess access;

    @Autowired
    Documents documents;

    @Autowired
    DocumentPrinter printer;

    @Autowired
    Audit audit;

    @Autowired
    AuditExcerpts log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_case_waits_for_the_print_of_its_documents() {
        CaseNumber number = settled();
        CaseDocument receipt = documents.receipt(number);
        UUID file = printer.file(receipt.id()).value();
        print(receipt, null);

        assertThat(packed.look(number)).isZero();

        print(receipt, file);
        assertThat(packed.look(number)).isEqualTo(1);
    }

    @Test
    void a_case_waits_for_the_answer_to_its_last_call() {
        CaseNumber number = settled();
        UUID call = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into outbound (id, case_number, kind, register, query, reference, purpose, parameters,
                          state, next_at, deadline, correlation)
                        values (:id, :number, 'push', 'nobody', 'news', 'x', '测试', '\\x00', 'failed',
                          now() + interval '1 day', now() + interval '1 day', 'x')
                        """)
                .param("id", call)
                .param("number", number.value())
                .update();

        assertThat(packed.look(number)).isZero();

        jdbc.sql("update outbound set state = 'cancelled', done_at = now() where id = :id")
                .param("id", call)
                .update();
        assertThat(packed.look(number)).isEqualTo(1);
    }

    @Test
    void an_entry_without_its_seal_holds_the_excerpt_back() {
        CaseNumber number = settled();
        assertThat(log.of(number)).isPresent();

        transaction.executeWithoutResult(status -> {
            audit.record(new AuditEntry("clerk.huangpu", "case.read", "case", number, Map.of()));
            assertThat(log.of(number)).isEmpty();
            status.setRollbackOnly();
        });
    }

    @Test
    void a_case_that_goes_on_is_not_packed_and_neither_is_a_look_at_a_packed_one() {
        CaseNumber number = settled();
        packed.packed(number, 1);

        access.open(number, SignedIn.clerk("310101"));

        assertThat(due(number)).isFalse();
        assertThat(packed.look(number)).isEqualTo(1);
    }

    @Test
    void what_happens_after_the_end_makes_a_whole_new_edition_that_names_the_one_before() throws Exception {
        CaseNumber number = settled();
        Edition first = packed.packed(number, 1);

        cases.note(number, "CERTIFICATE_ENDED", "证书撤销", Actor.SYSTEM);
        Edition second = packed.packed(number, 2);

        JsonNode index =
                new ObjectMapper().readTree(ZipPackage.read(packed.zip(second)).get("index.json"));
        assertThat(index.at("/previous/sm3").asText()).isEqualTo(first.indexHash());
        assertThat(index.path("edition").asInt()).isEqualTo(2);
        assertThat(ZipPackage.read(packed.zip(second)).keySet())
                .containsAll(ZipPackage.read(packed.zip(first)).keySet());
        assertThat(new String(ZipPackage.read(packed.zip(second)).get("timeline.json"), UTF_8))
                .contains("证书撤销");
        assertThat(editions.of(number)).hasSize(2);
    }

    @Test
    void an_open_case_is_not_waiting_for_its_package() {
        CaseNumber number = settled();
        assertThat(due(number)).isTrue();

        cases.note(packed.received(), "NEWS", "说明", Actor.SYSTEM);

        assertThat(jdbc.sql(
                                """
                                select count(*) from case_archive_due d join case_file f on f.number = d.case_number
                                where f.closed_at is null
                                """)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_database_takes_no_archive_but_the_services_own() {
        String insert =
                """
                insert into stored_file (id, hash, suite, size, type, name, scan_state, owner, purpose)
                values (gen_random_uuid(), 'x', 'national', 1, 'ZIP', 'a.zip', 'clean', :owner, :purpose)
                """;

        assertThatThrownBy(() -> jdbc.sql(insert)
                        .param("owner", "party:1")
                        .param("purpose", "case-archive")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql(insert)
                        .param("owner", "system")
                        .param("purpose", "material")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Closed, and all that a package waits for has come. */
    private CaseNumber settled() {
        CaseNumber number = packed.withdrawn();
        documents.receipt(number);
        documents.of(number).forEach(document -> printer.file(document.id()));
        TestDesk.await("the end of the calls and the seals of " + number, () -> done(number));
        return number;
    }

    private boolean done(CaseNumber number) {
        return log.of(number).isPresent()
                && jdbc.sql("select count(*) from outbound where case_number = :number and done_at is null")
                                .param("number", number.value())
                                .query(Integer.class)
                                .single()
                        == 0;
    }

    private boolean due(CaseNumber number) {
        return jdbc.sql("select exists (select 1 from case_archive_due where case_number = :number)")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    private void print(CaseDocument document, @Nullable UUID file) {
        jdbc.sql("update document set file_id = :file where id = :id")
                .param("file", file)
                .param("id", document.id())
                .update();
    }
}
