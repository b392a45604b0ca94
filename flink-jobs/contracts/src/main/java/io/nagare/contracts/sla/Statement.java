package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a consumer is told once a month of a dataset's promise.
 *
 * @param dataset its contract's id
 * @param version of the contract
 * @param consumer to whom it was promised
 * @param month it is about
 * @param zone in which the month is meant
 * @param asOf what was readable then was taken into account
 * @param settled whether every verdict of the month is final
 * @param lines one for each objective, in the order of the contract
 * @param exclusions maintenance of the month that excused, registered beforehand
 * @param refused maintenance of the month that was registered too late and excuses nothing
 * @param creditPercent of the month's fee, not above the contract's cap
 * @param fee of the month, where there is one
 * @param credit what the consumer gets back, where there is a fee
 */
public record Statement(
    String dataset,
    String version,
    String consumer,
    YearMonth month,
    ZoneId zone,
    Instant asOf,
    boolean settled,
    List<Line> lines,
    List<MaintenanceWindow> exclusions,
    List<MaintenanceWindow> refused,
    double creditPercent,
    Optional<Money> fee,
    Optional<Money> credit) {

  /** Keeps copies. */
  public Statement {
    lines = List.copyOf(lines);
    exclusions = List.copyOf(exclusions);
    refused = List.copyOf(refused);
  }

  /** How an objective came out. */
  public enum Outcome {
    /** Attained. */
    KEPT,
    /** Not attained. */
    MISSED,
    /** Measured, but nothing was due. */
    NOTHING_DUE,
    /** Declared, but nothing measured it in the month. Never shown as kept. */
    UNMEASURED
  }

  /**
   * One objective.
   *
   * @param objective as the contract declares it
   * @param outcome how it came out
   * @param timely good in time ÷ due: the attainment
   * @param withLate the same with late data, for information
   * @param breaches first moments of the windows that have one, in order
   * @param measured time of the month that has a verdict
   * @param creditPercent that it earns by itself
   */
  public record Line(
      Objective objective,
      Outcome outcome,
      Score timely,
      Score withLate,
      List<Instant> breaches,
      Duration measured,
      double creditPercent) {

    /** Keeps a copy. */
    public Line {
      breaches = List.copyOf(breaches);
    }
  }
}
