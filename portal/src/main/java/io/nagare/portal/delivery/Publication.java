package io.nagare.portal.delivery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One state of a dataset, written to files.
 *
 * @param version of the table it was made from
 * @param modified when that version was committed
 * @param rows of each file
 * @param files one per format
 * @param sample the newest rows, for people to look at
 */
public record Publication(
    String version, Instant modified, long rows, List<DeliveredFile> files, Sample sample) {

  /** Keeps a copy of the files. */
  public Publication {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param format of the file
   * @param path on this machine
   * @param size in bytes
   * @param sha256 of its bytes, hexadecimal
   */
  public record DeliveredFile(FileFormat format, Path path, long size, String sha256) {}

  /**
   * Some rows as text.
   *
   * @param columns their names
   * @param rows cells in the order of the columns; empty text for a missing value
   */
  public record Sample(List<String> columns, List<List<String>> rows) {}

  /** The file of a format. */
  public Optional<DeliveredFile> file(FileFormat format) {
    return files.stream().filter(file -> file.format() == format).findFirst();
  }
}
