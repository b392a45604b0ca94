package io.nagare.contracts;

/** The type of a dataset's column. */
public enum ColumnType {
  /** Text, UTF-8. */
  STRING,
  /** Whole number of 32 bits. */
  INTEGER,
  /** Whole number of 64 bits. */
  LONG,
  /** Floating-point number of 64 bits. */
  DOUBLE,
  /** True or false. */
  BOOLEAN,
  /** Point in time, UTC, microseconds. */
  TIMESTAMP
}
