package io.nagare.portal.catalog;

import io.nagare.portal.delivery.Publication.DeliveredFile;

/** The addresses of datasets' files. */
public final class Downloads {
  /** So much of a hash tells the files of a dataset apart. */
  private static final int SHORT_HASH = 16;

  private Downloads() {}

  /**
   * The address of exactly this file. Without {@code v}, or after the file was replaced and
   * forgotten, it gives the newest.
   */
  public static String path(CatalogEntry entry, DeliveredFile file) {
    return "/datasets/%s/%s.%s?v=%s"
        .formatted(
            entry.name(),
            entry.name(),
            file.format().extension(),
            file.sha256().substring(0, SHORT_HASH));
  }
}
