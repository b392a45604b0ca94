package io.nagare.pipeline.activity;

import io.nagare.pipeline.parking.LastValue;
import io.nagare.pipeline.parking.Parking;
import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.TaggedReading;
import io.nagare.pipeline.windows.NumberTotals;
import io.nagare.pipeline.windows.QualityCount;
import io.nagare.profiles.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What all kinds of things on one site did in one window: state. */
public final class SiteTotals {
  /** Of every reading of every kind. */
  public QualityCount quality = new QualityCount();

  /** The kinds that sent anything, usable or not. */
  public Set<String> kinds = new HashSet<>();

  /** Device → its signs of work. */
  public Map<String, MachineTotals> machines = new HashMap<>();

  /** Counter's device → its newest value. */
  public Map<String, LastValue> counters = new HashMap<>();

  /** Bay → its newest value. */
  public Map<String, LastValue> bays = new HashMap<>();

  /** The car parks that the bays belong to. */
  public Set<String> bayPlaces = new HashSet<>();

  /** Areas of the room sensors that sent a usable value; the device where it has no area. */
  public Set<String> rooms = new HashSet<>();

  /** Of all rooms. */
  public NumberTotals temperature = new NumberTotals();

  /** Of all rooms. */
  public NumberTotals humidity = new NumberTotals();

  /** Of all rooms. */
  public NumberTotals carbonDioxide = new NumberTotals();

  /** Devices that heard a beacon. */
  public Set<String> beacons = new HashSet<>();

  /** Of all beacons. */
  public NumberTotals signalStrength = new NumberTotals();

  /** Adds a reading of one of the kinds that are joined. */
  void add(TaggedReading reading) {
    quality.add(reading);
    String kind = reading.reading().placement().kind();
    kinds.add(kind);
    if (!reading.isUsable()) {
      return;
    }
    if (kind.equals(Kind.EQUIPMENT.id())) {
      machines
          .computeIfAbsent(reading.reading().placement().device(), device -> new MachineTotals())
          .add(reading);
    } else if (kind.equals(Kind.PARKING.id())) {
      addParking(reading);
    } else if (kind.equals(Kind.ROOM.id())) {
      addRoom(reading);
    } else {
      addBeacon(reading);
    }
  }

  /** Whether a kind sent a usable value. */
  boolean heard(Kind kind) {
    return switch (kind) {
      case EQUIPMENT -> !machines.isEmpty();
      case PARKING -> !counters.isEmpty() || !bays.isEmpty();
      case ROOM -> !rooms.isEmpty();
      case BEACON -> !beacons.isEmpty();
    };
  }

  private void addParking(TaggedReading reading) {
    DecodedReading decoded = reading.reading();
    LastValue value = LastValue.of(decoded);
    if (Parking.isCounter(reading)) {
      counters.merge(decoded.placement().device(), value, LastValue::newer);
    } else if (Parking.isBay(reading)) {
      bays.merge(decoded.placement().device(), value, LastValue::newer);
      bayPlaces.add(Parking.place(reading));
    }
  }

  private void addRoom(TaggedReading reading) {
    DecodedReading decoded = reading.reading();
    String area = decoded.placement().area();
    rooms.add(area.isEmpty() ? decoded.placement().device() : area);
    if (NumberTotals.takes(reading)) {
      switch (decoded.measurement()) {
        case "temperature" -> temperature.add(reading);
        case "humidity" -> humidity.add(reading);
        case "co2" -> carbonDioxide.add(reading);
        default -> {
          // Heard, but not one of the measurements that are joined.
        }
      }
    }
  }

  private void addBeacon(TaggedReading reading) {
    beacons.add(reading.reading().placement().device());
    if (reading.reading().measurement().equals("rssi") && NumberTotals.takes(reading)) {
      signalStrength.add(reading);
    }
  }
}
