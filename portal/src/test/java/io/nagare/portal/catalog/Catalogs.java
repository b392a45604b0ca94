package io.nagare.portal.catalog;

import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.DatasetContract;
import io.nagare.portal.delivery.DatasetFiles;
import io.nagare.portal.delivery.Publications;
import io.nagare.portal.sql.TableQueries;
import io.nagare.portal.tables.KnownTables;
import io.nagare.portal.tables.Lake;
import io.nagare.portal.tables.LakeSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Catalogs whose tables cannot be reached: their datasets have no files. */
final class Catalogs {
  private Catalogs() {}

  static DatasetCatalog builtIn() {
    List<DatasetContract> contracts = ContractLibrary.builtIn().all();
    Lake nowhere =
        new Lake(
            new LakeSettings("jdbc:postgresql://127.0.0.1:1/nagare", "nagare", "/nowhere"),
            KnownTables.with(contracts));
    DatasetFiles files =
        new DatasetFiles(new TableQueries(nowhere, contracts), Path.of("/nowhere"));
    return new DatasetCatalog(
        contracts, new Publications(nowhere, contracts, files, Clock.systemUTC()));
  }
}
