package io.nagare.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nagare.portal.catalog.CkanApi.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class CkanApiTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DatasetCatalog CATALOG = Catalogs.builtIn();
  private static final CkanApi API = new CkanApi(CATALOG, new CatalogSearch(CATALOG));

  @Test
  void wrapsAResultInItsEnvelope() throws Exception {
    Answer answer = run("package_list", "{}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("success").asBoolean()).isTrue();
    assertThat(answer.body().path("help").asText())
        .isEqualTo("http://portal/api/3/action/help_show?name=package_list");
    assertThat(answer.body().path("result").toString())
        .isEqualTo(
            "[\"equipment-health-1min\",\"parking-occupancy-15min\",\"site-activity-15min\"]");
    assertThat(run("package_list", "{\"limit\": 1, \"offset\": \"1\"}").body().path("result"))
        .hasSize(1);
  }

  @Test
  void showsTheItemsThatEveryDatasetCarries() throws Exception {
    JsonNode shown =
        run("package_show", "{\"id\": \"parking-occupancy-15min\"}").body().path("result");
    assertThat(shown.path("name").asText()).isEqualTo("parking-occupancy-15min");
    assertThat(shown.path("title").asText()).isEqualTo("Parking occupancy per 15 minutes");
    assertThat(shown.at("/title_translated/ja").asText()).contains("駐車場");
    assertThat(shown.path("notes").asText()).isNotBlank();
    assertThat(shown.path("author").asText()).isEqualTo("Nagare");
    assertThat(shown.path("license_title").asText()).contains("Creative Commons");
    assertThat(shown.path("license_url").asText()).startsWith("https://creativecommons.org/");
    assertThat(shown.path("language").toString()).isEqualTo("[\"en\",\"ja\"]");
    assertThat(shown.path("metadata_created").asText()).isEqualTo("2026-11-23T00:00:00.000000");
    assertThat(shown.path("tags").findValuesAsText("name")).contains("parking", "駐車場");
    assertThat(shown.path("extras").findValuesAsText("key"))
        .contains("issued", "creator_name", "privacy_policy_contains_personal_data");
    String uuid = shown.path("id").asText();
    assertThat(run("package_show", "{\"id\": \"" + uuid + "\"}").body().path("result"))
        .isEqualTo(shown);
  }

  @Test
  void searchesWithCountAndRows() throws Exception {
    JsonNode result = run("package_search", "{\"q\": \"駐車場\", \"rows\": 1}").body().path("result");
    assertThat(result.path("count").asInt()).isEqualTo(2);
    assertThat(result.path("results")).hasSize(1);
    assertThat(run("package_search", "{}").body().at("/result/count").asInt()).isEqualTo(3);
    assertThat(
            run("package_search", "{\"fq_list\": [\"tags:beacon\", \"tags:parking\"]}")
                .body()
                .at("/result/count")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void answersAnUnknownActionWithABareString() throws Exception {
    Answer answer = run("package_create", "{}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().asText())
        .isEqualTo("Bad request - Action name not known: package_create");
  }

  @Test
  void answersBadArgumentsWithTheErrorsOfCkan() throws Exception {
    expect(run("package_show", "{\"id\": \"nope\"}"), 404, "Not Found Error");
    expect(run("package_show", "{}"), 409, "Validation Error");
    expect(run("package_search", "{\"rows\": \"many\"}"), 409, "Validation Error");
    expect(run("package_search", "{\"start\": -1}"), 409, "Validation Error");
    expect(run("package_search", "{\"q\": \"title:(\"}"), 400, "Search Query Error");
    expect(run("package_search", "{\"sort\": \"nothing asc\"}"), 400, "Search Query Error");
    assertThat(run("package_show", "[]").body().isTextual()).isTrue();
  }

  private static void expect(Answer answer, int status, String type) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("success").asBoolean()).isFalse();
    assertThat(answer.body().at("/error/__type").asText()).isEqualTo(type);
    assertThat(List.of(answer.body().fieldNames().next())).containsExactly("help");
  }

  private static Answer run(String action, String arguments) throws Exception {
    return API.run(action, JSON.readTree(arguments), "http://portal");
  }
}
