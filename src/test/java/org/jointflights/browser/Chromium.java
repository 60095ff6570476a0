package org.jointflights.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The Chromium of this machine, one for all tests; it is never downloaded. Where there is none the tests are skipped,
 * unless the system property {@code browser.required} is true.
 */
public final class Chromium implements ExecutionCondition, BeforeAllCallback, ParameterResolver {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Hands out pages of a fresh session each. */
    public interface Sessions {

        /** A page of somebody whose browser speaks that language, for example {@code en-GB}. */
        Page open(String language);
    }

    /**
     * A window that was left is used for the next person, signed out and with nothing stored: what a browser has fetched and
     * compiled of Tasklist it need not fetch and compile again.
     */
    private record Running(Playwright playwright, Browser browser, Map<String, Deque<BrowserContext>> left)
            implements Sessions, ExtensionContext.Store.CloseableResource {

        static Running start(Path executable) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(FLAGS));
            return new Running(playwright, browser, new HashMap<>());
        }

        @Override
        public Page open(String language) {
            Deque<BrowserContext> windows = left.computeIfAbsent(language, none -> new ArrayDeque<>());
            BrowserContext window = windows.isEmpty() ? window(language) : windows.pop();
            Page page = window.newPage();
            page.onClose(closed -> {
                window.clearCookies();
                windows.push(window);
            });
            return page;
        }

        private BrowserContext window(String language) {
            return browser.newContext(new Browser.NewContextOptions()
                    .setLocale(language)
                    .setTimezoneId("Europe/Paris")
                    .setViewportSize(1440, 1000));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (executable().isPresent() || Boolean.getBoolean("browser.required")) {
            return ConditionEvaluationResult.enabled("a browser is there or required");
        }
        return ConditionEvaluationResult.disabled(
                "No Chromium was found on this machine, so nothing was tried in a browser. Looked for: " + PLACES);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sessions.class;
    }

    @Override
    public Sessions resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .getOrComputeIfAbsent(
                        Running.class,
                        key -> Running.start(executable()
                                .orElseThrow(() -> new IllegalStateException(
                                        "A browser is required (-Dbrowser.required=true), but no Chromium was found: "
                                                + PLACES))),
                        Running.class);
    }

    private static Optional<Path> executable() {
        return Stream.of(PLACES)
                .flatMap(List::stream)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
