package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.haina.service.KeycloakForTests;
import org.haina.service.ServiceTest;
import org.haina.service.access.SignedIn;
import org.haina.service.desk.FiledCases;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** What happens to people at their screens: two presses, two tabs, a session that ends, a line that breaks, a change of mind. */
@ServiceTest
class InterruptionJourneyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private PreparedDrafts drafts;

    @Autowired
    private FiledCases filed;

    @Autowired
    private SessionRepository<? extends Session> sessions;

    @Autowired
    private JdbcClient jdbc;

    private final List<Screen> screens = new ArrayList<>();

    @BeforeEach
    void start() {
        KeycloakForTests.running(port);
        drafts.clear();
    }

    @AfterEach
    void close() {
        screens.forEach(screen -> screen.picture(screen.name() + "-last"));
        screens.forEach(Screen::close);
        drafts.clear();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void two_presses_two_tabs_and_the_way_back_lead_to_one_receipt(boolean scripts) {
        String check = "/applications/" + drafts.begun() + "/check";
        Screen phone = phone("twice" + scripts, scripts);
        phone.signIn(PreparedDrafts.ACCOUNT, check);
        Page other = phone.tab();
        other.navigate(phone.home() + check);

        button(phone.page(), "提交申请").dblclick();
        phone.page().waitForURL("**/receipt");
        String number = phone.page().locator(".case-number").textContent();

        button(other, "提交申请").click();
        other.waitForURL("**/receipt");
        assertThat(other.locator(".case-number")).hasText(number);
        phone.page().goBack();
        phone.page().waitForURL("**/receipt");
        assertThat(phone.page().locator("h1")).hasText("申请已提交");
        assertThat(drafts.cases()).containsExactly(new CaseNumber(number));
        assertNoComplaints();
    }

    @Test
    void an_older_tab_asks_before_it_replaces_what_a_newer_one_saved() {
        UUID draft = drafts.begun();
        Screen phone = phone("tabs", true);
        phone.signIn(PreparedDrafts.ACCOUNT, "/applications/" + draft + "/pages/person");
        Page newer = phone.page();
        Page older = phone.tab();
        older.navigate(newer.url());

        address(newer).fill("上海市黄浦区示例路2号");
        assertThat(newer.locator("#saved")).containsText("已保存");
        address(older).fill("上海市黄浦区示例路3号");
        assertThat(older.locator("#saved")).containsText("另一个窗口改过");
        assertThat(saved(draft)).endsWith("2号");
        phone.look(older, "older-autosave");

        button(older, "保存并继续").click();
        assertThat(older.locator(".note-yellow")).containsText("另一个窗口改过");
        assertThat(address(older)).hasValue("上海市黄浦区示例路3号");
        assertThat(saved(draft)).endsWith("2号");
        phone.look(older, "older-refused");

        newer.navigate(phone.home() + "/applications/" + draft + "/check");
        button(older, "保存并继续").click();
        older.waitForURL("**/pages/education");
        assertThat(saved(draft)).endsWith("3号");

        button(newer, "提交申请").click();
        assertThat(newer.locator(".note-yellow").first()).containsText("请重新核对");
        assertThat(newer.locator("main")).containsText("示例路3号");
        assertThat(drafts.cases()).isEmpty();
        phone.look("look-again");
        button(newer, "提交申请").click();
        newer.waitForURL("**/receipt");

        button(older, "保存并继续").click();
        older.waitForURL("**/receipt");
        assertThat(drafts.cases()).hasSize(1);
        assertNoComplaints();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_citizen_whose_session_ends_signs_in_again_and_goes_on(boolean scripts) {
        UUID draft = drafts.begun();
        Screen phone = phone("expired" + scripts, scripts);
        Page page = phone.page();
        phone.signIn(PreparedDrafts.ACCOUNT, "/applications/" + draft + "/pages/person");
        endSession(phone);

        address(page).fill("上海市黄浦区示例路4号");
        if (scripts) {
            assertThat(page.locator("#saved")).containsText("登录已过期");
            phone.look("not-saved");
        }
        button(page, "保存并继续").click();
        assertThat(page.locator("h1")).hasText("登录已过期");
        phone.look("expired");
        signInBeside(phone, "a[href*='as=citizen']");
        button(page, "登录后继续提交").click();

        page.waitForURL("**/pages/education");
        assertThat(saved(draft)).endsWith("4号");
        assertNoComplaints("status of 401", "Error Code 401");
    }

    @Test
    void a_photo_sent_after_the_session_has_ended_is_asked_for_again() {
        UUID draft = drafts.begun();
        Screen phone = phone("expired-photo", true);
        Page page = phone.page();
        phone.signIn(PreparedDrafts.ACCOUNT, "/applications/" + draft + "/pages/files");
        endSession(phone);

        page.locator("#q-photo-file").setInputFiles(DemoCitizen.TWO.photo());
        assertThat(page.locator("main")).containsText("登录后请重新选择");
        phone.look("expired");
        signInBeside(phone, "a[href*='as=citizen']");
        page.locator("a:has-text('登录后返回，重新选择文件')").click();

        assertThat(page.locator("#q-photo-file")).isVisible();
        phone.look("again");
        page.locator("#q-photo-file").setInputFiles(DemoCitizen.TWO.photo());
        assertThat(page.locator("#errors")).hasCount(0);
        assertThat(page.locator("#q-photo .file-row a")).isVisible();
        assertNoComplaints("status of 401");
    }

    @Test
    void what_is_typed_is_saved_on_the_way_and_after_the_line_was_down() {
        UUID draft = drafts.begun();
        Screen phone = phone("offline", true);
        Page page = phone.page();
        phone.signIn(PreparedDrafts.ACCOUNT, "/applications/" + draft + "/pages/person");

        address(page).fill("");
        address(page).pressSequentially("上海市示例路5号");
        assertThat(page.locator("#saved")).containsText("已保存");
        phone.look("saved");
        page.reload();
        assertThat(address(page)).hasValue("上海市示例路5号");

        phone.context().setOffline(true);
        address(page).fill("上海市示例路6号");
        assertThat(page.locator("#saved")).containsText("网络不通");
        button(page, "保存并继续").click();
        assertThat(page.locator("#saved")).containsText("请不要关闭本页");
        assertThat(address(page)).hasValue("上海市示例路6号");
        phone.look("offline");
        assertThat(saved(draft)).endsWith("5号");

        phone.context().setOffline(false);
        assertThat(page.locator("#saved")).containsText("已保存");
        assertThat(saved(draft)).endsWith("6号");
        button(page, "保存并继续").click();
        page.waitForURL("**/pages/education");
        assertNoComplaints("ERR_INTERNET_DISCONNECTED", "htmx:sendError", "htmx:afterRequest");
    }

    @Test
    void a_withdrawn_application_is_gone_from_the_list_and_whoever_had_it_open_is_told() {
        CaseNumber number = drafts.filed();
        Screen clerk = keep(Screen.desk(home(), "withdrawal-clerk"));
        Page desk = clerk.page();
        clerk.signIn("clerk.huangpu", "/desk?tab=all&number=" + number);
        desk.locator("[data-claim]").click();
        assertThat(desk.locator("#told")).containsText("已签收");
        desk.locator(".row-open").click();
        button(desk, "一次性告知补正").click();
        desk.locator("input[name=mark][value='/address']").check();
        desk.locator("input[name='text:/address']").fill("请写到门牌号");

        Screen phone = phone("withdrawal", true);
        Page page = phone.page();
        phone.signIn(PreparedDrafts.ACCOUNT, "/cases/" + number);
        page.locator("main a", new Page.LocatorOptions().setHasText("撤回申请")).click();
        phone.look("withdrawal");
        page.locator("#reason").fill("单位的名额有变化");
        button(page, "撤回申请").click();
        assertThat(page.locator("h1")).hasText("您已撤回申请");
        assertThat(page.locator(".timeline")).containsText("单位的名额有变化");
        phone.look("withdrawn");
        phone.open("/cases/" + number + "/withdrawal");
        assertThat(page.locator("h1")).hasText("您已撤回申请");
        phone.open("/my/cases");
        assertThat(page.locator("main")).containsText("已撤回");
        phone.look("my-cases");

        button(desk, "发出一次性告知").click();
        assertThat(desk.locator(".note-red").first()).containsText("没有提交成功");
        assertThat(desk.locator(".note-red").first()).containsText("申请人已经撤回申请");
        assertThat(desk.locator(".case-side")).containsText("通信地址：请写到门牌号");
        clerk.look("told");
        clerk.open("/desk?tab=all&number=" + number);
        assertThat(desk.locator(".row-open")).hasCount(0);
        clerk.look("list");
        assertNoComplaints("status of 409");
    }

    @Test
    void an_official_whose_session_ends_loses_no_word_of_an_opinion() throws Exception {
        CaseNumber number = filed.reviewing(SignedIn.clerk("310101"));
        String opinion = "已核对学历、普通话等级和考试合格证明，\n三者与申请一致，建议予以认定。";
        Screen desk = keep(Screen.desk(home(), "expired-reviewer"));
        Page page = desk.page();
        desk.signIn("reviewer.huangpu", "/desk/cases/" + number);
        page.locator(".task [data-claim]").click();
        button(page, "建议予以认定").click();
        page.locator("#f-opinion").fill(opinion);
        endSession(desk);

        button(page, "确认：建议予以认定").click();
        assertThat(page.locator("h1")).hasText("登录已过期");
        desk.look("expired");
        signInBeside(desk, "a[href='/oauth2/authorization/haina']");
        button(page, "登录后继续提交").click();

        assertThat(page.locator("#told")).containsText("已办理");
        assertThat(jdbc.sql("select text from opinion where case_number = :number")
                        .param("number", number.value())
                        .query(String.class)
                        .single())
                .isEqualTo(opinion);
        assertNoComplaints("status of 401", "Error Code 401");
    }

    /** The first step of the page that keeps what was typed: a login in a second window, which is then closed. */
    private void signInBeside(Screen screen, String door) {
        Page beside = screen.context()
                .waitForPage(() -> screen.page().locator("a[href='/signed-in']").click());
        beside.locator(door).click();
        beside.waitForURL("**/signed-in*");
        assertThat(beside.locator("h1")).hasText("已经重新登录");
        screen.look(beside, "signed-in");
        beside.close();
    }

    private void endSession(Screen screen) {
        Cookie session = screen.context().cookies(home()).stream()
                .filter(cookie -> cookie.name.equals("haina"))
                .findFirst()
                .orElseThrow();
        sessions.deleteById(new String(Base64.getDecoder().decode(session.value), StandardCharsets.UTF_8));
    }

    private String saved(UUID draft) {
        return drafts.get(draft).data().path("address").asText();
    }

    private static Locator address(Page page) {
        return page.locator("[name=address]");
    }

    private static Locator button(Page page, String words) {
        return page.locator("button", new Page.LocatorOptions().setHasText(words))
                .first();
    }

    /** @param meant what the browser itself notes about an answer that is meant */
    private void assertNoComplaints(String... meant) {
        assertThat(screens.stream().flatMap(screen -> screen.complaints().stream()))
                .filteredOn(complaint -> List.of(meant).stream().noneMatch(complaint::contains))
                .isEmpty();
    }

    private Screen phone(String name, boolean scripts) {
        return keep(Screen.phone(home(), name, scripts));
    }

    private Screen keep(Screen screen) {
        screens.add(screen);
        return screen;
    }

    private String home() {
        return "http://localhost:" + port;
    }
}
