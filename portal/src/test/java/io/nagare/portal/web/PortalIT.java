package io.nagare.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.nagare.portal.tables.TestTables;
import io.nagare.portal.tables.WrittenLake;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole portal over tables that Iceberg wrote. */
class PortalIT {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path folder;

  private static WrittenLake lake;
  private static RunningPortal portal;

  @BeforeAll
  static void start() {
    lake = new WrittenLake(folder.resolve("warehouse"));
    TestTables.writeParking(lake);
    portal = new RunningPortal(lake.settings(), folder, Clock.systemUTC());
    portal.publish();
  }

  @AfterAll
  static void stop() throws Exception {
    portal.close();
    lake.close();
  }

  @Test
  void theSizeThatTheCatalogTellsIsTheSizeOfTheDownload() throws Exception {
    JsonNode resources = show("parking-occupancy-15min").path("resources");
    assertThat(resources).hasSize(2);
    for (JsonNode resource : resources) {
      HttpResponse<byte[]> file = portal.download(resource.path("url").asText());
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat((long) file.body().length).isEqualTo(resource.path("size").asLong()).isPositive();
      assertThat(file.headers().firstValueAsLong("Content-Length"))
          .hasValue(resource.path("size").asLong());
      HttpResponse<String> head = portal.head(resource.path("url").asText());
      assertThat(head.headers().firstValueAsLong("Content-Length"))
          .hasValue(resource.path("size").asLong());
      assertThat(resource.path("mimetype").asText())
          .isEqualTo(file.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0]);
    }
  }

  @Test
  void theCsvHoldsTheNewestRevisionOfEachRowSortedByKey() throws Exception {
    String csv = portal.get("/datasets/parking-occupancy-15min/parking-occupancy-15min.csv").body();
    List<String> lines = csv.lines().toList();
    assertThat(csv).endsWith("\r\n");
    assertThat(lines.get(0)).startsWith("site,").contains("window_start", "quality_share");
    assertThat(lines).hasSize(1 + TestTables.PARKING_ROWS);
    assertThat(lines.subList(1, lines.size())).as("by site, lot and window").isSorted();
  }

  @Test
  void anOldAddressOfAFileStillGivesTheNewestFile() throws Exception {
    HttpResponse<String> file =
        portal.get("/datasets/parking-occupancy-15min/parking-occupancy-15min.csv?v=0123456789");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(portal.get("/datasets/parking-occupancy-15min/other.csv").statusCode())
        .isEqualTo(404);
    assertThat(portal.get("/datasets/parking-occupancy-15min/..%2f..%2fetc%2fpasswd").statusCode())
        .isIn(400, 404);
  }

  @Test
  void aDatasetWithoutATableHasFilesWithItsColumnsAndNoRows() throws Exception {
    JsonNode resource = show("equipment-health-1min").path("resources").get(0);
    HttpResponse<byte[]> csv = portal.download(resource.path("url").asText());
    assertThat(new String(csv.body(), java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("site,gateway,")
        .hasLineCount(1);
  }

  @Test
  void showsTheElevenItemsOfADatasetInBothLanguages() throws Exception {
    for (String language : List.of("en", "ja")) {
      String page = portal.get("/datasets/parking-occupancy-15min?lang=" + language).body();
      for (String item :
          List.of(
              "name",
              "title",
              "creator",
              "tags",
              "issued",
              "resource-title",
              "url",
              "description",
              "size",
              "licence",
              "language")) {
        assertThat(page).contains("data-item=\"" + item + "\"");
      }
    }
    assertThat(portal.get("/datasets/parking-occupancy-15min?lang=ja").body())
        .contains("<html lang=\"ja\">", "公開日", "ライセンス", "ファイルサイズ", "駐車場の利用状況")
        .contains("2026-11-23", "Creative Commons");
  }

  @Test
  void answersTheActionApiByGetAndByPostWithAndWithoutABody() throws Exception {
    for (String prefix : List.of("/api/3/action/", "/api/action/")) {
      assertThat(json(portal.get(prefix + "package_list").body()).path("result")).hasSize(3);
      assertThat(json(portal.post(prefix + "package_list", "").body()).path("result")).hasSize(3);
      String body = "{\"q\": \"駐車場\", \"rows\": 100, \"sort\": \"id asc\"}";
      assertThat(
              json(portal.post(prefix + "package_search", body).body()).at("/result/count").asInt())
          .isEqualTo(2);
      assertThat(
              json(portal
                      .post(
                          prefix + "package_show",
                          "id=parking-occupancy-15min",
                          "Content-Type",
                          "application/x-www-form-urlencoded")
                      .body())
                  .at("/result/name")
                  .asText())
          .isEqualTo("parking-occupancy-15min");
    }
  }

  @Test
  void answersErrorsOfTheActionApiAsCkanDoes() throws Exception {
    HttpResponse<String> unknown = portal.get("/api/3/action/package_delete");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(json(unknown.body()).isTextual()).isTrue();
    HttpResponse<String> broken = portal.post("/api/3/action/package_show", "{\"id\": ");
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(json(broken.body()).isTextual()).isTrue();
    HttpResponse<String> missing = portal.get("/api/3/action/package_show?id=nope");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(json(missing.body()).at("/error/__type").asText()).isEqualTo("Not Found Error");
    HttpResponse<String> incomplete = portal.get("/api/3/action/package_show");
    assertThat(incomplete.statusCode()).isEqualTo(409);
    assertThat(json(incomplete.body()).at("/error/__type").asText()).isEqualTo("Validation Error");
  }

  @Test
  void everyAnswerForbidsThePageToLoadAnythingFromElsewhere() throws Exception {
    for (String path : List.of("/", "/datasets", "/status", "/nothing-here", "/assets/live.js")) {
      assertThat(portal.get(path).headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
    }
    assertThat(portal.get("/nothing-here").statusCode()).isEqualTo(404);
    assertThat(portal.get("/assets/..%2flogback.xml").statusCode()).isIn(400, 404);
  }

  @Test
  void remembersTheLanguageThatAReaderChose() throws Exception {
    HttpResponse<String> chosen = portal.get("/datasets?lang=ja", "Accept-Language", "en");
    assertThat(chosen.headers().firstValue("Set-Cookie").orElse("")).startsWith("lang=ja");
    assertThat(portal.get("/datasets", "Accept-Language", "en", "Cookie", "lang=ja").body())
        .contains("<html lang=\"ja\">");
    assertThat(portal.get("/datasets", "Accept-Language", "ja-JP,en;q=0.5").body())
        .contains("<html lang=\"ja\">");
  }

  @Test
  void tellsItsHealthAndItsLiveReadings() throws Exception {
    JsonNode health = json(portal.get("/health").body());
    assertThat(health.at("/kafka/state").asText()).isEqualTo("up");
    portal.feed.deliver(DemoSite.vibration("machine-01", 2.5, java.time.Instant.now()));
    JsonNode reading = json(portal.get("/api/live").body()).path("readings").get(0);
    assertThat(reading.path("value").asDouble()).isEqualTo(2.5);
    assertThat(reading.path("state").asText()).isEqualTo("fresh");
  }

  @Test
  void datasetPagesShowInARealBrowserAndSearchAsOneTypes() {
    try (Chromium chromium = Chromium.open()) {
      for (String language : List.of("en", "ja")) {
        Page list = chromium.page(portal.url("/datasets"), language, 1366, 768, ColorScheme.LIGHT);
        Chromium.picture(list, "datasets-" + language);
        list.locator("#q").pressSequentially("駐車場");
        com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                list.locator(".dataset-list > li"))
            .hasCount(2);
        Page one =
            chromium.page(
                portal.url("/datasets/parking-occupancy-15min"),
                language,
                1366,
                768,
                ColorScheme.LIGHT);
        Chromium.picture(one, "dataset-" + language);
        assertThat(Chromium.violations(one)).isEmpty();
        assertThat(Chromium.violations(list)).isEmpty();
        Page phone =
            chromium.page(
                portal.url("/datasets/parking-occupancy-15min"),
                language,
                390,
                844,
                ColorScheme.DARK);
        assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        Chromium.picture(phone, "dataset-phone-" + language);
        Chromium.picture(
            chromium.page(portal.url("/status"), language, 1366, 768, ColorScheme.DARK),
            "status-" + language);
      }
      assertThat(chromium.complaints()).isEmpty();
      assertThat(chromium.foreignRequests()).isEmpty();
    }
  }

  private static JsonNode show(String id) throws Exception {
    return json(portal.get("/api/3/action/package_show?id=" + id).body()).path("result");
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }
}
