package org.haina.service.renewals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.renewals.SchoolLicences.Held;
import org.junit.jupiter.api.Test;
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
