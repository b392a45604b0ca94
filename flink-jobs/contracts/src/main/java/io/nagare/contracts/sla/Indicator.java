package io.nagare.contracts.sla;

import java.util.Optional;

/** What is measured of a delivery; named as {@code slaProperties[].property} names it. */
public enum Indicator {
  /** Slots with a valid reading in time ÷ slots that were due. Ours: the standard has no name. */
  COMPLETENESS("completeness", Form.SHARE),
  /** First moment a consumer could read a value − its event time; a missing one is infinite. */
  LATENCY("latency", Form.SHARE_WITHIN),
  /** Minutes in which the newest readable event time was young enough ÷ all. Ours. */
  FRESHNESS("freshness", Form.SHARE_WITHIN),
  /** Minutes in which a probe from outside got its answer ÷ all. */
  AVAILABILITY("availability", Form.SHARE),
  /** Readings that passed the quality tests ÷ readings received. Ours. */
  QUALITY_SHARE("qualityShare", Form.SHARE),
  /** Rows of the dataset that were readable in time ÷ rows that were due, one each period. */
  FREQUENCY("frequency", Form.TIME_SHARE_99),
  /** How long data can be read, at least and at most. */
  RETENTION("retention", Form.RETENTION),
  /** Alert − start of the breach. */
  TIME_TO_DETECT("timeToDetect", Form.TIME_ALWAYS),
  /** The subscriber's confirmation − alert. */
  TIME_TO_NOTIFY("timeToNotify", Form.TIME_ALWAYS),
  /** Recovery − start of the breach. */
  TIME_TO_REPAIR("timeToRepair", Form.TIME_ALWAYS);

  /** How an objective of this indicator is written. */
  enum Form {
    /** {@code value} is a percentage. */
    SHARE,
    /** {@code value} is a time, {@code valueExt} the percentage that keeps it. */
    SHARE_WITHIN,
    /** The same; 99 % unless told. */
    TIME_SHARE_99,
    /** The same; every one unless told. */
    TIME_ALWAYS,
    /** {@code value} is the least, {@code valueExt} the most. */
    RETENTION
  }

  private final String property;
  private final Form form;

  Indicator(String property, Form form) {
    this.property = property;
    this.form = form;
  }

  /** The name in contracts. */
  public String property() {
    return property;
  }

  Form form() {
    return form;
  }

  /** The indicator that measures a property, if any does. */
  public static Optional<Indicator> of(String property) {
    for (Indicator indicator : values()) {
      if (indicator.property.equals(property)) {
        return Optional.of(indicator);
      }
    }
    return Optional.empty();
  }
}
