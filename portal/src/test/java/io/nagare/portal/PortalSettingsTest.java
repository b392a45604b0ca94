package io.nagare.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.portal.tables.LakeSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortalSettingsTest {
  @Test
  void tellsEveryProblemAtOnce() {
    PortalSettings settings =
        new PortalSettings(
            "127.0.0.1",
            70_000,
            "kafka",
            new LakeSettings("http://db", "", "s3://bucket/warehouse"),
            List.of(),
            List.of(),
            Optional.empty());
    assertThat(settings.problems())
        .hasSize(5)
        .allSatisfy(problem -> assertThat(problem).startsWith("--").contains("; give"));
  }

  @Test
  void acceptsTheSettingsOfAStandaloneDemo() {
    PortalSettings settings =
        new PortalSettings(
            "127.0.0.1",
            8080,
            "127.0.0.1:8081",
            new LakeSettings("jdbc:postgresql://127.0.0.1:8083/nagare", "nagare", "file:///data/w"),
            List.of(),
            List.of(),
            Optional.empty());
    assertThat(settings.problems()).isEmpty();
  }
}
