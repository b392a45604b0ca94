package io.nagare.pipeline.tables;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the catalog of the tables is.
 *
 * @param uri JDBC address of its database
 * @param user of the database
 * @param password of the user; empty for none
 * @param warehouse folder or object store that holds the tables, as a URI
 */
public record CatalogSettings(String uri, String user, String password, String warehouse) {
  /** The catalog's name, and that of the namespace in it. */
  public static final String NAME = "nagare";

  /** The settings as Iceberg's JdbcCatalog takes them. */
  Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put("uri", uri);
    properties.put("jdbc.user", user);
    if (!password.isEmpty()) {
      properties.put("jdbc.password", password);
    }
    properties.put("jdbc.schema-version", "V1");
    properties.put("warehouse", warehouse);
    return properties;
  }
}
