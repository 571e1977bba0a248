package org.haina.service.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.haina.service.ChromiumForTests;

/** A screen somebody sits at. Whatever is wrong with a page passed is written down with the page's name. */
final class Screen implements AutoCloseable {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    private static final int PHONE = 390;
    private static final int DESK = 1440;
    private static final double PATIENCE = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final String name;
    private final int width;
    private final boolean scripts;
    private final List<String> complaints = new ArrayList<>();
    private int seen;

    private Screen(String home, String name, int width, boolean scripts, Browser.NewContextOptions options) {
        this.home = home;
        this.name = name;
        this.width = width;
        this.scripts = scripts;
        this.context = ChromiumForTests.browser()
                .newContext(options.setJavaScriptEnabled(scripts).setLocale("zh-CN"));
        this.context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
        watch(page);
    }

    /** A telephone held upright. */
    static Screen phone(String home, String name, boolean scripts) {
        return new Screen(
                home,
                name,
                PHONE,
                scripts,
                new Browser.NewContextOptions()
                        .setViewportSize(PHONE, 844)
                        .setIsMobile(true)
                        .setHasTouch(true));
    }

    static Screen desk(String home, String name) {
        return new Screen(home, name, DESK, true, new Browser.NewContextOptions().setViewportSize(DESK, 900));
    }

    Page page() {
        return page;
    }

    /** A second tab of the same browser. */
    Page tab() {
        Page tab = context.newPage();
        watch(tab);
        return tab;
    }

    String name() {
        return name;
    }

    BrowserContext context() {
        return context;
    }

    String home() {
        return home;
    }

    /** Everything that was wrong, each with the page it was wrong on. */
    List<String> complaints() {
        return complaints;
    }

    void open(String path) {
        page.navigate(home + path);
    }

    /** Asks for a page of one's own and comes in through the login server. */
    void signIn(String account, String path) {
        open(path);
        ChromiumForTests.signIn(page, account);
        page.waitForURL(home + path.replaceAll("\\?.*", "") + "*");
    }

    /** Completes the open task of the case shown; takes it before, unless it is the official's own already. */
    void finish(String outcome, String opinion) {
        if (page.locator(".task [data-claim]").isVisible()) {
            page.locator(".task [data-claim]").click();
        }
        page.locator(".chosen").waitFor();
        page.locator(".chosen")
                .getByText(outcome, new Locator.GetByTextOptions().setExact(true))
                .click();
        if (!opinion.isEmpty()) {
            page.locator("[name=opinion]").fill(opinion);
        }
        look(outcome);
        page.locator("button", new Page.LocatorOptions().setHasText("确认：" + outcome))
                .click();
        assertThat(page.locator("#told")).containsText("已办理");
    }

    /** Keeps a picture of the page and looks at it closely. */
    void look(String what) {
        look(page, what);
    }

    /** The same for another tab. */
    void look(Page tab, String what) {
        String shown = "%s-%02d-%s".formatted(name, ++seen, what);
        picture(tab, shown);
        if (scripts) {
            inspect(tab, shown);
            return;
        }
        try (BrowserContext reading =
                ChromiumForTests.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 844))) {
            inspect(copy(tab, reading), shown);
        }
    }

    /** What stands on the screen now, for those who look for the reason of a failure. */
    void picture(String shown) {
        picture(page, shown);
    }

    private static void picture(Page tab, String shown) {
        tab.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/journey/" + shown + ".png"))
                .setFullPage(true));
    }

    /** The same document where axe can run; the page's own scripts stay away. */
    private static Page copy(Page page, BrowserContext reading) {
        Page copy = reading.newPage();
        String document = page.content();
        copy.route("**/*.js", route -> route.abort());
        copy.route(
                page.url(),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html;charset=utf-8")
                        .setBody(document)));
        copy.navigate(page.url());
        return copy;
    }

    private void inspect(Page inspected, String shown) {
        if (!"zh-CN".equals(inspected.locator("html").getAttribute("lang"))) {
            complaints.add(shown + ": the language is not stated");
        }
        if (inspected.title().isBlank()) {
            complaints.add(shown + ": no title");
        }
        int wide = ((Number) inspected.evaluate("document.documentElement.scrollWidth")).intValue();
        if (wide > width) {
            complaints.add(shown + ": " + wide + " pixels wide");
        }
        bar(inspected, "static");
        new AxeBuilder(inspected)
                .withTags(RULES).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .forEach(rule -> complaints.add(shown + ": " + rule.getId() + " "
                                + rule.getNodes().get(0).getHtml()));
        bar(inspected, "");
    }

    /** What a bar at the top or the bottom happens to cover can be scrolled out from under it: not too small, only behind. */
    private static void bar(Page inspected, String position) {
        inspected.evaluate(
                "position => document.querySelectorAll('.actions-sticky, .jump').forEach(bar => bar.style.position = position)",
                position);
    }

    private void watch(Page watched) {
        watched.onPageError(error -> complaints.add(watched.url() + ": " + error));
        watched.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())
                    && watched.url().startsWith(home)) {
                complaints.add(watched.url() + ": " + message.text());
            }
        });
    }

    @Override
    public void close() {
        context.close();
    }
}
