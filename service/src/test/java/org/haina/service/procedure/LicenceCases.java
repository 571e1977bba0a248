package org.haina.service.procedure;

import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.haina.service.Filing;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.SignedIn;
import org.haina.service.clock.CaseClocks;
import org.haina.service.clock.LimitTerms;
import org.haina.service.clock.Moment;
import org.haina.service.desk.FiledCases;
import org.haina.service.keys.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases whose clocks follow the licence law, as if their item named that policy. */
@Lazy
@Component
class LicenceCases {

    private final FiledCases filed;
    private final Filing filing;
    private final ExtensionProposals proposals;
    private final CaseClocks clocks;
    private final TransactionTemplate transaction;
    /** The service itself can take nothing out of its ledger. */
    private final JdbcClient owner;

    private final Clock clock;

    LicenceCases(
            FiledCases filed,
            Filing filing,
            ExtensionProposals proposals,
            CaseClocks clocks,
            TransactionTemplate transaction,
            Flyway flyway,
            Clock clock) {
        this.filed = filed;
        this.filing = filing;
        this.proposals = proposals;
        this.clocks = clocks;
        this.transaction = transaction;
        this.owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        this.clock = clock;
    }

    CaseNumber reviewing(Caller.Official clerk) throws Exception {
        CaseNumber number = filed.reviewing(clerk);
        underLicenceLaw(number, Moment.RECEIVED, Moment.ACCEPTED);
        return number;
    }

    /** Just received; the five days of the one-time notice run. */
    CaseNumber received(TestPerson person) {
        CaseNumber number = filing.filed(person);
        underLicenceLaw(number, Moment.RECEIVED);
        return number;
    }

    private void underLicenceLaw(CaseNumber number, Moment... seen) {
        for (String table : new String[] {"clock_due", "case_clock_entry", "case_clock"}) {
            owner.sql("delete from haina." + table + " where case_number = :number")
                    .param("number", number.value())
                    .update();
        }
        transaction.executeWithoutResult(status -> {
            clocks.open(number, "administrative-licence", LimitTerms.ofPolicy());
            for (Moment moment : seen) {
                clocks.observe(number, moment, clock.instant(), "test", null);
            }
        });
    }

    /** That many cases in review of another organ, each with a proposal that waits for its head. */
    void proposed(int many, String district, Caller.Official by, String reason) throws Exception {
        for (int n = 0; n < many; n++) {
            CaseNumber number = filing.filed(TestPerson.unknown());
            owner.sql("update haina.case_file set district = :district, status = 'REVIEWING', org = :org"
                            + " where number = :number")
                    .param("district", district)
                    .param("org", SignedIn.head(district).org())
                    .param("number", number.value())
                    .update();
            proposals.insert(number, reason, by);
        }
    }
}
