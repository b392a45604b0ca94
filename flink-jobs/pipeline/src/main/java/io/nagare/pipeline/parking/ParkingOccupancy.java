package io.nagare.pipeline.parking;

import static io.nagare.contracts.ColumnType.DOUBLE;
import static io.nagare.contracts.ColumnType.LONG;
import static io.nagare.contracts.ColumnType.STRING;

import io.nagare.pipeline.reading.Placement;
import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.windows.CommonColumns;
import io.nagare.pipeline.windows.RecipeColumn;
import io.nagare.pipeline.windows.WindowRecipe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recipe {@code parking-occupancy}: how full every car park was, by its counter or by the
 * sensors of its bays.
 *
 * <p>An empty cell of a recording reports nothing, so a window without readings has no row: the
 * last value is not carried on, because silence may be an outage.
 */
public final class ParkingOccupancy implements WindowRecipe<ParkingTotals> {
  private static final long serialVersionUID = 1L;
  private static final String ALL = "";

  @Override
  public String name() {
    return "parking-occupancy";
  }

  @Override
  public Class<ParkingTotals> totalsClass() {
    return ParkingTotals.class;
  }

  @Override
  public boolean joinsSources() {
    return true;
  }

  @Override
  public boolean takes(TaggedReading reading) {
    return Parking.isCounter(reading) || Parking.isBay(reading);
  }

  @Override
  public String key(TaggedReading reading) {
    String source = Parking.isCounter(reading) ? "counter" : "bays";
    return String.join("\n", reading.reading().id().site(), source, Parking.place(reading));
  }

  @Override
  public String source(TaggedReading reading) {
    return reading.reading().placement().device();
  }

  @Override
  public String stream(TaggedReading reading) {
    return ALL;
  }

  @Override
  public ParkingTotals empty() {
    return new ParkingTotals();
  }

  @Override
  public void add(ParkingTotals totals, TaggedReading reading) {
    totals.add(reading);
  }

  @Override
  public Collection<String> streams(ParkingTotals totals) {
    return List.of(ALL);
  }

  @Override
  public List<RecipeColumn<ParkingTotals>> columns() {
    List<RecipeColumn<ParkingTotals>> columns =
        new ArrayList<>(CommonColumns.of(totals -> totals.quality));
    columns.add(new RecipeColumn<>("place", STRING, (t, stamp) -> Parking.place(stamp.newest())));
    columns.add(new RecipeColumn<>("place_name", STRING, (t, stamp) -> placeName(stamp.newest())));
    columns.add(
        new RecipeColumn<>(
            "area",
            STRING,
            (t, stamp) -> CommonColumns.textOrNull(stamp.newest().reading().placement().area())));
    columns.add(
        new RecipeColumn<>(
            "source",
            STRING,
            (t, stamp) -> Parking.isCounter(stamp.newest()) ? "counter" : "bays"));
    columns.add(new RecipeColumn<>("capacity", LONG, (t, stamp) -> capacity(stamp.newest())));
    columns.add(
        new RecipeColumn<>("free_last", DOUBLE, (t, stamp) -> orNull(hasFree(t), t.free.last)));
    columns.add(
        new RecipeColumn<>("free_min", DOUBLE, (t, stamp) -> orNull(hasFree(t), t.free.min)));
    columns.add(
        new RecipeColumn<>("free_mean", DOUBLE, (t, stamp) -> orNull(hasFree(t), t.free.mean())));
    columns.add(
        new RecipeColumn<>(
            "bays_reported", LONG, (t, stamp) -> t.bays.isEmpty() ? null : (long) t.bays.size()));
    columns.add(new RecipeColumn<>("occupied", DOUBLE, (t, stamp) -> occupied(t)));
    columns.add(new RecipeColumn<>("occupancy", DOUBLE, (t, stamp) -> occupancy(t)));
    return columns;
  }

  private static boolean hasFree(ParkingTotals totals) {
    return totals.free.count > 0;
  }

  private static @Nullable Double orNull(boolean present, double value) {
    return present ? (Double) value : null;
  }

  /** A bay's name is not that of its car park. */
  private static @Nullable String placeName(TaggedReading newest) {
    return Parking.isCounter(newest)
        ? CommonColumns.textOrNull(newest.reading().placement().name())
        : null;
  }

  private static @Nullable Long capacity(TaggedReading newest) {
    Placement placement = newest.reading().placement();
    return placement.hasCapacity() ? (Long) placement.capacity() : null;
  }

  private static @Nullable Double occupied(ParkingTotals totals) {
    if (!totals.bays.isEmpty()) {
      return (double) totals.occupiedBays();
    }
    LastValue counter = totals.counter;
    return counter == null || counter.capacity() < 0
        ? null
        : (Double) Parking.occupied(counter.capacity(), counter.number());
  }

  private static @Nullable Double occupancy(ParkingTotals totals) {
    Double occupied = occupied(totals);
    if (occupied == null) {
      return null;
    }
    LastValue counter = totals.counter;
    double of = totals.bays.isEmpty() && counter != null ? counter.capacity() : totals.bays.size();
    return of == 0 ? null : (Double) (occupied / of);
  }
}
