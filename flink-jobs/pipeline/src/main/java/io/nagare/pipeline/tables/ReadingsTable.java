package io.nagare.pipeline.tables;

import static io.nagare.pipeline.tables.TableColumn.optional;
import static io.nagare.pipeline.tables.TableColumn.required;

import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.reading.Value;
import io.nagare.pipeline.reading.ValueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of every reading that could be decoded, with its quality. */
public final class ReadingsTable {
  /** Its name. */
  public static final String NAME = "readings";

  private ReadingsTable() {}

  /** Its columns. */
  public static RowLayout<TaggedReading> layout() {
    return new RowLayout<>(
        List.of(
            required("site", CellType.STRING, t -> t.reading().id().site()),
            required("gateway", CellType.STRING, t -> t.reading().id().gateway()),
            required("device", CellType.STRING, t -> t.reading().placement().device()),
            optional("profile", CellType.STRING, t -> text(t.reading().placement().profile())),
            required("measurement", CellType.STRING, t -> t.reading().measurement()),
            optional("unit", CellType.STRING, t -> text(t.unit())),
            optional("value", CellType.DOUBLE, t -> number(t.reading().value())),
            optional("text", CellType.STRING, t -> textOf(t.reading().value())),
            required("event_time", CellType.TIMESTAMP, t -> t.reading().eventTimeMillis()),
            required("flag", CellType.INTEGER, t -> t.quality().flag()),
            required("flag_missing", CellType.INTEGER, t -> t.quality().missing()),
            required("flag_gross_range", CellType.INTEGER, t -> t.quality().grossRange()),
            required("flag_impossible_date", CellType.INTEGER, t -> t.quality().impossibleDate()),
            required("flag_source", CellType.INTEGER, t -> t.quality().source()),
            optional("source_code", CellType.STRING, t -> text(t.reading().sourceCode())),
            required("ruleset", CellType.STRING, t -> t.quality().ruleset()),
            required("record_epoch", CellType.LONG, t -> t.reading().id().epoch()),
            required("record_offset", CellType.LONG, t -> t.reading().id().offset()),
            required("historical", CellType.BOOLEAN, t -> t.reading().historical()),
            required("received_at", CellType.TIMESTAMP, t -> t.reading().receivedAtMillis()),
            required("clock_synchronized", CellType.BOOLEAN, t -> t.reading().clockSynchronized()),
            optional("area", CellType.STRING, t -> text(t.reading().placement().area())),
            optional("asset", CellType.STRING, t -> text(t.reading().placement().asset()))));
  }

  private static @Nullable Double number(Value value) {
    return value.hasNumber() ? (Double) value.number() : null;
  }

  private static @Nullable String textOf(Value value) {
    return value.kind() == ValueKind.TEXT && value.present() ? value.text() : null;
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
