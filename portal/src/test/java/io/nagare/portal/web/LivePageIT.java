package io.nagare.portal.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.nagare.portal.live.AgeText;
import io.nagare.portal.live.FeedState;
import io.nagare.portal.live.Readings;
import io.nagare.portal.text.Language;
import io.nagare.portal.text.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live page in a real browser. Pictures of it are left in {@code target/pictures}. */
class LivePageIT {
  private static final String MACHINE = "demo-site/factory-gw/machine-01/vibration";

  private static @Nullable Chromium chromium;

  private RunningPortal portal;

  @TempDir Path files;

  @BeforeAll
  static void openBrowser() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void closeBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void startPortal() {
    portal = new RunningPortal(RunningPortal.NO_TABLES, files, Clock.systemUTC());
  }

  @AfterEach
  void stopPortal() {
    List<String> complaints = List.copyOf(browser().complaints());
    List<String> foreign = List.copyOf(browser().foreignRequests());
    browser().reset();
    portal.close();
    assertThat(complaints).as("what the browser complained about").isEmpty();
    assertThat(foreign).as("requests that leave the machine").isEmpty();
  }

  @Test
  void aSourceThatStopsBecomesStaleWithItsAgeWhileOthersStayFresh() {
    Page page = open("en", 1366, 768, ColorScheme.LIGHT);
    feed("machine-01", 2.31, Instant.now());
    feed("machine-02", 4.5, Instant.now());
    Locator stopped = page.locator("[data-series='" + MACHINE + "']");
    assertThat(stopped).hasAttribute("data-state", "fresh");
    assertThat(stopped).containsText("2.31");

    keepFeeding(page, "machine-02", Duration.ofSeconds(5));

    assertThat(stopped).hasAttribute("data-state", "stale");
    Locator card = page.locator("[data-device='machine-01']");
    assertThat(card.locator(".card-head .stale-tag")).isVisible();
    assertThat(card.locator(".card-head .stale-tag"))
        .hasText(Pattern.compile("STALE\\s+\\d+ s ago"));
    assertThat(card.locator(".card-head .stale-tag svg")).isVisible();
    assertThat(page.locator("[data-device='machine-02']")).hasAttribute("data-state", "fresh");
    assertThat(page.locator("[data-count='stale']")).hasText("1");

    feed("machine-01", 3.07, Instant.now());
    assertThat(stopped).hasAttribute("data-state", "fresh");
    assertThat(stopped).containsText("3.07");
    assertThat(card.locator(".card-head .stale-tag")).isHidden();
  }

  @Test
  void showsEveryKindOfDeviceInBothLanguagesAndSizes() {
    DemoSite.deliver(portal.feed, Instant.now());
    for (String language : List.of("en", "ja")) {
      Page wide = open(language, 1366, 768, ColorScheme.LIGHT);
      assertThat(wide.locator("#board .card").first()).isVisible();
      Chromium.picture(wide, "live-" + language + "-wide");
      Page phone = open(language, 390, 844, ColorScheme.DARK);
      assertThat(phone.locator("#board .card").first()).isVisible();
      assertThat(phone.evaluate("document.documentElement.scrollWidth"))
          .as("no sideways scrolling on a phone")
          .isEqualTo(390);
      Chromium.picture(phone, "live-" + language + "-phone");
    }
    Page page = open("ja", 1366, 768, ColorScheme.DARK);
    assertThat(page.locator("[data-device='pump-1'] .card-head .stale-tag"))
        .hasText(Pattern.compile("期限切れ\\s+\\d年前"));
    assertThat(page.locator("[data-total='free']")).hasText("19");
    assertThat(page.locator("[data-total='unknown']")).hasText("3");
  }

  @Test
  void isReadableForEverybodyInBothColourSchemes() {
    DemoSite.deliver(portal.feed, Instant.now());
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page = open("ja", 1366, 768, colours);
      assertThat(page.locator("[data-device='pump-1']")).isVisible();
      assertThat(Chromium.violations(page)).isEmpty();
    }
  }

  @Test
  void showsFullestCarParksFirstAndFiltersByName() {
    DemoSite.deliver(portal.feed, Instant.now());
    Page page = open("en", 1366, 768, ColorScheme.LIGHT);
    Locator aachen = page.locator("details[data-name='Aachen'] [data-card]");
    assertThat(aachen.first()).hasAttribute("data-word", "full");
    assertThat(aachen.last()).hasAttribute("data-word", "space");

    page.locator("#filter").fill("第3駐車場");
    assertThat(page.locator("[data-card]:visible")).hasCount(1);
    page.locator("#filter").fill("no such thing");
    assertThat(page.locator("#no-match")).isVisible();
    page.locator("#filter").fill("");
    page.locator("#show").selectOption("stale");
    assertThat(page.locator("[data-card][data-state='fresh']:visible")).hasCount(0);
    assertThat(page.locator("[data-device='machine-07']")).isVisible();
  }

  @Test
  void saysWithinFiveSecondsThatTheLinkIsLostAndEqualsAFreshLoadAfterwards() throws Exception {
    DemoSite.deliver(portal.feed, Instant.now());
    Page page = open("en", 1366, 768, ColorScheme.LIGHT);
    assertThat(page.locator("[data-count='fresh']")).not().hasText("0");
    int port = portal.port();

    portal.close();
    page.locator("#banner-link")
        .waitFor(new Locator.WaitForOptions().setTimeout(Duration.ofSeconds(5).toMillis()));
    browser().complaints().clear();

    portal = new RunningPortal(RunningPortal.NO_TABLES, files, Clock.systemUTC(), port);
    DemoSite.deliver(portal.feed, Instant.now());
    portal.feed.deliver(DemoSite.vibration("machine-21", 9.9, Instant.now()));
    assertThat(page.locator("[data-device='machine-21']"))
        .isVisible(
            new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                .setTimeout(10_000));
    assertThat(page.locator("#banner-link")).isHidden();

    Page fresh = open("en", 1366, 768, ColorScheme.LIGHT);
    assertThat(fresh.locator("[data-device='machine-21']")).isVisible();
    assertThat(withoutAges(page)).isEqualTo(withoutAges(fresh));
    browser().complaints().clear();
  }

  @Test
  void saysThatNoLiveDataArrivesWhenKafkaIsAway() {
    portal.feed.enter(FeedState.Phase.WAITING);
    Page page = open("ja", 1366, 768, ColorScheme.LIGHT);
    assertThat(page.locator("#banner-feed")).isVisible();
    assertThat(page.locator("#nothing-yet")).isVisible();
    portal.feed.enter(FeedState.Phase.LIVE);
    assertThat(page.locator("#banner-feed")).isHidden();
  }

  @Test
  void aNameThatADeviceGivesItselfNeverRunsAsScript() {
    Page page = open("en", 1366, 768, ColorScheme.LIGHT);
    String name =
        "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
    portal.feed.deliver(
        Readings.reading("demo-site/gw/evil/vibration")
            .name(name)
            .value(1)
            .at(Instant.now())
            .build());
    assertThat(page.locator("[data-device='evil'] h5")).hasText(name);
    assertThat(page).hasTitle(Pattern.compile("Live.*"));
  }

  @Test
  void theBrowserTellsAgesInTheSameWordsAsTheServer() {
    Page page = open("en", 1366, 768, ColorScheme.LIGHT);
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    for (Language language : Language.values()) {
      Messages messages = Messages.load(language);
      for (long seconds = -200; seconds < 400_000_000L; seconds = next(seconds)) {
        Instant event = now.minusSeconds(seconds);
        Object told =
            page.evaluate(
                "async ([event, now, texts]) => (await import('/assets/freshness.js'))"
                    + ".ageText(event, now, JSON.parse(texts))",
                List.of(
                    String.valueOf(event.toEpochMilli()),
                    (double) now.toEpochMilli(),
                    LiveTexts.json(messages)));
        assertThat(told).isEqualTo(AgeText.of(Optional.of(event), now, messages));
      }
    }
  }

  private static long next(long seconds) {
    return seconds < 100 ? seconds + 7 : seconds * 13 / 10;
  }

  private static Chromium browser() {
    return Objects.requireNonNull(chromium);
  }

  private Page open(String language, int width, int height, ColorScheme colours) {
    return browser().page(portal.url("/"), language, width, height, colours);
  }

  private void feed(String machine, double value, Instant at) {
    portal.feed.deliver(
        Readings.reading("demo-site/factory-gw/" + machine + "/vibration")
            .area("hall-a")
            .unit("mm/s")
            .value(value)
            .at(at)
            .maxPeriod(Duration.ofSeconds(1))
            .build());
  }

  /** Feeds a machine every half second, as its sensor would, for a while. */
  private void keepFeeding(Page page, String machine, Duration time) {
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end)) {
      feed(machine, 4.5, Instant.now());
      page.waitForTimeout(500);
    }
    // a clock that is a little ahead: it stays fresh while the test looks around
    feed(machine, 4.5, Instant.now().plusSeconds(30));
  }

  private static Object withoutAges(Page page) {
    return page.evaluate(
        """
        () => {
          const copy = document.getElementById('board').cloneNode(true);
          for (const age of copy.querySelectorAll('[data-age], [data-card-age]')) age.textContent = '';
          return copy.innerHTML.replace(/\\s+/g, ' ');
        }\
        """);
  }
}
