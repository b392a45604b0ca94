package io.nagare.edge.senml;

import java.util.Optional;

/**
 * One resolved record: the base values are applied and the time is absolute.
 *
 * <p>Source: RFC 8428, section 4.6 (resolved records).
 *
 * @param name base name and name, joined
 * @param unit the record's unit or the base unit; empty if neither is given
 * @param timeMillis UTC milliseconds
 * @param content the value
 */
public record SenmlRecord(String name, Optional<String> unit, long timeMillis, Content content) {

  /** The value of a record, one of four kinds, or only a sum. */
  public sealed interface Content {}

  /**
   * {@code v}: a number, with the base value added.
   *
   * @param value the number; CBOR can carry NaN and infinities
   */
  public record NumberValue(double value) implements Content {}

  /**
   * {@code vs}: a text.
   *
   * @param value the text
   */
  public record StringValue(String value) implements Content {}

  /**
   * {@code vb}: a truth value.
   *
   * @param value the truth value
   */
  public record BooleanValue(boolean value) implements Content {}

  /** {@code vd}: bytes, of which this gateway makes no use. */
  public record DataValue() implements Content {}

  /** {@code s} without a value: an integral over time, of which this gateway makes no use. */
  public record SumOnly() implements Content {}
}
