package org.haina.service.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.haina.service.ServiceTest;
import org.haina.service.audit.AuditFilter;
import org.haina.service.audit.AuditRow;
import org.haina.service.audit.AuditTrail;
import org.haina.service.keys.PartyId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class PartiesTests {

    @Autowired
    Parties parties;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    private final String number =
            "319999" + (1_000_000_000_0L + ThreadLocalRandom.current().nextLong(9_000_000_000_0L)) + "X";

    @Test
    void one_identifier_is_one_party_however_it_is_written() {
        PartyId party = parties.record("111", number, "张示例");

        assertThat(parties.record("111", " " + number.toLowerCase(java.util.Locale.ROOT) + " ", "张示例"))
                .isEqualTo(party);
        assertThat(parties.match(party, "111", number, "张示例")).isEqualTo(new IdentityMatch(true, true));
        assertThat(parties.match(party, "112", number, "张示范")).isEqualTo(new IdentityMatch(false, false));
        assertThat(parties.match(party, "111", "没有号码", "张示例")).isEqualTo(new IdentityMatch(false, true));
    }

    @Test
    void many_at_once_record_one_party() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<PartyId>> tasks = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                tasks.add(() -> parties.record("111", number, "张示例"));
            }
            Set<PartyId> ids = new HashSet<>();
            for (Future<PartyId> id : pool.invokeAll(tasks)) {
                ids.add(id.get());
            }

            assertThat(ids).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_minor_is_told_by_the_number_of_the_document_as_far_as_that_says() {
        PartyId child = parties.record("111", "31999920081124" + "0029", "小示例");
        PartyId company = parties.record("001", "91319999200811240A", "示例少年宫有限公司");
        PartyId foreigner = parties.record("414", "E20081124", "Example");

        assertThat(parties.isMinor(child, LocalDate.of(2026, 11, 23))).isTrue();
        assertThat(parties.isMinor(child, LocalDate.of(2026, 11, 24))).isFalse();
        assertThat(parties.isMinor(company, LocalDate.of(2026, 11, 23))).isFalse();
        assertThat(parties.isMinor(foreigner, LocalDate.of(2026, 11, 23))).isFalse();
    }

    @Test
    void a_view_is_masked_and_an_organisations_name_is_not() {
        PartyId person = parties.record("111", number, "张示例");
        parties.changePhone(person, "13900000001");
        PartyId company = parties.record("001", "91319999" + number.substring(6, 15) + "A", "示例科技有限公司");

        PartyView view = parties.get(person);

        assertThat(view.name()).isEqualTo("张*");
        assertThat(view.idNumber())
                .startsWith("319")
                .endsWith(number.substring(14))
                .contains("***********");
        assertThat(view.phone()).contains("139****0001");
        assertThat(parties.maskedName(person)).isEqualTo("张*");
        assertThat(parties.get(company).name()).isEqualTo("示例科技有限公司");
        assertThat(parties.get(company).idNumber())
                .as("the code of an organisation is public")
                .isEqualTo("91319999" + number.substring(6, 15) + "A");
        assertThat(parties.get(company).kind()).isEqualTo(PartyKind.ORGANISATION);
        assertThat(parties.views(List.of(person, company)))
                .containsEntry(person, view)
                .hasSize(2);
    }

    @Test
    void a_full_view_needs_a_reason_and_is_recorded() {
        PartyId party = parties.record("111", number, "张示例");

        PartyDetails full = parties.reveal(party, "核对原件", "clerk.huangpu");

        assertThat(full.idNumber()).isEqualTo(number);
        assertThat(full.name()).isEqualTo("张示例");
        assertThat(full.toString()).doesNotContain(number, "张示例");
        AuditFilter reveals = new AuditFilter(
                Optional.empty(),
                Optional.of("clerk.huangpu"),
                Optional.of("party.revealed"),
                Optional.empty(),
                Optional.empty());
        assertThat(trail.page(reveals, OptionalLong.empty()).rows())
                .filteredOn(row -> row.subject().equals("party:" + party))
                .extracting(AuditRow::detail)
                .containsExactly(java.util.Map.of("reason", "核对原件"));
        assertThatThrownBy(() -> parties.reveal(party, " ", "clerk.huangpu")).hasMessageContaining("reason");
    }

    @Test
    void the_table_does_not_give_numbers_away() {
        PartyId party = parties.record("111", number, "张示例");
        parties.changePhone(party, "13900000001");

        List<byte[]> stored = jdbc.sql(
                        "select unnest(array[identifier, identifier_index, last_four, phone]) from party where id = :id")
                .param("id", party.value())
                .query((row, n) -> row.getBytes(1))
                .list();

        assertThat(stored).hasSize(4).allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain(number, number.substring(14), "13900000001"));
    }

    @Test
    void the_last_four_characters_are_checked_without_opening_the_number() {
        PartyId party = parties.record("111", number, "张示例");
        String ending = number.substring(14);

        assertThat(parties.matchesLastFour(party, ending)).isTrue();
        assertThat(parties.matchesLastFour(party, ending.toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(parties.matchesLastFour(party, "0000")).isFalse();
        assertThat(parties.matchesLastFour(party, "")).isFalse();
        assertThat(parties.matchesLastFour(new PartyId(UUID.randomUUID()), ending))
                .isFalse();
    }

    @Test
    void a_stated_name_never_replaces_one_on_record_and_a_proved_one_does() {
        PartyId party = parties.record("111", number, "张示列");

        parties.record("111", number, "王冒名");
        assertThat(parties.name(party)).isEqualTo("张示列");

        assertThat(parties.recordCitizen("111", number, "张示例")).isEqualTo(party);
        parties.record("111", number, "王冒名");
        assertThat(parties.name(party)).isEqualTo("张示例");
    }

    @Test
    void what_cannot_be_an_identifier_or_a_name_is_refused_without_quoting_it() {
        assertThatThrownBy(() -> parties.record("111", number + "'; drop table party", "张示例"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("drop");
        assertThatThrownBy(() -> parties.record("111", number, "  ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parties.record("111", number, "长".repeat(101)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parties.get(new PartyId(UUID.randomUUID()))).isInstanceOf(UnknownPartyException.class);
    }
}
