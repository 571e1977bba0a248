package org.haina.service.terminations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.documents.DocumentType;
import org.haina.service.keys.CaseNumber;
import org.haina.service.publications.PublicGrants;
import org.haina.service.terminations.Grants.Grant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 吊销以后再注销: the public reads why and since when the grant is no more, not that it was struck off later. */
@ServiceTest
class LostThenCancelledTests {

    @Autowired
    Grants grants;

    @Autowired
    PublicGrants published;

    @Autowired
    Cases cases;

    @Autowired
    MovableClock time;

    @AfterEach
    void time_stands_where_it_stood() {
        time.set(MovableClock.START);
    }

    @Test
    void a_grant_that_was_revoked_stays_revoked_on_that_day_when_it_is_cancelled() throws Exception {
        Grant grant = grants.granted();
        CaseNumber number = grant.number();
        grants.proposed(number, "revocation", "PENALTY");
        grants.sends(grant, grant.holder(), "/statement", "没有异议。").andExpect(status().is3xxRedirection());
        grants.work(number, TestDesk.REVIEWER, "heard", "当事人没有异议。");
        grants.work(number, TestDesk.DECIDER, "revoked", "处罚决定已经生效。");
        JsonNode revoked = published.entry(number);
        assertThat(revoked.path("state").asText()).isEqualTo("REVOKED");

        time.advance(Duration.ofDays(2));
        grants.proposed(number, "cancellation", "TAKEN_BACK");
        grants.work(number, TestDesk.DECIDER, "cancelled", "许可证已经吊销。");

        assertThat(cases.get(number).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(published.entry(number)).isEqualTo(revoked);
        assertThat(revoked.path("endedOn").asText()).isEqualTo("2026-11-23");
        assertThat(revoked.path("endedBy").asText())
                .isEqualTo(
                        grants.letter(number, DocumentType.REVOCATION_DECISION).number());
    }
}
