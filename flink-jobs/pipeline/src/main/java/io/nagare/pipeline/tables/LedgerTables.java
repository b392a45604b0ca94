package io.nagare.pipeline.tables;

import static io.nagare.pipeline.tables.TableColumn.optional;
import static io.nagare.pipeline.tables.TableColumn.required;

import io.nagare.pipeline.ledger.Rejected;
import io.nagare.pipeline.ledger.Repeated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables of what did not become a reading: with {@code readings} they account for everything.
 */
public final class LedgerTables {
  /** The table of what was rejected. */
  public static final String REJECTED = "rejected";

  /** The table of what came more than once. */
  public static final String REPEATED = "repeated";

  private LedgerTables() {}

  /** The columns of {@link #REJECTED}. */
  public static RowLayout<Rejected> rejected() {
    return new RowLayout<>(
        List.of(
            optional("site", CellType.STRING, r -> text(r.site())),
            optional("gateway", CellType.STRING, r -> text(r.gateway())),
            optional("device", CellType.STRING, r -> text(r.device())),
            optional("measurement", CellType.STRING, r -> text(r.measurement())),
            required("reason", CellType.STRING, Rejected::reason),
            optional("detail", CellType.STRING, r -> text(r.detail())),
            optional("event_time", CellType.TIMESTAMP, r -> time(r.eventTimeMillis())),
            required("received_at", CellType.TIMESTAMP, Rejected::receivedAtMillis),
            optional("record_epoch", CellType.LONG, r -> number(r.epoch())),
            optional("record_offset", CellType.LONG, r -> number(r.offset())),
            optional("topic", CellType.STRING, r -> text(r.topic())),
            optional("raw", CellType.BINARY, r -> bytes(r.raw())),
            optional("dataset", CellType.STRING, r -> text(r.dataset()))));
  }

  /** The columns of {@link #REPEATED}. */
  public static RowLayout<Repeated> repeated() {
    return new RowLayout<>(
        List.of(
            required("site", CellType.STRING, r -> r.id().site()),
            required("gateway", CellType.STRING, r -> r.id().gateway()),
            required("record_epoch", CellType.LONG, r -> r.id().epoch()),
            required("record_offset", CellType.LONG, r -> r.id().offset()),
            required("received_at", CellType.TIMESTAMP, Repeated::receivedAtMillis)));
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Long number(long number) {
    return number == Rejected.ABSENT ? null : (Long) number;
  }

  /** A time that no calendar of tables holds is left out: the raw bytes still have it. */
  private static @Nullable Long time(long millis) {
    return Calendars.holds(millis) ? (Long) millis : null;
  }

  private static byte @Nullable [] bytes(byte[] bytes) {
    return bytes.length == 0 ? null : bytes;
  }
}
