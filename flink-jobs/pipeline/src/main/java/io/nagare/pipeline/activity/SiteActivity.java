package io.nagare.pipeline.activity;

import static io.nagare.contracts.ColumnType.DOUBLE;
import static io.nagare.contracts.ColumnType.LONG;
import static io.nagare.contracts.ColumnType.STRING;

import io.nagare.contracts.ColumnType;
import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.windows.CommonColumns;
import io.nagare.pipeline.windows.NumberTotals;
import io.nagare.pipeline.windows.RecipeColumn;
import io.nagare.pipeline.windows.WindowRecipe;
import io.nagare.profiles.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The recipe {@code site-activity}: equipment, parking, rooms and beacons of a site joined by
 * window.
 *
 * <p>Each kind has a clock of its own, and lateness is judged by the clock of each device, because
 * the kinds may be recordings of different years. A window is due when every kind that was heard in
 * it has passed its end; a kind that comes later revises the row.
 */
public final class SiteActivity implements WindowRecipe<SiteTotals> {
  private static final long serialVersionUID = 1L;

  private static final Set<String> KINDS =
      Arrays.stream(Kind.values()).map(Kind::id).collect(Collectors.toUnmodifiableSet());

  @Override
  public String name() {
    return "site-activity";
  }

  @Override
  public Class<SiteTotals> totalsClass() {
    return SiteTotals.class;
  }

  @Override
  public boolean joinsSources() {
    return true;
  }

  @Override
  public boolean takes(TaggedReading reading) {
    return KINDS.contains(reading.reading().placement().kind());
  }

  @Override
  public String key(TaggedReading reading) {
    return reading.reading().id().site();
  }

  @Override
  public String source(TaggedReading reading) {
    return reading.reading().placement().device();
  }

  @Override
  public String stream(TaggedReading reading) {
    return reading.reading().placement().kind();
  }

  @Override
  public SiteTotals empty() {
    return new SiteTotals();
  }

  @Override
  public void add(SiteTotals totals, TaggedReading reading) {
    totals.add(reading);
  }

  @Override
  public Collection<String> streams(SiteTotals totals) {
    return totals.kinds;
  }

  @Override
  public List<RecipeColumn<SiteTotals>> columns() {
    List<RecipeColumn<SiteTotals>> columns =
        new ArrayList<>(CommonColumns.of(totals -> totals.quality));
    columns.add(ifHeard(Kind.EQUIPMENT, "machines_heard", LONG, t -> (long) t.machines.size()));
    columns.add(ifHeard(Kind.EQUIPMENT, "machines_active", LONG, SiteActivity::activeMachines));
    columns.add(
        ifHeard(
            Kind.PARKING,
            "parking_places",
            LONG,
            t -> (long) t.counters.size() + t.bayPlaces.size()));
    columns.add(number("parking_capacity", t -> positive(ParkedCars.of(t).capacity())));
    columns.add(number("parking_occupied", SiteActivity::occupied));
    columns.add(number("parking_occupancy", SiteActivity::occupancy));
    columns.add(ifHeard(Kind.ROOM, "rooms_heard", LONG, t -> (long) t.rooms.size()));
    columns.add(number("room_temperature_mean", t -> mean(t.temperature)));
    columns.add(number("room_humidity_mean", t -> mean(t.humidity)));
    columns.add(number("room_co2_mean", t -> mean(t.carbonDioxide)));
    columns.add(
        number(
            "room_co2_max", t -> t.carbonDioxide.count == 0 ? null : (Double) t.carbonDioxide.max));
    columns.add(ifHeard(Kind.BEACON, "beacons_heard", LONG, t -> (long) t.beacons.size()));
    columns.add(number("beacon_rssi_mean", t -> mean(t.signalStrength)));
    columns.add(new RecipeColumn<>("missing", STRING, (t, stamp) -> missing(t)));
    return columns;
  }

  static String missing(SiteTotals totals) {
    return Arrays.stream(Kind.values())
        .filter(kind -> !totals.heard(kind))
        .map(Kind::id)
        .collect(Collectors.joining(","));
  }

  private static Long activeMachines(SiteTotals totals) {
    return totals.machines.values().stream().filter(MachineTotals::isActive).count();
  }

  private static @Nullable Double occupied(SiteTotals totals) {
    ParkedCars cars = ParkedCars.of(totals);
    return cars.capacity() == 0 ? null : (Double) cars.occupied();
  }

  private static @Nullable Double occupancy(SiteTotals totals) {
    ParkedCars cars = ParkedCars.of(totals);
    return cars.capacity() == 0 ? null : (Double) (cars.occupied() / cars.capacity());
  }

  private static @Nullable Double positive(double value) {
    return value > 0 ? (Double) value : null;
  }

  private static @Nullable Double mean(NumberTotals numbers) {
    return numbers.count == 0 ? null : (Double) numbers.mean();
  }

  private static RecipeColumn<SiteTotals> number(String name, ValueOf value) {
    return new RecipeColumn<>(name, DOUBLE, (totals, stamp) -> value.of(totals));
  }

  private static RecipeColumn<SiteTotals> ifHeard(
      Kind kind, String name, ColumnType type, ValueOf value) {
    return new RecipeColumn<>(
        name, type, (totals, stamp) -> totals.heard(kind) ? value.of(totals) : null);
  }

  private interface ValueOf extends Serializable {
    @Nullable Object of(SiteTotals totals);
  }
}
