package io.nagare.profiles.interchange;

import io.nagare.profiles.Certificate;
import io.nagare.profiles.Coverage;
import io.nagare.profiles.Decibels;
import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.Identity;
import io.nagare.profiles.Profile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds what a profile claims against what the register says. */
public final class RegisterComparison {
  private static final Pattern RANGE =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)\\s*(?:MHz|GHz)?\\s*[~～〜-]\\s*(\\d+(?:\\.\\d+)?)\\s*(MHz|GHz)");
  private static final Pattern POWER = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(m?W)(?![A-Za-z/])");

  private RegisterComparison() {}

  /**
   * One point of a comparison.
   *
   * @param field what is compared
   * @param claim what the profile says
   * @param register what the register says
   * @param agreement whether they say the same
   */
  public record Point(String field, String claim, String register, Agreement agreement) {}

  /** Whether claim and register say the same. */
  public enum Agreement {
    /** They do. */
    SAME,
    /** The claim goes beyond the register, or contradicts it. */
    DIFFERENT,
    /** One of them says nothing, or nothing that can be compared. */
    NOT_COMPARABLE
  }

  /** Every point on which a certificate of a profile can be held against a row. */
  public static List<Point> compare(
      Profile profile, Certificate claim, GitekiRegister.Row register) {
    List<Point> points = new ArrayList<>();
    points.add(text("number", claim.number(), register.number()));
    points.add(text("holder", claim.holder(), register.name()));
    points.add(text("model", profile.identity().map(Identity::model), register.typeName()));
    Optional<FrequencySpan> band = frequencies(register.wave());
    OptionalDouble power = power(register.wave());
    for (Coverage coverage : claim.covers()) {
      points.add(frequencies(coverage, band, register.wave()));
      points.add(power(coverage, power, register.wave()));
    }
    return points;
  }

  /** The frequencies that a row speaks of, from the lowest to the highest, if they can be read. */
  public static Optional<FrequencySpan> frequencies(String wave) {
    Matcher range = RANGE.matcher(plain(wave));
    long lowest = Long.MAX_VALUE;
    long highest = Long.MIN_VALUE;
    while (range.find()) {
      double unit = range.group(3).equals("GHz") ? 1e3 : 1;
      lowest = Math.min(lowest, FrequencySpan.hertz(Double.parseDouble(range.group(1)) * unit));
      highest = Math.max(highest, FrequencySpan.hertz(Double.parseDouble(range.group(2)) * unit));
    }
    return lowest <= highest
        ? Optional.of(new FrequencySpan(lowest, highest, 0))
        : Optional.empty();
  }

  /** The highest power that a row speaks of, in dBm, if it can be read. */
  public static OptionalDouble power(String wave) {
    Matcher power = POWER.matcher(plain(wave));
    double most = 0;
    while (power.find()) {
      double unit = power.group(2).equals("W") ? 1e3 : 1;
      most = Math.max(most, Double.parseDouble(power.group(1)) * unit);
    }
    return most > 0 ? OptionalDouble.of(Decibels.ofMilliwatts(most)) : OptionalDouble.empty();
  }

  /** Full-width letters and digits as plain ones. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static Point text(String field, Optional<String> claim, String register) {
    if (claim.isEmpty() || register.isEmpty()) {
      return new Point(field, claim.orElse("-"), register, Agreement.NOT_COMPARABLE);
    }
    String mine = plain(claim.get()).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    String theirs = plain(register).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    return new Point(
        field, claim.get(), register, mine.equals(theirs) ? Agreement.SAME : Agreement.DIFFERENT);
  }

  private static Point frequencies(Coverage coverage, Optional<FrequencySpan> band, String wave) {
    FrequencySpan claimed = coverage.centres();
    Agreement agreement =
        band.map(
                registered ->
                    registered.fromHz() <= claimed.fromHz() && claimed.toHz() <= registered.toHz()
                        ? Agreement.SAME
                        : Agreement.DIFFERENT)
            .orElse(Agreement.NOT_COMPARABLE);
    return new Point("frequencies", claimed.text(), wave, agreement);
  }

  private static Point power(Coverage coverage, OptionalDouble power, String wave) {
    String claimed =
        String.format(Locale.ROOT, "%.3f mW", Decibels.toMilliwatts(coverage.conductedDbm()));
    Agreement agreement =
        power.isEmpty()
            ? Agreement.NOT_COMPARABLE
            : coverage.conductedDbm() <= power.getAsDouble() + 1e-6
                ? Agreement.SAME
                : Agreement.DIFFERENT;
    return new Point("power", claimed, wave, agreement);
  }
}
