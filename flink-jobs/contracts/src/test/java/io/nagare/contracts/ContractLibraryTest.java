package io.nagare.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractLibraryTest {
  private static final Path SOURCES = Path.of("src/main/resources/contracts");
  private static final Path ODCS_SCHEMA =
      Path.of("../../../shared/conformance/odcs/odcs-json-schema.json");

  @TempDir Path folder;

  @Test
  void knowsEveryContractFileOfTheBuild() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      long yaml = files.filter(file -> file.toString().endsWith(".odcs.yaml")).count();

      assertThat(ContractLibrary.builtIn().all()).hasSize((int) yaml);
    }
  }

  @Test
  void everyBuiltInContractValidatesAgainstTheStandardsSchema() throws IOException {
    assumeTrue(Files.exists(ODCS_SCHEMA), "absent, so not checked: " + ODCS_SCHEMA);
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V201909).getSchema(Files.readString(ODCS_SCHEMA));
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".odcs.yaml")).toList()) {
        JsonNode contract = new YAMLMapper().readTree(Files.readString(file));

        assertThat(schema.validate(contract)).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void everyDatasetHasAKeyItsRevisionsAndItsQuality() {
    for (DatasetContract contract : ContractLibrary.builtIn().all()) {
      List<String> names = contract.columns().stream().map(Column::name).toList();

      assertThat(contract.key()).as(contract.id()).isNotEmpty().allMatch(names::contains);
      assertThat(names)
          .as(contract.id())
          .doesNotHaveDuplicates()
          .contains(
              "window_start",
              "window_end",
              "readings",
              "good",
              "quality_share",
              "revision",
              "emitted_at");
    }
  }

  @Test
  void parkingIsFoundUnderItsJapaneseName() {
    DatasetContract parking =
        ContractLibrary.builtIn().find("parking-occupancy-15min").orElseThrow();

    assertThat(parking.title().ja()).contains("駐車場");
    assertThat(parking.key()).containsExactly("site", "place", "window_start");
    assertThat(parking.recipe().name()).isEqualTo("parking-occupancy");
    assertThat(parking.privacy()).isEqualTo(PrivacyCategory.NON_PERSONAL);
  }

  @Test
  void addsAContractFromAFolder() throws Exception {
    Files.writeString(
        folder.resolve("mine.odcs.yaml"),
        parking()
            .replace("id: parking-occupancy-15min", "id: my-parking")
            .replace("- name: parking_occupancy_15min", "- name: my_parking"));

    ContractLibrary library = ContractLibrary.builtIn().with(List.of(folder));

    assertThat(library.find("my-parking").map(DatasetContract::table)).contains("my_parking");
    assertThat(library.all()).hasSize(ContractLibrary.builtIn().all().size() + 1);
  }

  @Test
  void refusesTwoContractsForOneTable() throws Exception {
    Files.writeString(
        folder.resolve("mine.odcs.yaml"),
        parking().replace("id: parking-occupancy-15min", "id: my-parking"));

    assertThat(problemsOfFolder()).anyMatch(text -> text.contains("writes that table"));
  }

  @Test
  void listsEveryProblemOfAContractAtOnce() throws Exception {
    Files.writeString(
        folder.resolve("broken.odcs.yaml"),
        parking()
            .replace("v3.1.0", "v1")
            .replace("version: 1.0.0", "version: one")
            .replace("非個人情報", "たぶん大丈夫")
            .replace("\"2026-11-23\"", "\"last week\"")
            .replace("property: creator", "property: author"));

    assertThat(problemsOfFolder())
        .anyMatch(text -> text.contains("apiVersion is \"v1\""))
        .anyMatch(text -> text.contains("version is \"one\""))
        .anyMatch(text -> text.contains("たぶん大丈夫") && text.contains("非個人情報"))
        .anyMatch(text -> text.contains("last week"))
        .anyMatch(text -> text.contains("\"creator\""));
  }

  private List<String> problemsOfFolder() {
    InvalidFiles invalid =
        catchThrowableOfType(
            InvalidFiles.class, () -> ContractLibrary.builtIn().with(List.of(folder)));
    return invalid.problems().stream().map(Problem::text).toList();
  }

  private static String parking() throws IOException {
    return Files.readString(SOURCES.resolve("parking-occupancy-15min.odcs.yaml"));
  }
}
