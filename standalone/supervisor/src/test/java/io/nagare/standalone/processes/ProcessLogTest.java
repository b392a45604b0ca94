package io.nagare.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogTest {
  @TempDir private Path folder;

  @Test
  void theLogOfTheRunBeforeIsKept() throws IOException {
    new ProcessLog(folder, "kafka", 1000).note("first run");
    new ProcessLog(folder, "kafka", 1000).note("second run");

    assertThat(folder.resolve("kafka.1.log")).hasContent("first run\n");
    assertThat(folder.resolve("kafka.log")).hasContent("second run\n");
  }

  @Test
  void aProcessThatWritesForEverFillsTwoFilesAtMost() throws IOException {
    ProcessLog log = new ProcessLog(folder, "kafka", 1000);

    for (int i = 0; i < 1000; i++) {
      log.note("line " + i);
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThanOrEqualTo(2000);
    }
    assertThat(folder.resolve("kafka.log")).content().endsWith("line 999\n");
  }

  @Test
  void theLastLinesAreRememberedAndLongOnesCut() {
    ProcessLog log = new ProcessLog(folder, "kafka", 100_000);

    for (int i = 0; i < 100; i++) {
      log.note("line " + i);
    }
    log.note("x".repeat(10_000));

    assertThat(log.lastLines()).hasSize(15).contains("line 99").endsWith("x".repeat(400));
  }
}
