package io.nagare.portal.delivery;

import java.util.Locale;
import java.util.Optional;

/** The formats that every dataset can be downloaded in. */
public enum FileFormat {
  /** Comma-separated values after RFC 4180, UTF-8, times in UTC. */
  CSV("text/csv"),
  /** Apache Parquet, compressed with Zstandard. */
  PARQUET("application/vnd.apache.parquet");

  private final String mediaType;

  FileFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** How a file's name ends, without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format's media type. */
  public String mediaType() {
    return mediaType;
  }

  /** What people call it. */
  public String label() {
    return this == CSV ? "CSV" : "Parquet";
  }

  /** The format of a file name's extension. */
  public static Optional<FileFormat> ofExtension(String extension) {
    for (FileFormat format : values()) {
      if (format.extension().equals(extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
