package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.haina.service.Filing;
import org.haina.service.ServiceTest;
import org.haina.service.TestPerson;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A complaint on a telephone from the page of a case; the clerk it is about finds nothing, a supervisor answers. */
@ServiceTest
class ComplainantJourneyTests {

    private static final String ANSWER = "经查，您反映的情况属实。已责成办理机关改正，并向您道歉。";

    @LocalServerPort
    private int port;

    @Autowired
    Filing filing;

    private Screens screens;

    @BeforeEach
    void start() {
        screens = Screens.of("complaint", port);
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void a_supervisor_answers_what_the_clerk_complained_of_never_sees() {
        TestPerson person = TestPerson.demo("agent.one");
        CaseNumber slow = filing.filed(person, "information-disclosure", person.disclosureRequest("310101"));
        Screen clerk = screens.desk("clerk.huangpu", slow);
        clerk.page().locator(".task [data-claim]").click();

        Screen phone = screens.phone("citizen");
        CaseNumber complaint = complain(phone, slow);
        assertThat(phone.page().locator("main")).containsText("被投诉的机关看不到");
        clerk.open("/desk?tab=all&number=" + complaint);
        assertThat(clerk.page().locator("#worklist")).containsText("没有符合条件的任务");
        clerk.look("finds-nothing");
        Screen supervisor = screens.desk("supervisor.city", "/desk?tab=all&number=" + complaint);
        supervisor.look("list");
        supervisor.page().locator(".row-open").click();
        assertThat(supervisor.page().locator("#facts")).containsText("第三次要我补材料");
        supervisor.finish("答复", ANSWER);

        phone.open("/cases/" + complaint);
        assertThat(phone.page().locator("h1")).hasText("已经答复");
        assertThat(phone.page().locator(".said")).hasText(ANSWER);
        phone.look("answered");
        phone.page().getByText("评价这次办理").click();
        phone.page().getByText("非常满意").click();
        new FormSteps(phone).press("提交评价");
        assertThat(phone.page().locator("main")).containsText("您的评价：非常满意");
        screens.assertInOrder();
    }

    /** By the link at the foot of the page of the case it is about. */
    private static CaseNumber complain(Screen phone, CaseNumber about) {
        Page page = phone.page();
        phone.signIn("agent.one", "/cases/" + about);
        page.locator("footer a", new Page.LocatorOptions().setHasText("投诉")).click();
        page.waitForURL("**/items/complaint/apply*");
        phone.look("before");
        FormSteps form = new FormSteps(phone);
        form.begin();
        assertThat(page.locator("[name=caseNumber]")).hasValue(about.value());
        form.choose("kind", "notice");
        form.fill(Map.of("story", "第三次要我补材料，每次说的都不一样。希望一次说清楚。"));
        form.choose("subjectLevel", "district");
        form.select("subjectDistrict", "310101");
        form.check("complaint");
        CaseNumber number = form.submit("提交投诉");
        phone.look("receipt");
        phone.open("/cases/" + number);
        phone.look("received");
        return number;
    }
}
