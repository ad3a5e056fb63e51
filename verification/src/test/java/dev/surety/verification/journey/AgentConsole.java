package dev.surety.verification.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A browser in an agent's hands. Its downloads of browsers are off: the machine's own Chromium is used. */
final class AgentConsole implements AutoCloseable {
    private static final String[] PLACES = {"/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"};

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    private final BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));

    Page page() {
        return context.newPage();
    }

    private static Path executable() {
        String named = System.getenv("SURETY_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        for (String place : PLACES) {
            if (Path.of(place).toFile().canExecute()) {
                return Path.of(place);
            }
        }
        throw new IllegalStateException("No Chromium: install one, or name it in SURETY_CHROMIUM");
    }

    @Override
    public void close() {
        playwright.close();
    }
}
