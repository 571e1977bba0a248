package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.haina.service.ServiceTest;
import org.haina.service.TestDesk;
import org.haina.service.TestPerson;
import org.haina.service.cases.CaseStatus;
import org.haina.service.cases.Cases;
import org.haina.service.documents.DocumentType;
import org.haina.service.documents.Documents;
import org.haina.service.keys.CaseNumber;
import org.haina.service.renewals.SchoolLicences;
import org.haina.service.renewals.SchoolLicences.Held;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A licence near its last day goes on by one press on a telephone; the second tab finds the same case. */
@ServiceTest
class RenewalJourneyTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 7);

    @LocalServerPort
    private int port;

    @Autowired
    Cases cases;

    @Autowired
    SchoolLicences schools;

    @Autowired
    Documents documents;

    private Screens screens;

    @BeforeEach
    void start() {
        screens = Screens.of("renewal", port);
    }

    @AfterEach
    void close() {
        screens.close();
    }

    @Test
    void one_press_renews_it_and_everybody_may_read_that_it_goes_on() throws Exception {
        Held held = schools.ending(LAST_DAY, TestPerson.demo("guardian.one"));
        Screen phone = screens.phone("holder");
        phone.signIn("guardian.one", "/my/cases");
        Locator card = card(phone.page(), held);
        assertThat(card).containsText("有效期到2027年1月7日");
        phone.look("due");
        Page tab = phone.tab();
        tab.navigate(phone.home() + "/my/cases");

        card.getByText("确认延续").last().click();
        phone.page().waitForURL("**/cases/HN*");
        CaseNumber number = number(phone.page());
        card(tab, held).getByText("确认延续").last().click();
        tab.waitForURL("**/cases/HN*");
        assertThat(tab).hasURL(phone.home() + "/cases/" + number);

        TestDesk.await("the new edition", () -> cases.get(number).status() == CaseStatus.GRANTED);
        phone.open("/cases/" + number);
        assertThat(phone.page().locator("h1")).containsText("准予延续");
        phone.look("renewed");
        phone.open("/my/cases");
        assertThat(card(phone.page(), held)).hasCount(0);
        phone.look("nothing-due");
        Screen stranger = screens.phone("stranger");
        stranger.open("/grants?item=training-licence-renewal");
        assertThat(grant(stranger.page(), held.licence())).containsText("至 2030年1月7日");
        stranger.look("published");
        String letter = letter(held);
        stranger.open("/grants?document=" + letter);
        assertThat(grant(stranger.page(), letter)).containsText("已由新的许可替代");
        screens.assertInOrder();
    }

    /** Number of the decision that granted the licence at first. */
    private String letter(Held held) {
        return documents.of(held.granted()).stream()
                .filter(document -> document.type() == DocumentType.DECISION_GRANTED)
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static Locator card(Page page, Held held) {
        return page.locator("section.card", new Page.LocatorOptions().setHasText(held.licence()));
    }

    private static Locator grant(Page page, String number) {
        return page.locator("article.grant", new Page.LocatorOptions().setHasText(number));
    }

    private static CaseNumber number(Page page) {
        return new CaseNumber(page.url().replaceAll(".*/cases/", ""));
    }
}
