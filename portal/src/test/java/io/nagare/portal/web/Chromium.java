package io.nagare.portal.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Debian's Chromium, which remembers what it asked the network for and what it complained about.
 */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target/pictures");

  private final Playwright playwright;
  private final Browser browser;
  private final List<BrowserContext> contexts = new CopyOnWriteArrayList<>();
  private final List<String> foreignRequests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Opens the browser; skips the test, and says what to install, where there is none. */
  static Chromium open() {
    assumeTrue(
        Files.isExecutable(PROGRAM),
        PROGRAM + " is missing; install it: apt-get install -y chromium fonts-noto-cjk");
    return new Chromium();
  }

  /** A page of a reader with this language. */
  Page page(String url, String language, int width, int height, ColorScheme colours) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setLocale(language));
    contexts.add(context);
    Page page = context.newPage();
    page.onRequest(request -> remember(request.url()));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(url);
    return page;
  }

  /** Requests that left this machine. */
  List<String> foreignRequests() {
    return foreignRequests;
  }

  /** Errors and warnings of pages, among them everything the security policy refused. */
  List<String> complaints() {
    return complaints;
  }

  /** Closes all pages and forgets what they did. */
  void reset() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    foreignRequests.clear();
    complaints.clear();
  }

  /** Violations of WCAG 2.1, levels A and AA, each with the first element that it is about. */
  static List<String> violations(Page page) {
    AxeResults results =
        new AxeBuilder(page)
            .setLegacyMode(true)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
            .analyze();
    if (results.getPasses().isEmpty()) {
      throw new IllegalStateException("axe has examined nothing");
    }
    return results.getViolations().stream()
        .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
        .toList();
  }

  /** Leaves pictures of a page in {@code target/pictures}: the first screen, and all of it. */
  static void picture(Page page, String name) {
    page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + "-top.png")));
    page.screenshot(
        new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  private void remember(String url) {
    URI address = URI.create(url);
    boolean network = String.valueOf(address.getScheme()).matches("https?|wss?");
    if (network && !"127.0.0.1".equals(address.getHost())) {
      foreignRequests.add(url);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
