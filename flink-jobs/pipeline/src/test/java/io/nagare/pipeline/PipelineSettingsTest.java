package io.nagare.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PipelineSettingsTest {
  @Test
  void readsACompleteCommandLine() {
    PipelineSettings settings =
        PipelineSettings.parse(
            "--kafka", "127.0.0.1:9092",
            "--catalog-uri", "jdbc:postgresql://127.0.0.1:5432/nagare",
            "--catalog-user", "nagare",
            "--warehouse", "file:///data/warehouse",
            "--profiles", "/a",
            "--profiles", "/b");

    assertThat(settings.kafka()).isEqualTo("127.0.0.1:9092");
    assertThat(settings.profiles()).containsExactly(Path.of("/a"), Path.of("/b"));
    assertThat(settings.catalog().warehouse()).isEqualTo("file:///data/warehouse");
    assertThat(settings.partitions()).isEqualTo(4);
  }

  @Test
  void listsEveryProblemAtOnce() {
    assertThatThrownBy(
            () ->
                PipelineSettings.parse(
                    "--kafka",
                    "127.0.0.1:9092",
                    "--partitions",
                    "0",
                    "--speed",
                    "max",
                    "--warehouse"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--warehouse has no value")
        .hasMessageContaining("--catalog-uri is missing")
        .hasMessageContaining("--catalog-user is missing")
        .hasMessageContaining("--partitions is \"0\"")
        .hasMessageContaining("--speed is no flag");
  }
}
