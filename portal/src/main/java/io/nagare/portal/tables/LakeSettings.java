package io.nagare.portal.tables;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the tables are.
 *
 * @param catalogUri JDBC address of the PostgreSQL database that holds Iceberg's catalog
 * @param catalogUser its user
 * @param warehouse folder of the tables, as path or {@code file:} URI
 */
public record LakeSettings(String catalogUri, String catalogUser, String warehouse) {

  /** Every problem of these settings; empty when they can be used. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!catalogUri.startsWith("jdbc:postgresql:")) {
      problems.add(
          "--catalog-uri is \"%s\"; give a JDBC address such as jdbc:postgresql://127.0.0.1:8083/nagare"
              .formatted(catalogUri));
    }
    if (catalogUser.isBlank()) {
      problems.add("--catalog-user is empty; give the database user, such as nagare");
    }
    if (warehouse.contains("://") && !warehouse.startsWith("file:")) {
      problems.add(
          "--warehouse is \"%s\"; give a folder of this machine as path or file: URI"
              .formatted(warehouse));
    }
    return problems;
  }
}
