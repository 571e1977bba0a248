package org.haina.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.access.Caller;
import org.haina.service.access.Role;
import org.haina.service.access.SignedIn;
import org.haina.service.keys.CaseNumber;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever looks at a case that the system cannot go on with reads so, and that an operator has it. */
@ServiceTest
class StuckCaseSentencesTests {

    @Autowired
    MockMvc web;

    @Autowired
    StuckCases stuck;

    @Autowired
    StepRetries retries;

    @Autowired
    Filing filing;

    @Test
    void officials_and_the_applicant_read_that_the_system_is_stuck_until_it_is_not() throws Exception {
        TestPerson person = stuck.person();
        Caller.Citizen citizen = filing.citizen(person);
        CaseNumber number = stuck.stuck(person);

        for (Caller.Official official :
                new Caller.Official[] {TestDesk.CLERK, TestDesk.DECIDER, SignedIn.city(Role.SUPERVISOR)}) {
            assertThat(text("/desk/cases/" + number, official))
                    .contains("办件卡在系统环节“制证并签章”", "已列入系统管理员的“卡住的办件”")
                    .doesNotContain("无需办理");
        }
        assertThat(text("/cases/" + number, citizen)).contains("正在制作证书，遇到系统故障", "故障已列给系统管理员处理");
        assertThat(text("/my/cases", citizen)).contains("正在制作证书，遇到系统故障");

        stuck.repair(number);
        retries.retry(stuck.seen(number), SignedIn.city(Role.OPERATOR));
        stuck.awaitGranted(number);

        assertThat(text("/desk/cases/" + number, TestDesk.CLERK))
                .contains("办件已经办结。")
                .doesNotContain("卡在系统环节");
        assertThat(text("/cases/" + number, citizen)).contains("办好了").doesNotContain("系统故障");
    }

    private String text(String address, Caller caller) throws Exception {
        return Jsoup.parse(web.perform(get(address).with(SignedIn.as(caller)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .text();
    }
}
