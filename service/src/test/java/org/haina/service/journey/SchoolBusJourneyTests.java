package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haina.service.ChromiumForTests;
import org.haina.service.KeycloakForTests;
import org.haina.service.MovableClock;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.cases.Cases;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A school applies for its bus; one department stays silent, is urged and reported, and the school reads of it all. */
@ServiceTest
class SchoolBusJourneyTests {

    private static final String ITEM = "/items/school-bus-permit";

    @LocalServerPort
    private int port;

    @Autowired
    Cases cases;

    @Autowired
    MovableClock time;

    private final List<Screen> screens = new ArrayList<>();

    @BeforeEach
    void start() {
        KeycloakForTests.running(port);
    }

    @AfterEach
    void close() {
        time.set(MovableClock.START);
        screens.forEach(screen -> screen.picture(screen.name() + "-last"));
        screens.forEach(Screen::close);
    }

    @Test
    void a_silent_department_is_urged_and_reported_and_the_plate_comes_after_its_answer() {
        Screen phone = keep(Screen.phone(home(), "bus-school", true));
        CaseNumber number = apply(phone);
        desk("clerk.huangpu", number).finish("受理并送部门征求意见", "");
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("h1")).containsText("正在征求有关部门意见");
        phone.look("asked");

        desk("consult.transport.huangpu", number).finish("同意", "线路的道路通行条件符合要求。");
        Screen supervisor = silence(number);
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("main")).containsText("海纳示范黄浦区公安分局交通警察支队逾期未回复意见，已催办");
        phone.look("urged");
        supervisor.open("/desk/cases/" + number);
        assertThat(supervisor.page().locator("main")).containsText("催办期限届满，已转督办");
        supervisor.look("reported");

        desk("consult.police.huangpu", number).finish("同意", "车辆、驾驶人均符合规定。");
        desk("reviewer.huangpu", number).finish("建议批准", "两个部门均同意，符合规定的条件。");
        desk("decider.government.huangpu", number).finish("批准", "同意审查意见。");
        TestDesk.await("the plate", () -> cases.get(number).status().isTerminal());
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("h1")).containsText("准予许可");
        phone.look("granted");
        assertThat(screens.stream().flatMap(screen -> screen.complaints().stream()))
                .isEmpty();
    }

    /** Over both limits; the list of the silent department and that of the supervisor show it. */
    private Screen silence(CaseNumber number) {
        time.set(LocalDateTime.of(2026, 11, 27, 1, 0));
        TestDesk.await("the urging", () -> happened(number, "OPINION_URGED"));
        Screen police = keep(Screen.desk(home(), "bus-silent"));
        police.signIn("consult.police.huangpu", "/desk?tab=all&number=" + number);
        assertThat(police.page().locator("#worklist tbody tr")).containsText("已催办");
        police.look("urged");
        time.set(LocalDateTime.of(2026, 12, 2, 1, 0));
        TestDesk.await("the report upwards", () -> happened(number, "OVERDUE"));
        Screen supervisor = keep(Screen.desk(home(), "bus-supervisor"));
        supervisor.signIn("supervisor.city", "/oversight/cases");
        supervisor.look("list");
        return supervisor;
    }

    private boolean happened(CaseNumber number, String kind) {
        return cases.timeline(number).stream().anyMatch(entry -> entry.kind().equals(kind));
    }

    private CaseNumber apply(Screen phone) {
        Page page = phone.page();
        phone.open(ITEM);
        assertThat(page.locator("main")).containsText("交通运输意见");
        phone.look("guide");
        page.getByText("开始申请").click();
        ChromiumForTests.signIn(page, "agent.one");
        page.waitForURL("**" + ITEM + "/apply*");
        page.locator("input[name=for][value=self]").check();
        phone.look("for-whom");
        press(page, "开始填写");
        page.waitForURL("**/applications/*");
        page.locator("main a.row-link").first().click();
        page.locator("select[name=district]").selectOption("310101");
        choose(page, Map.of("applicantKind", "school", "role", "agent"));
        fill(page, Map.of("applicantName", "海纳示例实验小学"));
        next(phone, "applicant", "vehicle");
        choose(page, Map.of("passengers", "compulsory", "vehicleKind", "primary"));
        fill(
                page,
                Map.of(
                        "plateNumber", "沪AE3199",
                        "vehicleOwner", "海纳示例实验小学",
                        "seats", "36",
                        "inspectionUntil", "2027-06-30",
                        "insuranceUntil", "2027-05-31"));
        next(phone, "vehicle", "driver");
        fill(
                page,
                Map.of(
                        "driverName", "钱示例",
                        "driverIdNumber", "319999198603151018",
                        "driverBirthDate.year", "1986",
                        "driverBirthDate.month", "3",
                        "driverBirthDate.day", "15",
                        "driverLicensedOn", "2012-09-01"));
        next(phone, "driver", "route");
        fill(
                page,
                Map.of(
                        "routeName", "示例路—海纳大道—示例实验小学",
                        "stops", "示例新村、海纳大道口、示例实验小学",
                        "runTimes", "上学日7:00—7:40、16:00—16:40"));
        next(phone, "route", "papers");
        List.of("vehicle-licence", "insurance", "driver-licence", "operating-plan", "safety-rules", "authorisation")
                .forEach(key -> upload(page, key));
        next(phone, "papers", "declaration");
        page.locator("#q-truthDeclared").check();
        phone.look("declaration");
        press(page, "保存并继续");
        page.waitForURL("**/check");
        phone.look("check");
        press(page, "提交申请");
        page.waitForURL("**/receipt");
        return new CaseNumber(page.locator(".case-number").textContent());
    }

    private static void next(Screen phone, String shown, String following) {
        phone.look(shown);
        press(phone.page(), "保存并继续");
        phone.page().waitForURL("**/pages/" + following);
    }

    private static void choose(Page page, Map<String, String> values) {
        values.forEach((field, value) ->
                page.locator("input[name=" + field + "][value='" + value + "']").check());
    }

    private static void fill(Page page, Map<String, String> values) {
        values.forEach((field, value) -> page.locator("[name='" + field + "']").fill(value));
    }

    private static void upload(Page page, String key) {
        page.locator("#q-" + key + "-file").setInputFiles(DemoCitizen.TWO.photo());
        page.locator("#q-" + key + " .file-row a").waitFor();
    }

    private Screen desk(String account, CaseNumber number) {
        Screen desk = keep(Screen.desk(home(), "bus-" + account.replace('.', '-')));
        desk.signIn(account, "/desk/cases/" + number);
        return desk;
    }

    private static void press(Page page, String words) {
        page.locator("main button", new Page.LocatorOptions().setHasText(words)).click();
    }

    private Screen keep(Screen screen) {
        screens.add(screen);
        return screen;
    }

    private String home() {
        return "http://localhost:" + port;
    }
}
