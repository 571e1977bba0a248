package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
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

    private static final String ITEM = "school-bus-permit";

    @LocalServerPort
    private int port;

    @Autowired
    Cases cases;

    @Autowired
    MovableClock time;

    private Screens screens;

    @BeforeEach
    void start() {
        screens = Screens.of("bus", port);
    }

    @AfterEach
    void close() {
        time.set(MovableClock.START);
        screens.close();
    }

    @Test
    void a_silent_department_is_urged_and_reported_and_the_plate_comes_after_its_answer() {
        Screen phone = screens.phone("school");
        CaseNumber number = apply(phone);
        screens.desk("clerk.huangpu", number).finish("受理并送部门征求意见", "");
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("h1")).containsText("正在征求有关部门意见");
        phone.look("asked");

        screens.desk("consult.transport.huangpu", number).finish("同意", "线路的道路通行条件符合要求。");
        Screen supervisor = silence(number);
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("main")).containsText("海纳示范黄浦区公安分局交通警察支队逾期未回复意见，已催办");
        phone.look("urged");
        supervisor.open("/desk/cases/" + number);
        assertThat(supervisor.page().locator("main")).containsText("催办期限届满，已转督办");
        supervisor.look("reported");

        screens.desk("consult.police.huangpu", number).finish("同意", "车辆、驾驶人均符合规定。");
        screens.desk("reviewer.huangpu", number).finish("建议批准", "两个部门均同意，符合规定的条件。");
        screens.desk("decider.government.huangpu", number).finish("批准", "同意审查意见。");
        TestDesk.await("the plate", () -> cases.get(number).status().isTerminal());
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("h1")).containsText("准予许可");
        phone.look("granted");
        screens.assertInOrder();
    }

    /** Over both limits; the list of the silent department and that of the supervisor show it. */
    private Screen silence(CaseNumber number) {
        time.set(LocalDateTime.of(2026, 11, 27, 1, 0));
        TestDesk.await("the urging", () -> happened(number, "OPINION_URGED"));
        Screen police = screens.desk("consult.police.huangpu", "/desk?tab=all&number=" + number);
        assertThat(police.page().locator("#worklist tbody tr")).containsText("已催办");
        police.look("urged");
        time.set(LocalDateTime.of(2026, 12, 2, 1, 0));
        TestDesk.await("the report upwards", () -> happened(number, "OVERDUE"));
        Screen supervisor = screens.desk("supervisor.city", "/oversight/cases");
        supervisor.look("list");
        return supervisor;
    }

    private boolean happened(CaseNumber number, String kind) {
        return cases.timeline(number).stream().anyMatch(entry -> entry.kind().equals(kind));
    }

    private CaseNumber apply(Screen phone) {
        phone.open("/items/" + ITEM);
        assertThat(phone.page().locator("main")).containsText("交通运输意见");
        FormSteps form = new FormSteps(phone);
        form.apply(ITEM, "agent.one");
        form.choose("for", "self");
        phone.look("for-whom");
        form.begin();
        form.select("district", "310101");
        form.choose(Map.of("applicantKind", "school", "role", "agent"));
        form.fill(Map.of("applicantName", "海纳示例实验小学"));
        form.next("applicant", "vehicle");
        form.choose(Map.of("passengers", "compulsory", "vehicleKind", "primary"));
        form.fill(Map.of(
                "plateNumber", "沪AE3199",
                "vehicleOwner", "海纳示例实验小学",
                "seats", "36",
                "inspectionUntil", "2027-06-30",
                "insuranceUntil", "2027-05-31"));
        form.next("vehicle", "driver");
        form.fill(Map.of(
                "driverName", "钱示例",
                "driverIdNumber", "319999198603151018",
                "driverBirthDate.year", "1986",
                "driverBirthDate.month", "3",
                "driverBirthDate.day", "15",
                "driverLicensedOn", "2012-09-01"));
        form.next("driver", "route");
        form.fill(Map.of(
                "routeName", "示例路—海纳大道—示例实验小学",
                "stops", "示例新村、海纳大道口、示例实验小学",
                "runTimes", "上学日7:00—7:40、16:00—16:40"));
        form.next("route", "papers");
        List.of("vehicle-licence", "insurance", "driver-licence", "operating-plan", "safety-rules", "authorisation")
                .forEach(key -> form.upload(key, DemoCitizen.TWO.photo()));
        form.next("papers", "declaration");
        phone.page().locator("#q-truthDeclared").check();
        form.check("declaration");
        return form.submit("提交申请");
    }
}
