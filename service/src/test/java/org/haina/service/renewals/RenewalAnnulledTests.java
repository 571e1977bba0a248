package org.haina.service.renewals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.documents.DocumentType;
import org.haina.service.issuance.Licences;
import org.haina.service.journey.LicenceChanges;
import org.haina.service.keys.CaseNumber;
import org.haina.service.outbound.OutboundLedger;
import org.haina.service.renewals.SchoolLicences.Held;
import org.haina.service.terminations.Grants;
import org.haina.service.terminations.Ground;
import org.haina.service.terminations.TerminationAct;
import org.haina.service.terminations.Terminations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A renewal that should not have been granted is annulled, also when the licence has been changed upon it. */
@ServiceTest
class RenewalAnnulledTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LAST_DAY = TODAY.plusDays(45);

    @Autowired
    SchoolLicences schools;

    @Autowired
    LicenceChanges changes;

    @Autowired
    Grants grants;

    @Autowired
    Terminations terminations;

    @Autowired
    Licences licences;

    @Autowired
    Cases cases;

    @Autowired
    OutboundLedger ledger;

    @Autowired
    MovableClock time;

    private Held held;
    private CaseNumber renewal;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void the_change_upon_it_stands_and_ends_when_the_licence_would_have_ended_without_it() throws Exception {
        renewed();
        CaseNumber change = changes.grantedOnPromise(held.holder(), held.licence());
        assertThat(lastDay()).isEqualTo(LocalDate.of(2030, 1, 7));
        registered(change);
        assertThat(terminations.grounds(cases.get(renewal), TerminationAct.REVOCATION))
                .as("only the edition that stands is taken away")
                .isEmpty();
        assertThat(terminations.grounds(cases.get(held.granted()), TerminationAct.ANNULMENT))
                .as("what changes no licence leaves nothing that could stand")
                .isEmpty();

        annul();

        assertThat(lastDay()).isEqualTo(LAST_DAY);
        assertThat(LicenceChanges.plain(changes.certificate(change, held.holder())))
                .contains(held.licence(), "李样本", "有效期至2027年1月7日");
        assertThat(cases.timeline(change))
                .extracting(TimelineEntry::label)
                .contains("这份许可证此前的一次延续已被撤销", "证书已更正，不再记载被撤销的延续，请重新下载；原来的文件失效");
        assertThat(changes.letter(renewal, DocumentType.ANNULMENT_DECISION, held.holder()))
                .contains("此后颁发的同一号码的证书仍然有效，不再记载被撤销的延续");
    }

    @Test
    void nothing_built_upon_it_the_licence_before_it_holds_again() throws Exception {
        renewed();

        annul();

        assertThat(lastDay()).isEqualTo(LAST_DAY);
        assertThat(cases.timeline(held.granted()))
                .extracting(TimelineEntry::label)
                .contains("延续已撤销，证书恢复有效");
    }

    @Test
    void annulled_after_the_old_last_day_it_gives_back_nothing_that_would_hold() throws Exception {
        renewed();

        annul(LAST_DAY.plusDays(5));

        assertThat(cases.timeline(held.granted()))
                .extracting(TimelineEntry::label)
                .contains("延续已撤销，证书的有效期已经届满")
                .noneMatch(label -> label.contains("恢复有效"));
        assertThat(changes.letter(renewal, DocumentType.ANNULMENT_DECISION, held.holder()))
                .contains("延续以前颁发的同一号码的证书有效期已经届满，不再具有效力")
                .doesNotContain("仍然有效", "恢复效力");
        assertThat(ledger.of(held.granted()))
                .as("the licence store is not told that it is valid")
                .extracting(OutboundLedger.Entry::purpose)
                .noneMatch(purpose -> purpose.contains("有效：变更证照状态"));
    }

    private void renewed() throws Exception {
        held = schools.ending(LAST_DAY);
        renewal = schools.confirm(held);
        changes.await(renewal, CaseStatus.GRANTED);
    }

    private void annul() throws Exception {
        annul(LocalDate.of(2026, 12, 1));
    }

    private void annul(LocalDate on) throws Exception {
        assertThat(terminations.grounds(cases.get(renewal), TerminationAct.ANNULMENT))
                .contains(Ground.NOT_QUALIFIED);
        grants.proposed(renewal, "annulment", "NOT_QUALIFIED");
        time.set(on.atTime(9, 0));
        grants.work(renewal, TestDesk.REVIEWER, "heard", "期限内没有提出陈述和申辩。");
        grants.work(renewal, Grants.LAWYER, "lawful", "事实清楚，程序合法。");
        grants.work(renewal, TestDesk.DECIDER, "annulled", "延续时已经不符合条件。");
        assertThat(cases.get(renewal).status()).isEqualTo(CaseStatus.ANNULLED);
    }

    private LocalDate lastDay() {
        return licences.grantedBy(held.granted()).orElseThrow().validUntil().orElseThrow();
    }

    private void registered(CaseNumber number) {
        TestDesk.await("the registration of " + number, () -> cases.timeline(number).stream()
                .anyMatch(entry -> entry.kind().equals("CERTIFICATE_REGISTERED")));
    }
}
