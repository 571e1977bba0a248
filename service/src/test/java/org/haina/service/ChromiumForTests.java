package org.haina.service;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's headless Chromium, one for all journeys; each journey opens a context of its own. */
public final class ChromiumForTests {

    private static Browser browser;

    private ChromiumForTests() {}

    public static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(installed())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    /** Signs in by the page a person sees; the page must be at our login page or at one that leads there. */
    public static void signIn(Page page, String account) {
        boolean citizen = account.endsWith(".one") || account.endsWith(".two");
        page.locator(citizen ? "a[href*='as=citizen']" : "a[href='/oauth2/authorization/haina']")
                .click();
        page.locator("#username").fill(account);
        page.locator("#password").fill("haina-demo");
        page.locator("#kc-login").click();
    }

    private static Path installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Chromium is missing: ./haina test installs it on Debian"));
    }
}
