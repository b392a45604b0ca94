package io.nagare.standalone.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What tells one recording set from another: eight hexadecimal digits over the manifest's bytes and
 * over name, size and time of change of every file in the folder.
 *
 * <p>A set that changed gets another data folder by default, so a replay never goes on in the
 * middle of files that are no longer the same.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /** The fingerprint of the set in a folder. */
  public static String of(Path folder) throws IOException {
    MessageDigest digest = sha256();
    digest.update(Files.readAllBytes(folder.resolve(DemoSettings.MANIFEST)));
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> lines =
          files.filter(Files::isRegularFile).map(file -> line(folder, file)).sorted().toList();
      lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    } catch (UncheckedIOException unreadable) {
      throw new IOException(unreadable.getMessage(), unreadable);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 4);
  }

  private static String line(Path folder, Path file) {
    try {
      return folder.relativize(file)
          + "\n"
          + Files.size(file)
          + "\n"
          + Files.getLastModifiedTime(file).toMillis()
          + "\n";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
