package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.HostileFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A guardian applies on a telephone for one of two children; who decides in the office lets the others read, and is let. */
@ServiceTest
class GuardianJourneyTests {

    private static final String SCHOOL = "海纳示例实验小学";
    private static final String ILLNESS = "骨折手术后需要卧床休养，医院建议休学。";

    @LocalServerPort
    private int port;

    @Autowired
    Cases cases;

    private Screens screens;

    @BeforeEach
    void start() {
        screens = Screens.of("guardian", port);
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void a_guardian_consents_staff_read_upon_approval_and_the_decision_comes_to_the_telephone() {
        Screen phone = screens.phone("mother");
        CaseNumber number = apply(phone);

        Screen clerk = screens.desk("clerk.huangpu", closed(number));
        ask(clerk, "核对材料");
        Screen decider = screens.desk("decider.huangpu", "/desk/minor-access");
        approve(decider, number, "clerk");
        clerk.open("/desk/cases/" + number);
        assertThat(clerk.page().locator("#facts")).containsText(SCHOOL);
        clerk.finish("受理", "");
        Screen reviewer = screens.desk("reviewer.huangpu", closed(number));
        ask(reviewer, "审查医院证明");
        approve(decider, number, "reviewer");
        reviewer.open("/desk/cases/" + number);
        reviewer.finish("建议批准", "医院证明需要休养，期间合理。");
        decider.open(closed(number));
        ask(decider, "作出决定");
        approve(screens.desk("head.huangpu", "/desk/minor-access"), number, "decider");
        decider.open("/desk/cases/" + number);
        decider.finish("批准", "批准休学，自2026年12月1日至2027年6月30日。");

        TestDesk.await("the decision", () -> cases.get(number).status() == CaseStatus.GRANTED);
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("h1")).containsText("予以批准");
        assertThat(phone.page().getByText("下载决定书")).isVisible();
        phone.page().getByText("谁看过我的数据").click();
        assertThat(phone.page().locator("main")).containsText("理由：审查医院证明");
        phone.look("decided");
        screens.assertInOrder();
    }

    private static String closed(CaseNumber number) {
        return "/desk/cases/" + number + "/minor-access";
    }

    private CaseNumber apply(Screen phone) {
        Page page = phone.page();
        FormSteps form = new FormSteps(phone);
        form.apply("enrolment-deferral", "guardian.one");
        assertThat(page.locator("#for label.choice")).hasCount(2);
        page.locator("label.choice", new Page.LocatorOptions().setHasText("王小样"))
                .click();
        phone.look("for-whom");
        form.begin();
        assertThat(page.locator("main")).containsText("王小样");
        form.next("child", "request");
        form.choose("kind", "suspension");
        form.select("district", "310101");
        form.select("grade", "2");
        form.fill(Map.of("school", SCHOOL, "startsOn", "2026-12-01", "endsOn", "2027-06-30"));
        form.next("request", "health");
        form.fill(Map.of("condition", ILLNESS, "hospital", "海纳示范儿童医院", "diagnosedOn", "2026-11-20"));
        form.upload("hospital-certificate", new FilePayload("证明.pdf", "application/pdf", HostileFiles.pdf()));
        assertThat(page.locator("[name=condition]")).hasValue(ILLNESS);
        form.next("health", "guardian");
        form.choose(Map.of("relation", "mother", "electronicService", "true"));
        form.fill(Map.of("phone", "18600000003"));
        page.locator("#q-truthDeclared").check();
        form.check("declaration");
        form.press("提交申请");
        assertThat(page.locator("#errors")).containsText("同意");
        phone.look("no-consent");
        page.locator("#consent input").check();
        CaseNumber number = form.submit("提交申请");
        phone.look("receipt");
        return number;
    }

    private static void ask(Screen official, String purpose) {
        assertThat(official.page().locator("main")).not().containsText(SCHOOL);
        official.page().locator("#f-purpose").fill(purpose);
        official.look("closed");
        new FormSteps(official).press("申请查阅");
        assertThat(official.page().locator("#told")).containsText("等待本单位负责人批准");
        official.look("asked");
    }

    /** This one and no other, on whichever page of the list it stands. */
    private static void approve(Screen manager, CaseNumber number, String asking) {
        manager.open("/desk/minor-access");
        Page page = manager.page();
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText(number.value()));
        while (row.count() == 0) {
            page.locator("a[rel=next]").click();
        }
        page.locator("input[name=ask]:checked").all().forEach(Locator::uncheck);
        row.locator("input[name=ask]").check();
        manager.look(asking + "-asks");
        page.locator("button[value=APPROVED]").click();
        assertThat(page.locator("#told")).containsText("已批准");
    }
}
