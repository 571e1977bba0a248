package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.haina.service.keys.CaseNumber;

/** What the officials of one district do at their desks. */
final class OfficeSteps {

    private final Screen clerk;
    private final Screen reviewer;
    private final Screen decider;
    private final String district;
    private final CaseNumber number;

    OfficeSteps(Screen clerk, Screen reviewer, Screen decider, String district, CaseNumber number) {
        this.clerk = clerk;
        this.reviewer = reviewer;
        this.decider = decider;
        this.district = district;
        this.number = number;
    }

    /** Marks the address and the photo in one notice. */
    void askForCorrection(String why, String photoWhy) {
        Page page = clerk.page();
        clerk.signIn("clerk." + district, "/desk?tab=all&number=" + number);
        clerk.look("list");
        page.locator("[data-claim]").click();
        assertThat(page.locator("#told")).containsText("已签收");
        clerk.look("claimed");
        page.locator(".row-open").click();
        clerk.look("case");
        page.locator(".chosen button", new Page.LocatorOptions().setHasText("一次性告知补正"))
                .click();
        mark(page, "/address", why);
        mark(page, "material:photo", photoWhy);
        clerk.look("marks");
        finish(clerk, "发出一次性告知");
    }

    private static void mark(Page page, String target, String why) {
        page.locator("input[name=mark][value='" + target + "']").check();
        page.locator("input[name='text:" + target + "']").fill(why);
    }

    void accept() {
        clerk.open("/desk/cases/" + number);
        claimUnlessMine(clerk.page());
        clerk.look("case-corrected");
        choose(clerk.page(), "受理");
        finish(clerk, "确认：受理");
    }

    void review() {
        reviewer.signIn("reviewer." + district, "/desk/cases/" + number);
        claimUnlessMine(reviewer.page());
        reviewer.look("case");
        choose(reviewer.page(), "建议予以认定");
        reviewer.page().locator("[data-phrase]").first().click();
        reviewer.look("review");
        finish(reviewer, "确认：建议予以认定");
    }

    void grant() {
        decider.signIn("decider." + district, "/desk/cases/" + number);
        claimUnlessMine(decider.page());
        decider.look("case");
        choose(decider.page(), "予以认定");
        decider.look("decision");
        finish(decider, "确认：予以认定");
    }

    private static void claimUnlessMine(Page page) {
        if (page.locator(".task [data-claim]").isVisible()) {
            page.locator(".task [data-claim]").click();
        }
        page.locator(".chosen").waitFor();
    }

    private static void choose(Page page, String words) {
        page.locator(".chosen")
                .getByText(words, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void finish(Screen screen, String words) {
        screen.page()
                .locator("button", new Page.LocatorOptions().setHasText(words))
                .click();
        assertThat(screen.page().locator("#told")).containsText("已办理");
        screen.look("finished");
    }
}
