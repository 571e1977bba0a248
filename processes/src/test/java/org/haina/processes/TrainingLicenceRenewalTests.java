package org.haina.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How its process goes but for the last day of the licence: {@link InstantItemTests}. */
class TrainingLicenceRenewalTests {
    @RegisterExtension
    static final ProcessEngineFixture ENGINE = new ProcessEngineFixture();

    private static final String ITEM = "training-licence-renewal";

    @BeforeEach
    void the_number_of_the_licence_is_carried_on() {
        ENGINE.finds(StepNames.ISSUE_CERTIFICATE, Map.of(VariableNames.NUMBERED, true));
    }

    @ParameterizedTest
    @MethodSource("org.haina.processes.InstantItemTests#everyWaitState")
    void an_expiry_before_the_decision_renews_the_licence_wherever_the_case_waits(List<Runnable> before) {
        ProcessInstance item = ENGINE.start(ITEM);
        before.forEach(Runnable::run);

        ENGINE.message(MessageNames.RENEWAL_EXPIRED);
        assertThat(ENGINE.openTasks()).isEmpty();
        InstantItemTests.issued();

        InstantItemTests.assertEnded(item, "EndEvent_CaseDeemedRenewed");
        assertThat(ENGINE.steps())
                .endsWith(
                        "deemRenewed",
                        "issueCertificate",
                        "sealCertificate",
                        "deliverResult",
                        "closeCase:deemedRenewed");
        assertThat(ENGINE.instances()).isZero();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} → {4}")
    @CsvSource({
        "organisation, match, 存续, , ",
        "organisation, match, valid, , ",
        "organisation, match, expired, , organiserExpired asks",
        "organisation, match, revoked, , organiserNotActive bars",
        "organisation, not-found, , , organiserUnknown asks",
        "organisation, , , , registrySilent asks",
        "organisation, match, 吊销, , organiserNotActive bars",
        "person, , , match, ",
        "person, , , differs, identityDoubtful asks",
        "person, , , , identitySilent asks"
    })
    void only_what_the_registers_confirm_leaves_no_question(
            String kind, String enterprise, String status, String identity, String expected) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("organiserKind", kind);
        facts.put("enterprise", enterprise);
        facts.put("enterpriseStatus", status);
        facts.put("identity", identity);

        List<String> reasons = ENGINE.decide(ITEM + "-eligibility", facts).stream()
                .map(row -> row.get("reason") + " " + row.get("effect"))
                .toList();

        assertThat(String.join(";", reasons)).isEqualTo(expected == null ? "" : expected);
    }
}
