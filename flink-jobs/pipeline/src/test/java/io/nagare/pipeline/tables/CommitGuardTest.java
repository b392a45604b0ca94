package io.nagare.pipeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitGuardTest {
  @Test
  void letsAJobStartFromTheCheckpointThatTheTablesHold() {
    assertThat(CommitGuard.problem(Map.of("readings", 7L, "rejected", 5L), Optional.of(7L)))
        .isEmpty();
    assertThat(CommitGuard.problem(Map.of(), Optional.empty())).isEmpty();
  }

  @Test
  void refusesAnOlderCheckpoint() {
    assertThat(CommitGuard.problem(Map.of("readings", 7L, "rejected", 5L), Optional.of(6L)))
        .hasValueSatisfying(
            text -> assertThat(text).contains("{readings=7}").contains("checkpoint 6"));
  }

  @Test
  void refusesAStartWithoutACheckpoint() {
    assertThat(CommitGuard.problem(Map.of("readings", 7L), Optional.empty()))
        .hasValueSatisfying(text -> assertThat(text).contains("without a checkpoint"));
  }
}
