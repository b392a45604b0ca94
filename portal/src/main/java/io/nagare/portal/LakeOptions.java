package io.nagare.portal;

import io.nagare.portal.tables.LakeSettings;
import picocli.CommandLine.Option;

/** The flags that say where the tables are. */
final class LakeOptions {
  @Option(
      names = "--catalog-uri",
      required = true,
      description = "JDBC address of the PostgreSQL database that holds the catalog of tables.")
  private String catalogUri = "";

  @Option(
      names = "--catalog-user",
      defaultValue = "nagare",
      description = "Its user (${DEFAULT-VALUE}).")
  private String catalogUser = "";

  @Option(names = "--warehouse", required = true, description = "Folder of the tables.")
  private String warehouse = "";

  LakeSettings settings() {
    return new LakeSettings(catalogUri, catalogUser, warehouse);
  }
}
