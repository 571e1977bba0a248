package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import org.haina.integrations.sandbox.SandboxServer;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.haina.service.uploads.HostileFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A company's agent applies on a telephone for a school; two officers look at the place; the licence comes, and the
 * school's own code comes back from the registry.
 */
@ServiceTest
class SchoolLicenceJourneyTests {

    private static final String SCHOOL = "示例区海纳第二进修学校";
    private static final String SCHOOL_CODE = "91319999MA1FT0086B";

    @LocalServerPort
    private int port;

    @Autowired
    Cases cases;

    @Autowired
    SandboxServer sandbox;

    private Screens screens;

    @BeforeEach
    void start() {
        screens = Screens.of("school", port);
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void an_agent_applies_two_officers_visit_and_the_school_s_own_code_comes_back() {
        Screen phone = screens.phone("agent");
        CaseNumber number = apply(phone);

        screens.desk("clerk.huangpu", number).finish("受理", "");
        TestDesk.await("the review", () -> cases.get(number).status() == CaseStatus.REVIEWING);
        Screen reviewer = screens.desk("reviewer.huangpu", number);
        reviewer.finish("核查符合", "11月25日上午与法制审核人员到场，教室、消防设施与申报一致。");
        Screen second = screens.desk("legal.huangpu", number);
        assertThat(second.page().locator("main")).containsText("实地核查：符合");
        second.finish("确认核查记录", "");
        reviewer.open("/desk/cases/" + number);
        reviewer.finish("建议准予行政许可", "两名人员实地核查符合，举办者信息一致。");
        screens.desk("decider.huangpu", number).finish("准予行政许可", "同意。");
        TestDesk.await("the licence", () -> cases.get(number).status() == CaseStatus.GRANTED);

        phone.open("/cases/" + number);
        assertThat(phone.page().locator("h1")).containsText("办好了");
        phone.look("granted");
        registered();
        enter(number);
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("main")).containsText(SCHOOL_CODE);
        phone.look("registered");
        screens.assertInOrder();
    }

    private CaseNumber apply(Screen phone) {
        Page page = phone.page();
        FormSteps form = new FormSteps(phone);
        form.apply("training-licence", "agent.one");
        phone.look("for-whom");
        page.locator("label.choice", new Page.LocatorOptions().setHasText("海纳示范教育科技有限公司"))
                .click();
        form.begin();
        assertThat(page.locator("[name=organiserName]")).hasValue("海纳示范教育科技有限公司");
        form.next("organiser", "school");
        form.choose(Map.of("content", "cultural", "audience", "adults", "schoolNature", "for-profit"));
        form.select("district", "310101");
        form.fill(Map.of("schoolName", SCHOOL, "address", "上海市黄浦区示例路40号201室", "principal", "王示例"));
        form.next("school", "papers");
        FilePayload paper = new FilePayload("材料.pdf", "application/pdf", HostileFiles.pdf());
        for (String key : List.of("report", "charter", "assets", "staff", "venue")) {
            form.upload(key, paper);
        }
        form.next("papers", "declaration");
        form.choose(Map.of("electronicService", "true"));
        page.locator("#q-truthDeclared").check();
        form.check("declaration");
        return form.submit("提交申请");
    }

    /** The founders have been to the registry. */
    private void registered() {
        TestPerson owner = TestPerson.unknown();
        owner.raw()
                .putObject("organisation")
                .put("name", SCHOOL)
                .put("uscc", SCHOOL_CODE)
                .put("kind", "有限责任公司")
                .put("legalRepresentative", "王示例")
                .put("address", "上海市黄浦区示例路40号201室")
                .put("established", "2026-11-23")
                .put("status", "存续")
                .put("position", "法定代表人")
                .putObject("authority")
                .put("number", "示例〔2026〕2号")
                .put("validFrom", "2026-01-01")
                .put("validUntil", "2027-12-31")
                .putArray("items")
                .add("training-licence");
        owner.admit(sandbox);
    }

    private void enter(CaseNumber number) {
        Screen clerk = screens.desk("clerk.huangpu", number);
        clerk.page().getByText("回填法人登记").first().click();
        clerk.page().locator("[name=uscc]").fill(SCHOOL_CODE);
        clerk.look("registration");
        clerk.page().locator("main form button.go").first().click();
        TestDesk.await("the registry's answer", () -> cases.timeline(number).stream()
                .anyMatch(entry -> entry.label().contains("学校已登记法人")));
        clerk.open("/desk/cases/" + number);
        assertThat(clerk.page().locator("main")).containsText("学校已登记法人，统一社会信用代码 " + SCHOOL_CODE);
        clerk.look("registered");
    }
}
