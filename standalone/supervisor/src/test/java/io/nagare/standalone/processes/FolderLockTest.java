package io.nagare.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.ExitCodes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  private static final FolderLock.Holder DEMO = new FolderLock.Holder("demo", 4242, 8080);

  @TempDir private Path folder;

  @Test
  void aSecondDemoOnTheSameFolderIsRefusedAndTheFirstNamed() throws Exception {
    DataFolder data = new DataFolder(folder);
    try (FolderLock held = FolderLock.take(data, DEMO)) {
      CannotStart refused =
          catchThrowableOfType(CannotStart.class, () -> FolderLock.take(data, DEMO));

      assertThat(held).isNotNull();
      assertThat(refused.exitCode()).isEqualTo(ExitCodes.MACHINE);
      assertThat(refused.lines())
          .containsExactly(
              "the data folder "
                  + folder
                  + " is in use by process 4242 (nagare demo); stop that one, or give another"
                  + " --data");
    }
  }

  @Test
  void aLockThatWasGivenBackCanBeTaken() throws Exception {
    DataFolder data = new DataFolder(folder);
    FolderLock.take(data, DEMO).close();

    try (FolderLock again = FolderLock.take(data, new FolderLock.Holder("sql", 1, 0))) {
      assertThat(again).isNotNull();
      assertThat(FolderLock.holder(data)).contains(new FolderLock.Holder("sql", 1, 0));
    }
  }
}
