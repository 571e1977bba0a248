package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import org.haina.service.KeycloakForTests;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.cases.TimelineEntry;
import org.haina.service.keys.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 考试成绩证明 on a telephone, from the first page to the file: no official takes part. */
@ServiceTest
class InstantJourneyTests {

    private static final String ITEM = "/items/score-certificate";

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    private Screen phone;

    @BeforeEach
    void start() {
        KeycloakForTests.running(port);
        phone = Screen.phone("http://localhost:" + port, "agent.one-scores", true);
    }

    @AfterEach
    void close() {
        phone.picture(phone.name() + "-last");
        phone.close();
    }

    @Test
    void a_citizen_has_the_certificate_before_putting_the_telephone_away() throws IOException {
        begin();
        fill();
        press("提交申请");
        phone.page().waitForURL("**/receipt");
        phone.look("receipt");
        CaseNumber number = new CaseNumber(phone.page().locator(".case-number").textContent());

        TestDesk.await("grant of " + number, 20, () -> cases.get(number).status() == CaseStatus.GRANTED);
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("h1")).containsText("办好了：准予出具");
        phone.look("granted");

        assertThat(PdfText.of(download()).replaceAll("\\s+", "")).contains("陈样例", "普通高中学业水平考试", "2004", "地理A");
        assertThat(cases.timeline(number)).extracting(TimelineEntry::by).containsOnly("申请人", "系统");
        assertThat(phone.complaints()).isEmpty();
    }

    private void begin() {
        phone.open("/");
        phone.page().locator("#q").fill("成绩单");
        press("搜索");
        phone.page().locator("a[href='" + ITEM + "']").click();
        phone.page().waitForURL("**" + ITEM);
        assertThat(phone.page().locator("main")).containsText("即时办结");
        assertThat(phone.page().locator("main")).containsText("不用提交材料");
        assertThat(phone.page().locator("main")).containsText("咨询电话 021-00000100");
        phone.look("guide");
        phone.signIn("agent.one", ITEM + "/apply");
        press("开始填写");
        phone.page().waitForURL("**/applications/*");
    }

    private void fill() {
        phone.page().locator("main a.row-link").first().click();
        choose("exam", "academic-level");
        phone.page().locator("[name=year]").fill("2004");
        choose("purpose", "employment");
        phone.look("exam");
        press("保存并继续");
        phone.page().waitForURL("**/pages/person");
        phone.look("person");
        press("保存并继续");
        phone.page().waitForURL("**/pages/declaration");
        choose("electronicService", "true");
        phone.page().locator("#q-truthDeclared").check();
        press("保存并继续");
        phone.page().waitForURL("**/check");
        phone.look("check");
    }

    private void choose(String field, String value) {
        phone.page().locator("input[name=" + field + "][value='" + value + "']").check();
    }

    private void press(String words) {
        phone.page()
                .locator("main button", new Page.LocatorOptions().setHasText(words))
                .click();
    }

    private byte[] download() throws IOException {
        Download file = phone.page().waitForDownload(() -> phone.page()
                .locator("a", new Page.LocatorOptions().setHasText("下载证书"))
                .click());
        try (InputStream content = file.createReadStream()) {
            return content.readAllBytes();
        }
    }
}
