package io.nagare.portal.catalog;

import io.nagare.contracts.DatasetContract;
import io.nagare.portal.delivery.Publications;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All datasets with their newest publications. Safe for many threads. */
public final class DatasetCatalog {
  private final List<DatasetContract> contracts;
  private final Publications publications;

  /** A catalog of these datasets. */
  public DatasetCatalog(List<DatasetContract> contracts, Publications publications) {
    this.contracts = contracts.stream().sorted(Comparator.comparing(DatasetContract::id)).toList();
    this.publications = publications;
  }

  /** Every dataset, by name. */
  public List<CatalogEntry> entries() {
    return contracts.stream().map(this::entry).toList();
  }

  /** The dataset of this name or UUID. */
  public Optional<CatalogEntry> find(String nameOrUuid) {
    return entries().stream()
        .filter(entry -> entry.name().equals(nameOrUuid) || entry.uuid().equals(nameOrUuid))
        .findFirst();
  }

  private CatalogEntry entry(DatasetContract contract) {
    return new CatalogEntry(contract, publications.find(contract.id()));
  }
}
