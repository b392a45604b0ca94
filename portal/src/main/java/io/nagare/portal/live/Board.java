package io.nagare.portal.live;

import io.nagare.profiles.LocalizedText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the live page shows, in order, without a language and without a time.
 *
 * @param revision of the live map it was made from
 * @param sites by name
 */
public record Board(long revision, List<Site> sites) {

  /** How a device is drawn. */
  public enum Shape {
    /** A card with a line per measurement. */
    METERS,
    /** A car park that counts its free spaces. */
    LOT,
    /** One parking bay with a sensor. */
    BAY,
    /** A beacon with its signal strength. */
    BEACON
  }

  /**
   * One site.
   *
   * @param id Sparkplug group
   * @param sections machines first, then car parks, rooms, beacons
   */
  public record Site(String id, List<Section> sections) {}

  /**
   * The devices of one kind at a site.
   *
   * @param id of its element on the page
   * @param kind such as {@code parking}
   * @param groups by name
   */
  public record Section(String id, String kind, List<Group> groups) {}

  /**
   * Devices of one kind and shape that stand together.
   *
   * @param id of its element on the page
   * @param kind such as {@code parking}
   * @param shape of all its cards
   * @param title an area or asset; empty when the devices name none
   * @param cards in the order of the page
   */
  public record Group(String id, String kind, Shape shape, String title, List<Card> cards) {}

  /**
   * One device.
   *
   * @param id of its element on the page
   * @param kind such as {@code parking}
   * @param shape how it is drawn
   * @param device its id
   * @param name for people
   * @param gateway that reads it
   * @param capacity spaces of a car park
   * @param series its measurements in the order of its profile
   */
  public record Card(
      String id,
      String kind,
      Shape shape,
      String device,
      String name,
      String gateway,
      OptionalLong capacity,
      List<Series> series) {

    /** The series that a card with a single value is about. */
    public Series main() {
      return series.get(0);
    }

    /** The series whose text says what the device is doing. */
    public Optional<Series> stateSeries() {
      return series.stream().filter(Series::isState).findFirst();
    }

    /** Free spaces of a car park, where its last count makes sense. */
    public OptionalLong free() {
      OptionalDouble value = main().reading().value();
      return shape == Shape.LOT && main().reading().hasValue() && value.isPresent()
          ? OptionalLong.of(Math.round(value.getAsDouble()))
          : OptionalLong.empty();
    }

    /** The share of a car park's spaces that are taken, 0 to 1, where that makes sense. */
    public OptionalDouble used() {
      if (free().isEmpty() || capacity.isEmpty() || capacity.getAsLong() <= 0) {
        return OptionalDouble.empty();
      }
      double used = 1 - (double) free().getAsLong() / capacity.getAsLong();
      return used >= 0 && used <= 1 ? OptionalDouble.of(used) : OptionalDouble.empty();
    }

    /** One word for what the device's last values say, such as {@code running} or {@code full}. */
    public String word() {
      return switch (shape) {
        case LOT -> Occupancy.of(used()).id();
        case BAY -> bayWord(main().reading());
        case METERS, BEACON ->
            stateSeries().flatMap(series -> series.reading().text()).orElse("reporting");
      };
    }

    private static String bayWord(LiveReading reading) {
      if (!reading.hasValue() || reading.value().isEmpty()) {
        return "unknown";
      }
      return reading.value().getAsDouble() != 0 ? "occupied" : "free";
    }
  }

  /**
   * One measurement of a device with its newest reading.
   *
   * @param title what people call it
   * @param isState whether its text says what the device is doing
   * @param isBoolean whether its values are true and false
   * @param reading the newest
   */
  public record Series(
      LocalizedText title, boolean isState, boolean isBoolean, LiveReading reading) {}
}
