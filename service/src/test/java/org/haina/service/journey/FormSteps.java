package org.haina.service.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import org.haina.service.ChromiumForTests;
import org.haina.service.keys.CaseNumber;

/** What an applicant does on the pages of any form. */
final class FormSteps {

    private final Screen screen;
    private final Page page;

    FormSteps(Screen screen) {
        this.screen = screen;
        this.page = screen.page();
    }

    /** From the guide of an item, through the login, to what is told before one begins. */
    void apply(String item, String account) {
        screen.open("/items/" + item);
        screen.look("guide");
        page.getByText("开始申请").click();
        ChromiumForTests.signIn(page, account);
        page.waitForURL("**/items/" + item + "/apply*");
    }

    /** From there to the first page of the form; a form of one page has no list of pages before it. */
    void begin() {
        press("开始填写");
        page.waitForURL("**/applications/**");
        if (!page.url().contains("/pages/")) {
            page.locator("main a.row-link").first().click();
        }
    }

    void choose(String field, String value) {
        page.locator("input[name='" + field + "'][value='" + value + "']").check();
    }

    void choose(Map<String, String> values) {
        values.forEach(this::choose);
    }

    void select(String field, String value) {
        page.locator("select[name='" + field + "']").selectOption(value);
    }

    void fill(Map<String, String> values) {
        values.forEach((field, value) -> page.locator("[name='" + field + "']").fill(value));
    }

    /** Uploads a paper and waits until the page shows it. */
    void upload(String key, FilePayload file) {
        page.locator("#q-" + key + "-file").setInputFiles(file);
        page.locator("#q-" + key + " .file-row a").waitFor();
    }

    /** From a page that is filled in to the one that follows. */
    void next(String shown, String following) {
        screen.look(shown);
        press("保存并继续");
        page.waitForURL("**/pages/" + following);
    }

    /** From the last page to everything once more. */
    void check(String shown) {
        screen.look(shown);
        press("保存并继续");
        page.waitForURL("**/check");
        screen.look("check");
    }

    /** The one press that hands it in. */
    CaseNumber submit(String words) {
        press(words);
        page.waitForURL("**/receipt");
        return new CaseNumber(page.locator(".case-number").textContent());
    }

    void press(String words) {
        page.locator("main button", new Page.LocatorOptions().setHasText(words)).click();
    }
}
