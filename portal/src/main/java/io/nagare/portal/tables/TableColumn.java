package io.nagare.portal.tables;

import java.util.OptionalInt;

/**
 * One column of a table.
 *
 * @param name as queries write it
 * @param type as DuckDB writes it, such as {@code TIMESTAMPTZ}
 * @param fieldId by which Iceberg finds the column in a file, whatever its name was when the file
 *     was written; absent for a table that does not exist yet
 */
public record TableColumn(String name, String type, OptionalInt fieldId) {

  /** A column of a table that does not exist yet. */
  public static TableColumn of(String name, String type) {
    return new TableColumn(name, type, OptionalInt.empty());
  }
}
