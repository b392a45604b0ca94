package io.nagare.portal.tables;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import org.apache.iceberg.Files;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Reads Iceberg's files from the disk of this machine, and nothing else.
 *
 * <p>Iceberg's own file access needs Hadoop on the class path; planning a local table does not.
 * Writing is refused, because the portal only reads tables.
 */
public final class LocalFileIO implements FileIO {
  private static final long serialVersionUID = 1L;

  /** The path that an Iceberg location names: {@code /p}, {@code file:/p} or {@code file:///p}. */
  public static Path pathOf(String location) {
    if (!location.startsWith("file:")) {
      return Path.of(location);
    }
    String path = location.substring("file:".length()).replaceFirst("^/{2,}", "/");
    return location.indexOf('%') < 0 ? Path.of(path) : decoded(location, path);
  }

  /** Hadoop writes a path's characters as they are; others escape them. The file decides. */
  private static Path decoded(String location, String path) {
    Path asWritten = Path.of(path);
    if (java.nio.file.Files.exists(asWritten)) {
      return asWritten;
    }
    try {
      return Path.of(URI.create(location.replaceFirst("^file:/{2,}", "file:/")));
    } catch (IllegalArgumentException notEscaped) {
      return asWritten;
    }
  }

  @Override
  public InputFile newInputFile(String location) {
    return Files.localInput(file(location));
  }

  @Override
  public OutputFile newOutputFile(String location) {
    throw new UnsupportedOperationException("the portal only reads tables: " + location);
  }

  @Override
  public void deleteFile(String location) {
    throw new UnsupportedOperationException("the portal only reads tables: " + location);
  }

  private static File file(String location) {
    return pathOf(location).toFile();
  }
}
