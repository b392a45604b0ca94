package io.nagare.pipeline.equipment;

import io.nagare.pipeline.windows.NumberTotals;
import io.nagare.pipeline.windows.QualityCount;

/** What is known of one measurement of one machine in one window: state. */
public final class EquipmentTotals {
  /** Of every reading. */
  public QualityCount quality = new QualityCount();

  /** Of the readings that did not fail. */
  public NumberTotals numbers = new NumberTotals();
}
