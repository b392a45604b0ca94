package io.nagare.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ContractsAppTest {
  private static final Path SOURCES = Path.of("src/main/resources/contracts");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private record Run(int code, String out, String err) {}

  @Test
  void theBuiltInContractsAreInOrder() {
    Run run = run("check", SOURCES.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(3).allMatch(line -> line.startsWith("in order: "));
  }

  @Test
  void listsProblemsOfEveryKindAtOnceWithExitCode2() throws IOException {
    write(
        "one.odcs.yaml",
        parking()
            .replace("version: 1.0.0", "version: one")
            .replace("value: 99, unit: percent", "value: 100, unit: furlongs")
            .replace("input: readings, category: 非個人情報", "input: readings, category: 個人情報(含まない)"));
    write(
        "two.odcs.yaml",
        parking()
            .replace("id: parking-occupancy-15min", "id: other")
            .replace("- name: parking_occupancy_15min", "- name: other")
            .replace("- name: occupancy\n", "- name: happiness\n")
            .replace("- name: quality_share\n", "- name: bays_reported\n")
            .replace("deadline: PT5M", "deadline: PT1M")
            .replace("property: frequency, value: 15", "property: frequency, value: 1")
            .replace("lateness: P1D\n", "lateness: P2D\n"));

    Run run = run("check", folder.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("version is \"one\"; use three numbers")
        .contains("slaProperties[0].unit is \"furlongs\"; use percent")
        .contains("100 leaves no budget")
        .contains("refused by lineage-stricter-than-dataset")
        .contains("happiness is nothing that recipe parking-occupancy makes")
        .contains("without quality_share; every dataset has it")
        .contains("naming bays_reported twice")
        .contains("the recipe waits PT2M before it makes a row")
        .contains("the recipe makes a row every PT15M")
        .contains("the recipe revises rows for PT24H; say the same");
  }

  @Test
  void saysWhatIsMissingWhenThereIsNothingToCheck() {
    assertThat(run("check", folder.toString()).err()).contains("without a contract");
    assertThat(run("check", folder.resolve("no.yaml").toString()).err()).contains("not there");
  }

  @Test
  void checksAsJson() throws IOException {
    write("one.odcs.yaml", parking().replace("version: 1.0.0", "version: one"));

    JsonNode answer = new ObjectMapper().readTree(run("check", "--json", folder.toString()).out());

    assertThat(answer.at("/problems/0/path").asText()).isEqualTo("version");
    assertThat(answer.at("/contracts/0").asText()).isEqualTo("parking-occupancy-15min");
  }

  @Test
  void aDraftMayLeaveItsCategoryOpenAndIsNotPublishable() throws IOException {
    write(
        "draft.odcs.yaml",
        parking()
            .replace("status: active", "status: draft")
            .replace("  - {property: privacyCategory, value: 非個人情報}\n", ""));

    assertThat(run("check", folder.toString()).err()).contains("refused by category-unset");
  }

  @Test
  void showsAPageInJapaneseAndEnglishAsMarkdownAndHtml() {
    assertThat(run("show", "parking-occupancy-15min", "--lang", "ja").out())
        .startsWith("# 駐車場の利用状況（15分ごと）\n")
        .contains("| completeness | 予定された値の 99 % 以上が、各区間の終了から5分以内に届きます | ストリーム上 |")
        .contains("責任を負います");
    assertThat(run("show", "parking-occupancy-15min", "--format", "html").out())
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<td>Can be read for at least 365 days, is gone after 1827 days</td>")
        .endsWith("</html>\n");
    assertThat(run("show", "nowhere").code()).isEqualTo(2);
  }

  @Test
  void textsOfAContractCannotBecomeMarkup() throws IOException {
    Path file =
        write(
            "evil.odcs.yaml",
            parking().replace("Parking occupancy per 15 minutes", "<script>alert(1)</script>"));

    assertThat(run("show", file.toString(), "--format", "html").out())
        .doesNotContain("<script>")
        .contains("&lt;script&gt;");
    assertThat(run("show", file.toString()).out()).startsWith("# \\<script>");
  }

  @Test
  void aBreakingChangeNeedsAMajorVersionAndItsNoticePeriod() throws IOException {
    String weaker = parking().replace("value: 99, unit: percent", "value: 98, unit: percent");
    String major = weaker.replace("version: 1.0.0", "version: 2.0.0");
    String notice = "value: {noticePeriod: P30D, announced: \"2026-12-01\", effective: \"%s\"}}";

    Run silent = diff(weaker);
    Run early = diff(major.replace("value: {noticePeriod: P30D}}", notice.formatted("2026-12-30")));
    Run right = diff(major.replace("value: {noticePeriod: P30D}}", notice.formatted("2026-12-31")));

    assertThat(silent.code()).isEqualTo(1);
    assertThat(silent.out())
        .contains("breaking slaProperties.completeness.share: was 0.99, is 0.98; less is promised")
        .contains("breaking changes need at least 2.0.0");
    assertThat(early.code()).isEqualTo(1);
    assertThat(early.out()).contains("it is 2026-12-31 at the earliest");
    assertThat(right.code()).isZero();
    assertThat(right.out()).endsWith("\nbreaking\n");
  }

  @Test
  void aColumnMayBeRemovedOnlyByABreakingChange() throws IOException {
    Run run = diff(parking().replace("- name: place_name", "- name: place_title"));

    assertThat(run.out())
        .contains("breaking column place_name: removed")
        .contains("compatible column place_title: added");
  }

  @Test
  void anotherWordingNeedsAPatchVersionOnly() throws IOException {
    String reworded = parking().replace("Name of the car park", "What the car park is called");

    assertThat(diff(reworded).code()).isEqualTo(1);
    assertThat(diff(reworded.replace("version: 1.0.0", "version: 1.0.1")).code()).isZero();
    assertThat(diff(parking()).out()).isEqualTo("not breaking\n");
  }

  @Test
  void comparesAsJson() throws IOException {
    Path file = write("new.odcs.yaml", parking());

    JsonNode answer =
        new ObjectMapper()
            .readTree(run("diff", "--json", "parking-occupancy-15min", file.toString()).out());

    assertThat(answer.get("breaking").asBoolean()).isFalse();
    assertThat(answer.get("releasable").asBoolean()).isTrue();
    assertThat(answer.get("changes")).isEmpty();
  }

  private Run diff(String changed) throws IOException {
    return run("diff", "parking-occupancy-15min", write("new.odcs.yaml", changed).toString());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String parking() throws IOException {
    return Files.readString(SOURCES.resolve("parking-occupancy-15min.odcs.yaml"));
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        ContractsApp.commandLine(CLOCK).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = command.execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }
}
