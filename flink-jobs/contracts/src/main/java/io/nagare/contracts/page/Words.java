package io.nagare.contracts.page;

import java.time.Duration;
import java.util.Locale;

/** Words and numbers of a page in its language. */
record Words(boolean japanese) {

  static Words in(String language) {
    return new Words(language.equals("ja"));
  }

  String language() {
    return japanese ? "ja" : "en";
  }

  String of(String en, String ja) {
    return japanese ? ja : en;
  }

  /** A share of 0 to 1 in percent, cut off, never rounded up to a target that was missed. */
  String percent(double share) {
    double cut = Math.floor(share * 100_000 + 1e-6) / 1000;
    return (cut == Math.rint(cut) ? String.valueOf((long) cut) : String.valueOf(cut)) + " %";
  }

  /** A number without superfluous decimals. */
  String number(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  /** A duration in its largest whole unit. */
  String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds != 0 && seconds % 86400 == 0) {
      return count(seconds / 86400, "day", "日");
    }
    if (seconds != 0 && seconds % 3600 == 0) {
      return count(seconds / 3600, "hour", "時間");
    }
    if (seconds != 0 && seconds % 60 == 0) {
      return count(seconds / 60, "minute", "分");
    }
    return seconds * 1000 == duration.toMillis()
        ? count(seconds, "second", "秒")
        : duration.toMillis() + of(" ms", "ミリ秒");
  }

  /** A constant's name as contracts write it. */
  String constant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String count(long number, String unit, String ja) {
    return japanese ? number + ja : number + " " + unit + (number == 1 ? "" : "s");
  }
}
