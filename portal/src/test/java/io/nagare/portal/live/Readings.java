package io.nagare.portal.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Live readings that show only what a test is about. */
public final class Readings {
  private final SeriesKey key;
  private String name = "";
  private String kind = "equipment";
  private String area = "";
  private String asset = "";
  private OptionalLong capacity = OptionalLong.empty();
  private String profile = "generic/machine-monitor@1";
  private String unit = "1";
  private OptionalDouble value = OptionalDouble.empty();
  private Optional<String> text = Optional.empty();
  private int flag = 1;
  private Optional<Instant> at = Optional.empty();
  private Duration maxPeriod = Duration.ofSeconds(10);
  private boolean dead;

  private Readings(SeriesKey key) {
    this.key = key;
  }

  /** A reading of {@code site/gateway/device/measurement}. */
  public static Readings reading(String series) {
    String[] parts = series.split("/", -1);
    return new Readings(new SeriesKey(parts[0], parts[1], parts[2], parts[3]));
  }

  /** Of a machine, a car park, a room or a beacon. */
  public Readings kind(String id, String profileReference) {
    kind = id;
    profile = profileReference;
    return this;
  }

  /** Device's name for people. */
  public Readings name(String text) {
    name = text;
    return this;
  }

  /** Area of the site. */
  public Readings area(String text) {
    area = text;
    return this;
  }

  /** What it is mounted on. */
  public Readings asset(String text) {
    asset = text;
    return this;
  }

  /** Spaces of a car park. */
  public Readings capacity(long spaces) {
    capacity = OptionalLong.of(spaces);
    return this;
  }

  /** UCUM code. */
  public Readings unit(String code) {
    unit = code;
    return this;
  }

  /** A number. */
  public Readings value(double number) {
    value = OptionalDouble.of(number);
    return this;
  }

  /** A text. */
  public Readings text(String words) {
    text = Optional.of(words);
    return this;
  }

  /** What the quality tests said. */
  public Readings flag(int number) {
    flag = number;
    return this;
  }

  /** When it was measured. */
  public Readings at(Instant time) {
    at = Optional.of(time);
    return this;
  }

  /** The longest normal silence. */
  public Readings maxPeriod(Duration period) {
    maxPeriod = period;
    return this;
  }

  /** From a session that has ended. */
  public Readings dead() {
    dead = true;
    return this;
  }

  /** The reading. */
  public LiveReading build() {
    return new LiveReading(
        key,
        name.isEmpty() ? key.device() : name,
        kind,
        area,
        asset,
        capacity,
        profile,
        unit,
        value,
        text,
        flag,
        at,
        maxPeriod,
        dead);
  }
}
