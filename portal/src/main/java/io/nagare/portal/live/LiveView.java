package io.nagare.portal.live;

import io.nagare.portal.live.Board.Card;
import io.nagare.portal.live.Board.Group;
import io.nagare.portal.live.Board.Series;
import io.nagare.portal.text.Messages;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A board's parts as words of one language at one time: what the templates ask. */
public final class LiveView {
  /** Shown where a value is not known: a gap is no zero. */
  public static final String UNKNOWN = "–";

  /** Signal strengths in dBm from which one more bar is drawn. */
  private static final double[] BARS = {-90, -80, -70, -60};

  private final Messages messages;
  private final Instant now;

  /** What a group of bays adds up to; only fresh bays count as free or occupied. */
  public record Totals(int bays, int free, int occupied, int unknown) {
    /** The share of all bays, in percent. */
    public double percent(int count) {
      return bays == 0 ? 0 : 100.0 * count / bays;
    }
  }

  /** Texts of a language, ages at a time. */
  public LiveView(Messages messages, Instant now) {
    this.messages = messages;
    this.now = now;
  }

  /** The texts of the page. */
  public Messages messages() {
    return messages;
  }

  /** {@code fresh} or {@code stale}. */
  public String state(Series series) {
    return FreshnessRules.of(series.reading(), now).id();
  }

  /** {@code fresh} as long as any of the device's values is. */
  public String state(Card card) {
    boolean fresh = card.series().stream().anyMatch(one -> state(one).equals(Freshness.FRESH.id()));
    return (fresh ? Freshness.FRESH : Freshness.STALE).id();
  }

  /** How long ago the value was measured. */
  public String age(Series series) {
    return AgeText.of(series.reading().eventTime(), now, messages);
  }

  /** How long ago the device was last heard. */
  public String age(Card card) {
    Optional<Instant> newest =
        card.series().stream()
            .flatMap(series -> series.reading().eventTime().stream())
            .max(Comparator.naturalOrder());
    return AgeText.of(newest, now, messages);
  }

  /** The event time in epoch milliseconds, for the browser; null when there is none. */
  public @Nullable String eventMillis(Series series) {
    return series
        .reading()
        .eventTime()
        .map(time -> Long.toString(time.toEpochMilli()))
        .orElse(null);
  }

  /** The age in milliseconds beyond which the browser calls the value stale. */
  public long limitMillis(Series series) {
    return FreshnessRules.limit(series.reading()).toMillis();
  }

  /** {@code dead} or {@code online}. */
  public String session(Series series) {
    return series.reading().sessionDead() || !series.reading().hasValue() ? "dead" : "online";
  }

  /** What the measurement is called. */
  public String title(Series series) {
    return series.title().in(messages.language().id());
  }

  /** The value as text; a dash when there is none. */
  public String value(Series series) {
    LiveReading reading = series.reading();
    if (!reading.hasValue()) {
      return UNKNOWN;
    }
    if (reading.text().isPresent()) {
      return word(reading.text().get());
    }
    OptionalDouble value = reading.value();
    if (value.isEmpty()) {
      return UNKNOWN;
    }
    if (series.isBoolean()) {
      return messages.text(value.getAsDouble() != 0 ? "value.yes" : "value.no");
    }
    return number(value.getAsDouble(), reading.unit().equals("1"));
  }

  /** The sign of the unit; empty when there is none, or no value. */
  public String unit(Series series) {
    return series.reading().hasValue() ? Units.sign(series.reading().unit()) : "";
  }

  /** What the quality tests say of a value that is not good; empty for good ones. */
  public String doubt(Series series) {
    return series.reading().hasValue()
        ? switch (series.reading().flag()) {
          case 3 -> messages.text("flag.suspect");
          case 4 -> messages.text("flag.fail");
          default -> "";
        }
        : "";
  }

  /** What the device is doing, in words. */
  public String word(Card card) {
    return word(card.word());
  }

  /** The name of the sign that stands for the device's word. */
  public String icon(Card card) {
    return switch (card.word()) {
      case "running", "idle", "stopped", "fault" -> card.word();
      default -> "reporting";
    };
  }

  /** The title of a group. */
  public String title(Group group) {
    return group.title().isEmpty() ? messages.text("live.no-area") : group.title();
  }

  /** What people call a kind of devices. */
  public String kind(String kind) {
    return messages.textOr("kind." + kind, kind);
  }

  /** Free spaces as text. */
  public String free(Card card) {
    return card.free().isPresent() ? number(card.free().getAsLong(), true) : UNKNOWN;
  }

  /** Number of spaces as text. */
  public String capacity(Card card) {
    return card.capacity().isPresent() ? number(card.capacity().getAsLong(), true) : UNKNOWN;
  }

  /** Width of a car park's bar in percent; 0 when the share is not known. */
  public String usedPercent(Card card) {
    return String.format(Locale.ROOT, "%.1f", 100 * card.used().orElse(0));
  }

  /** A share in percent for a drawing. */
  public String percent(double percent) {
    return String.format(Locale.ROOT, "%.1f", percent);
  }

  /** Bars of a signal, 0 to 4. */
  public int bars(Series series) {
    double strength = series.reading().value().orElse(Double.NEGATIVE_INFINITY);
    int bars = 0;
    for (double from : BARS) {
      bars += strength >= from ? 1 : 0;
    }
    return bars;
  }

  /** What the bays of a group add up to. */
  public Totals totals(Group group) {
    int free = 0;
    int occupied = 0;
    for (Card bay : group.cards()) {
      if (state(bay).equals(Freshness.FRESH.id())) {
        free += bay.word().equals("free") ? 1 : 0;
        occupied += bay.word().equals("occupied") ? 1 : 0;
      }
    }
    int bays = group.cards().size();
    return new Totals(bays, free, occupied, bays - free - occupied);
  }

  /** Free bays as text: a dash when no bay is heard. */
  public String freeText(Totals totals) {
    return totals.unknown() == totals.bays() ? UNKNOWN : Integer.toString(totals.free());
  }

  /** How many devices stand in a group, in words. */
  public String devices(Group group) {
    int devices = group.cards().size();
    return messages.text(devices == 1 ? "live.device" : "live.devices", devices);
  }

  private String word(String word) {
    return messages.textOr("word." + word, word);
  }

  /** Three significant digits or so; a count is told whole. */
  private static String number(double value, boolean count) {
    NumberFormat format = NumberFormat.getInstance(Locale.US);
    double size = Math.abs(value);
    boolean whole = size >= 1000 || (count && value == Math.rint(value));
    int digits = whole ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
    format.setMaximumFractionDigits(digits);
    format.setMinimumFractionDigits(digits);
    return format.format(value).replace("-", "−");
  }
}
