package io.nagare.profiles.radio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One reason of a decision.
 *
 * @param code its stable code
 * @param rule the rule that it rests on, if it rests on one
 * @param subject what it speaks of, such as a certificate's number; empty when that is plain
 * @param found the number that was found, in the code's unit; not a number when there is none
 * @param allowed the number that is allowed; not a number when there is none
 */
public record Reason(
    ReasonCode code, Optional<RadioRule> rule, String subject, double found, double allowed) {

  static Reason of(ReasonCode code) {
    return new Reason(code, Optional.empty(), "", Double.NaN, Double.NaN);
  }

  static Reason about(ReasonCode code, String subject) {
    return new Reason(code, Optional.empty(), subject, Double.NaN, Double.NaN);
  }

  static Reason of(ReasonCode code, double found, double allowed) {
    return new Reason(code, Optional.empty(), "", found, allowed);
  }

  static Reason by(RadioRule rule, ReasonCode code) {
    return new Reason(code, Optional.of(rule), "", Double.NaN, Double.NaN);
  }

  static Reason by(RadioRule rule, ReasonCode code, double found, double allowed) {
    return new Reason(code, Optional.of(rule), "", found, allowed);
  }

  /** Whether this reason refuses. */
  public boolean refuses() {
    return code.effect() == ReasonCode.Effect.REFUSES;
  }

  /** What was found and what is allowed, such as {@code 22 dBm, allowed 13 dBm}; or empty. */
  public String numbers() {
    if (Double.isNaN(found)) {
      return Double.isNaN(allowed) ? "" : number(allowed) + " " + code.unit();
    }
    String text = number(found) + " " + code.unit();
    return Double.isNaN(allowed) ? text : text + ", allowed " + number(allowed) + " " + code.unit();
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "any" : "none";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
