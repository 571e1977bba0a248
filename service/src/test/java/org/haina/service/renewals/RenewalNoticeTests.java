package org.haina.service.renewals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.catalog.Catalog;
import org.haina.service.catalog.ItemVersion;
import org.haina.service.issuance.Licence;
import org.haina.service.issuance.Licences;
import org.haina.service.issuance.ManyLicences;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.keys.ItemKey;
import org.haina.service.keys.PartyId;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.parties.Mandate;
import org.haina.service.parties.Mandates;
import org.haina.service.parties.Parties;
import org.haina.service.renewals.SchoolLicences.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who holds a licence that comes near its last day is told of it, once. */
@ServiceTest
class RenewalNoticeTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    RenewalSweep sweep;

    @Autowired
    SchoolLicences schools;

    @Autowired
    OutboundLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LicenceChanges changes;

    @Autowired
    Filing filing;

    @Autowired
    Parties parties;

    @Autowired
    Mandates mandates;

    @Autowired
    RenewalMessages messages;

    @Autowired
    Licences licences;

    @Autowired
    Catalog catalog;

    @Autowired
    ManyLicences many;

    @Test
    void the_holder_is_told_once_however_many_nodes_look_and_however_often() throws Exception {
        Held near = schools.ending(TODAY.plusDays(90));
        Held far = schools.ending(TODAY.plusDays(91));
        Held over = schools.ending(TODAY.minusDays(1));

        Stream.generate(() -> CompletableFuture.runAsync(sweep::run))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        sweep.run();

        assertThat(messages(near)).isEqualTo(1);
        assertThat(messages(far) + messages(over)).isZero();
        UUID message = jdbc.sql("select id from outbound where reference like '%' || ?")
                .param(edition(near).toString())
                .query(UUID.class)
                .single();
        TestDesk.await(
                "the message", () -> ledger.find(message).orElseThrow().state() == OutboundLedger.State.ANSWERED);
    }

    @Test
    void who_has_asked_already_is_not_reminded() throws Exception {
        Held held = schools.ending(TODAY.plusDays(60));
        schools.cancellationAsked(held);
        schools.confirm(held);

        sweep.run();

        assertThat(messages(held)).isZero();
    }

    @Test
    void the_renewal_of_one_licence_does_not_silence_the_other_of_its_holder() throws Exception {
        Held asked = schools.ending(TODAY.plusDays(60));
        schools.cancellationAsked(asked);
        schools.confirm(asked);
        CaseNumber second = changes.licensed(asked.holder());
        jdbc.sql("update certificate set valid_until = ? where case_number = ?")
                .params(TODAY.plusDays(60), second.value())
                .update();

        sweep.run();

        assertThat(messages(asked)).isZero();
        assertThat(messages(new Held(asked.holder(), second, changes.licence(second))))
                .isEqualTo(1);
    }

    @Test
    void an_organisation_is_told_through_who_may_act_for_it_today_or_later() throws Exception {
        Held held = schools.ending(TODAY.plusDays(60));
        PartyId before = filing.party(held.holder());
        PartyId school = parties.record("001", "91319999MA1FT0078G", "海纳示范文化传播有限公司");
        jdbc.sql("update case_file set applicant_id = ?, agent_id = ? where number = ?")
                .params(school.value(), before.value(), held.granted().value())
                .update();

        sweep.run();
        assertThat(messages(held)).as("the mandate has ended").isZero();
        PartyId agent = filing.party(changes.organiser());
        entrust(agent, school);
        sweep.run();

        assertThat(messages(held)).isEqualTo(1);
        ItemVersion item = catalog.current(new ItemKey("training-licence-renewal"));
        Licence licence = licences.grantedBy(held.granted()).orElseThrow();
        assertThat(messages.reached(licence, item)).contains(agent);
        entrust(before, school);
        assertThat(messages.reached(licence, item)).contains(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"valid_until = '2028-01-01'", "valid_until = '2027-01-15', told = true"})
    void licences_that_are_not_near_or_told_of_are_not_read(String columns) throws Exception {
        Held near = schools.ending(TODAY.plusDays(90));

        long read = many.read(
                near.granted(),
                columns,
                RenewalNotices.NEAR,
                Map.of(
                        "item",
                        "training-licence",
                        "renewing",
                        "training-licence-renewal",
                        "field",
                        "licenceNumber",
                        "from",
                        TODAY,
                        "until",
                        TODAY.plusDays(90),
                        "but",
                        new UUID[0]));

        assertThat(read).isBetween(1L, 500L);
    }

    private void entrust(PartyId agent, PartyId school) {
        mandates.grant(
                Mandate.of(Mandate.Kind.AGENT, agent, school, Optional.empty(), TODAY, TODAY.plusDays(30), "委托书"),
                "test");
    }

    private int messages(Held held) {
        return jdbc.sql(
                        "select count(*) from outbound where query = 'push-message' and reference like 'renewal:%' || ?")
                .param(edition(held).toString())
                .query(Integer.class)
                .single();
    }

    private UUID edition(Held held) {
        return jdbc.sql("select id from certificate where case_number = ?")
                .param(held.granted().value())
                .query(UUID.class)
                .single();
    }
}
