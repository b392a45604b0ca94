package io.nagare.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
  private static final FileTime THEN = FileTime.fromMillis(1_700_000_000_000L);

  @TempDir private Path folder;

  @BeforeEach
  void makeASet() throws IOException {
    write("recordings.yaml", "site: {id: a}\n");
    write("rows.csv", "time,value\n");
  }

  @Test
  void isEightHexadecimalDigitsThatStayTheSame() throws IOException {
    assertThat(Fingerprint.of(folder)).matches("[0-9a-f]{8}").isEqualTo(Fingerprint.of(folder));
  }

  @Test
  void changesWithTheManifest() throws IOException {
    String before = Fingerprint.of(folder);

    write("recordings.yaml", "site: {id: b}\n");

    assertThat(Fingerprint.of(folder)).isNotEqualTo(before);
  }

  @Test
  void changesWithAFileThatIsLongerOrNewer() throws IOException {
    String before = Fingerprint.of(folder);
    write("rows.csv", "time,value\n1,2\n");
    String longer = Fingerprint.of(folder);
    Files.setLastModifiedTime(folder.resolve("rows.csv"), FileTime.fromMillis(0));

    assertThat(longer).isNotEqualTo(before);
    assertThat(Fingerprint.of(folder)).isNotEqualTo(longer);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    Files.setLastModifiedTime(folder.resolve(name), THEN);
  }
}
