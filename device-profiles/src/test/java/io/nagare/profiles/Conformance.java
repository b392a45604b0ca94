package io.nagare.profiles;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Oracles that nobody of this project made; they lie beside the checkout and may be absent. */
public final class Conformance {
  private static final Path FOLDER = Path.of("..", "..", "shared", "conformance");

  private Conformance() {}

  /** The text of an oracle; where it is absent, the test that asks is skipped and says so. */
  public static String text(String file) throws IOException {
    Path path = FOLDER.resolve(file);
    assumeTrue(
        Files.isRegularFile(path),
        () -> "the oracle " + path.toAbsolutePath().normalize() + " is absent: not compared");
    return Files.readString(path, StandardCharsets.UTF_8);
  }
}
