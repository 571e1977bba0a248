package org.haina.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.haina.service.ServiceTest;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.CaseNumbers;
import org.haina.service.keys.CorrelationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class AuditTests {

    @Autowired
    Audit audit;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("ownerDataSource")
    javax.sql.DataSource owner;

    @Test
    void an_entry_says_who_did_what_when_and_in_which_request() {
        CaseNumber number = new CaseNumbers(clock).next();

        try (var correlation = MDC.putCloseable(CorrelationId.KEY, "ABCD-EFGH-JKMN")) {
            audit.record(
                    new AuditEntry("clerk.huangpu", "case.read", "case:" + number, number, Map.of("page", "official")));
        }

        AuditRow row = trail.page(AuditFilter.ofCase(number), OptionalLong.empty())
                .rows()
                .get(0);
        assertThat(row.actor()).isEqualTo("clerk.huangpu");
        assertThat(row.action()).isEqualTo("case.read");
        assertThat(row.at()).isCloseTo(clock.instant(), org.assertj.core.api.Assertions.within(1, ChronoUnit.DAYS));
        assertThat(row.correlation()).contains("ABCD-EFGH-JKMN");
        assertThat(row.caseNumber()).contains(number);
        assertThat(row.detail()).containsExactly(Map.entry("page", "official"));
    }

    @Test
    void what_is_rolled_back_is_not_in_the_log() {
        String actor = unique();

        transaction.executeWithoutResult(status -> {
            audit.record(entry(actor, "case.read"));
            status.setRollbackOnly();
        });

        assertThat(trail.page(ofActor(actor), OptionalLong.empty()).rows()).isEmpty();
    }

    @Test
    void numbers_of_persons_do_not_get_into_the_log() {
        AuditEntry entry = new AuditEntry(
                "clerk.huangpu",
                "party.revealed",
                "party:1",
                null,
                Map.of("reason", "核对 31999919990512102x，电话13900000001；编号 202611230000000001999"));

        assertThat(entry.detail()).containsEntry("reason", "核对 ***，电话***；编号 202611230000000001999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_seal set hash = previous_hash",
                "delete from audit_seal",
                "truncate audit_seal"
            })
    void nobody_changes_the_log_neither_the_service_nor_its_owner(String change) {
        audit.record(entry(unique(), "case.read"));

        assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> new JdbcTemplate(owner).update(change)).hasStackTraceContaining("append-only");
    }

    @Test
    void an_auditor_pages_through_everything_once_newest_first() {
        String actor = unique();
        for (int i = 0; i < 120; i++) {
            audit.record(entry(actor, i % 2 == 0 ? "case.read" : "case.accepted"));
        }

        List<AuditRow> rows = new ArrayList<>();
        AuditPage page = trail.page(ofActor(actor), OptionalLong.empty());
        rows.addAll(page.rows());
        while (page.next().isPresent()) {
            page = trail.page(ofActor(actor), page.next());
            rows.addAll(page.rows());
        }

        assertThat(rows).hasSize(120);
        assertThat(rows).extracting(AuditRow::id).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(rows).extracting(AuditRow::id).doesNotHaveDuplicates();
    }

    @Test
    void a_filter_holds_in_all_its_parts() {
        String actor = unique();
        audit.record(entry(actor, "case.read"));
        audit.record(entry(actor, "case.accepted"));

        AuditFilter read = new AuditFilter(
                Optional.empty(),
                Optional.of(actor),
                Optional.of("case.read"),
                Optional.of(clock.instant().minus(365, ChronoUnit.DAYS)),
                Optional.of(clock.instant().plus(365, ChronoUnit.DAYS)));
        AuditFilter past = new AuditFilter(
                Optional.empty(),
                Optional.of(actor),
                Optional.empty(),
                Optional.empty(),
                Optional.of(clock.instant().minus(3650, ChronoUnit.DAYS)));

        assertThat(trail.page(read, OptionalLong.empty()).rows())
                .extracting(AuditRow::action)
                .containsExactly("case.read");
        assertThat(trail.page(past, OptionalLong.empty()).rows()).isEmpty();
    }

    private static AuditFilter ofActor(String actor) {
        return new AuditFilter(
                Optional.empty(), Optional.of(actor), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AuditEntry entry(String actor, String action) {
        return new AuditEntry(actor, action, "case", null, Map.of());
    }

    private static String unique() {
        return "test." + UUID.randomUUID();
    }
}
