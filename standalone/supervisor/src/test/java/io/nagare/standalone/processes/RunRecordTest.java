package io.nagare.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
  @TempDir private Path folder;
  private Process process;

  @BeforeEach
  void startSomething() throws IOException {
    process = new ProcessBuilder("sleep", "60").start();
  }

  @AfterEach
  void endIt() {
    process.destroyForcibly();
  }

  @Test
  void whatAnEarlierSupervisorLeftBehindIsEnded() throws Exception {
    file().write(Map.of("kafka", process.toHandle()));

    assertThat(file().endLeftovers()).containsExactly("kafka");

    assertThat(process.waitFor()).isNotZero();
  }

  @Test
  void aProcessThatHasTheIdOfAnOldOneIsLeftAlone() throws Exception {
    Files.writeString(
        folder.resolve("processes.json"),
        "[{\"name\":\"kafka\",\"pid\":"
            + process.pid()
            + ",\"startedAt\":\"2020-01-01T00:00:00Z\"}]");

    assertThat(file().endLeftovers()).isEmpty();

    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void aRecordThatIsBrokenOrMissingNamesNothing() throws Exception {
    assertThat(file().endLeftovers()).isEmpty();
    Files.writeString(folder.resolve("processes.json"), "[{\"na");
    assertThat(file().endLeftovers()).isEmpty();
  }

  private RunRecord file() {
    return new RunRecord(folder.resolve("processes.json"));
  }
}
