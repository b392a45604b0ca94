package io.nagare.portal.catalog;

import io.nagare.contracts.DatasetContract;
import io.nagare.portal.delivery.Publication;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * One dataset of the catalog.
 *
 * @param contract what is promised of it
 * @param publication its newest files; none while its table cannot be read
 */
public record CatalogEntry(DatasetContract contract, Optional<Publication> publication) {

  /** The dataset's name in every catalog. */
  public String name() {
    return contract.id();
  }

  /** The dataset's UUID, the same in every run: made from its name. */
  public String uuid() {
    return uuid("dataset/" + contract.id());
  }

  /** The UUID of one of its files, the same in every run. */
  public String resourceUuid(String extension) {
    return uuid("dataset/" + contract.id() + "/" + extension);
  }

  /** When it was released. */
  public Instant created() {
    return contract.issued().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** When its files last changed; the release while there are none. */
  public Instant modified() {
    return publication
        .map(Publication::modified)
        .filter(modified -> modified.isAfter(created()))
        .orElse(created());
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(("nagare/" + name).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
