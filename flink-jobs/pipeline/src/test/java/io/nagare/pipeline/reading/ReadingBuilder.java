package io.nagare.pipeline.reading;

import java.time.Instant;

/** Builds a tagged reading of which a test says only what matters. */
public final class ReadingBuilder {
  private static final long DAY = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

  private String site = "site-1";
  private String device = "machine-1";
  private String profile = "test/machine@1";
  private String kind = "equipment";
  private String name = "";
  private String area = "";
  private String asset = "";
  private long capacity = Placement.NO_CAPACITY;
  private String measurement = "temperature";
  private Value value = Value.of(20.0);
  private long eventTime = DAY;
  private long receivedAt = DAY + 1_000_000_000_000L;
  private int sourceQuality = DecodedReading.NO_SOURCE_QUALITY;
  private int flag = 1;
  private int dateFlag = 1;
  private long offset;
  private long position;

  private ReadingBuilder() {}

  /** A good reading of 20.0 by a machine at midnight. */
  public static ReadingBuilder reading() {
    return new ReadingBuilder();
  }

  /** Milliseconds of a time of the day that tests play on, or of a whole instant. */
  public static long time(String text) {
    if (text.contains("T")) {
      return Instant.parse(text).toEpochMilli();
    }
    String full = text.length() == 5 ? text + ":00" : text;
    return Instant.parse("2026-03-01T" + full + "Z").toEpochMilli();
  }

  public ReadingBuilder site(String id) {
    site = id;
    return this;
  }

  public ReadingBuilder device(String id) {
    device = id;
    return this;
  }

  public ReadingBuilder profile(String reference) {
    profile = reference;
    return this;
  }

  public ReadingBuilder kind(String id) {
    kind = id;
    return this;
  }

  public ReadingBuilder name(String text) {
    name = text;
    return this;
  }

  public ReadingBuilder area(String id) {
    area = id;
    return this;
  }

  public ReadingBuilder asset(String id) {
    asset = id;
    return this;
  }

  public ReadingBuilder capacity(long places) {
    capacity = places;
    return this;
  }

  public ReadingBuilder measurement(String id) {
    measurement = id;
    return this;
  }

  public ReadingBuilder value(double number) {
    value = Value.of(number);
    return this;
  }

  public ReadingBuilder value(boolean yes) {
    value = Value.of(yes);
    return this;
  }

  public ReadingBuilder value(String text) {
    value = Value.of(text);
    return this;
  }

  public ReadingBuilder absent() {
    value = Value.absent(ValueKind.NUMBER);
    return this;
  }

  public ReadingBuilder at(String text) {
    return at(time(text));
  }

  public ReadingBuilder at(long millis) {
    eventTime = millis;
    return this;
  }

  public ReadingBuilder receivedAt(String text) {
    receivedAt = time(text);
    return this;
  }

  public ReadingBuilder sourceQuality(int code) {
    sourceQuality = code;
    return this;
  }

  public ReadingBuilder flag(int primary) {
    flag = primary;
    return this;
  }

  public ReadingBuilder dateFlag(int ofImpossibleDate) {
    dateFlag = ofImpossibleDate;
    return this;
  }

  public ReadingBuilder offset(long number) {
    offset = number;
    return this;
  }

  public ReadingBuilder position(long inStream) {
    position = inStream;
    return this;
  }

  public DecodedReading decoded() {
    return new DecodedReading(
        new RecordId(site, "gateway-1", 1_000, offset),
        new Placement(device, profile, kind, name, area, asset, capacity),
        measurement,
        value,
        eventTime,
        receivedAt,
        false,
        true,
        sourceQuality,
        "",
        position);
  }

  public TaggedReading tagged() {
    return new TaggedReading(
        decoded(), new Quality(flag, 1, 1, dateFlag, 2, "test-rules"), "Cel", 60_000);
  }
}
