package io.nagare.standalone.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir private Path folder;

  @Test
  void thereIsNoneBeforeTheFirst() throws IOException {
    assertThat(newest()).isNull();
  }

  @Test
  void theOneThatWasFinishedLastIsTakenWhateverItsNumber() throws IOException {
    complete("checkpoints/job/chk-9", 100);
    Path latest = complete("checkpoints/job/chk-10", 200);
    complete("checkpoints/job/chk-11", 150);

    assertThat(newest()).isEqualTo(latest);
  }

  @Test
  void aSavepointThatIsNewerIsTaken() throws IOException {
    complete("checkpoints/job/chk-9", 100);
    Path savepoint = complete("savepoints/savepoint-000000-1f", 200);

    assertThat(newest()).isEqualTo(savepoint);
  }

  @Test
  void whatWasCutOffIsPassedOver() throws IOException {
    Path whole = complete("checkpoints/job/chk-1", 100);
    Files.createDirectories(folder.resolve("checkpoints/job/chk-2"));
    Path empty = complete("checkpoints/job/chk-3", 300);
    Files.writeString(empty.resolve("_metadata"), "");

    assertThat(newest()).isEqualTo(whole);
  }

  @Test
  void ofTwoFinishedInTheSameMomentTheHigherNumberIsTaken() throws IOException {
    complete("checkpoints/job/chk-9", 100);
    Path higher = complete("checkpoints/job/chk-10", 100);

    assertThat(newest()).isEqualTo(higher);
  }

  private @org.jspecify.annotations.Nullable Path newest() throws IOException {
    return Checkpoints.newest(List.of(folder.resolve("checkpoints"), folder.resolve("savepoints")))
        .orElse(null);
  }

  private Path complete(String name, long seconds) throws IOException {
    Path checkpoint = Files.createDirectories(folder.resolve(name));
    Path metadata = Files.writeString(checkpoint.resolve("_metadata"), "state");
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(seconds * 1000));
    return checkpoint;
  }
}
