package org.haina.service.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.haina.service.ServiceTest;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.checks.Checks;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One application from the first page to the rating: a citizen on a telephone, officials at their desks. */
@ServiceTest
class CitizenJourneyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @Autowired
    private Checks checks;

    private Screens screens;

    @BeforeEach
    void start() {
        screens = Screens.of("citizen", port);
    }

    @AfterEach
    void close() {
        screens.close();
    }

    static Stream<DemoCitizen> citizens() {
        return Stream.of(DemoCitizen.ONE, DemoCitizen.TWO);
    }

    @ParameterizedTest
    @MethodSource("citizens")
    void a_citizen_gets_a_certificate_and_anybody_can_verify_it(DemoCitizen citizen) {
        CitizenSteps applicant = new CitizenSteps(phone(citizen), citizen);
        applicant.findOut();
        applicant.begin();
        applicant.fill();
        CaseNumber number = applicant.submit();

        OfficeSteps office = office(citizen, number);
        office.askForCorrection("请写到门牌号", "照片太暗，请重新拍摄");
        applicant.answerCorrection("上海市示例路9号901室", citizen.photo());
        applicant.askWithoutSigningIn(number);
        office.accept();
        await(number, CaseStatus.REVIEWING);
        office.review();
        office.grant();
        await(number, CaseStatus.GRANTED);

        byte[] certificate = applicant.fetchCertificate(number);
        assertThat(PdfText.of(certificate)).contains(citizen.name());
        applicant.rate();
        applicant.askToBeReminded();
        CitizenSteps.verify(screens.phone(citizen.account() + "-stranger", citizen.scripts()), certificate);
        screens.assertInOrder();
    }

    private OfficeSteps office(DemoCitizen citizen, CaseNumber number) {
        return new OfficeSteps(
                desk(citizen, "clerk"), desk(citizen, "reviewer"), desk(citizen, "decider"), citizen.office(), number);
    }

    private Screen phone(DemoCitizen citizen) {
        return screens.phone(citizen.account(), citizen.scripts());
    }

    private Screen desk(DemoCitizen citizen, String role) {
        return screens.desk(citizen.account() + "-" + role);
    }

    private void await(CaseNumber number, CaseStatus wanted) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (cases.get(number).status() != wanted) {
            assertThat(System.nanoTime())
                    .as("waiting for %s, checks %s", wanted, checks.of(number))
                    .isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }
}
