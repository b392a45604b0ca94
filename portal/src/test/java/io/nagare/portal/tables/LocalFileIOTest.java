package io.nagare.portal.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileIOTest {
  @Test
  void readsEveryFormInWhichALocalPathIsWritten() {
    for (String location : new String[] {"/data/w", "file:/data/w", "file:///data/w"}) {
      assertThat(LocalFileIO.pathOf(location)).isEqualTo(Path.of("/data/w"));
    }
  }

  @Test
  void takesPercentSignsAsTheFileHasThem(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("a%2Fb.parquet"));
    assertThat(LocalFileIO.pathOf("file:" + file)).isEqualTo(file);
    Path spaced = Files.createFile(folder.resolve("a b.parquet"));
    assertThat(LocalFileIO.pathOf(spaced.toUri().toString())).isEqualTo(spaced);
  }

  @Test
  void neverWrites() {
    try (LocalFileIO files = new LocalFileIO()) {
      assertThatThrownBy(() -> files.newOutputFile("/tmp/x"))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> files.deleteFile("/tmp/x"))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }
}
