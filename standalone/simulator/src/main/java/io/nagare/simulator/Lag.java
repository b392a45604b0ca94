package io.nagare.simulator;

import java.util.function.LongToDoubleFunction;

/**
 * A value that follows its target slowly, as heat and air do, without a memory: the last steps of
 * the target are run through a first-order lag each time.
 *
 * @param stepMillis the target is constant for so long
 * @param steps how many steps back count; older ones have faded
 * @param timeConstantMillis after this time 63 % of a step is followed
 */
record Lag(long stepMillis, int steps, double timeConstantMillis) {

  /**
   * The value at a time.
   *
   * @param target its target in each step, by the step's number since the epoch
   */
  double at(long epochMillis, LongToDoubleFunction target) {
    long now = Math.floorDiv(epochMillis, stepMillis);
    double value = target.applyAsDouble(now - steps);
    double wholeStep = Math.exp(-stepMillis / timeConstantMillis);
    for (long step = now - steps + 1; step < now; step++) {
      double wanted = target.applyAsDouble(step);
      value = wanted + (value - wanted) * wholeStep;
    }
    double wanted = target.applyAsDouble(now);
    double partStep = Math.exp(-Math.floorMod(epochMillis, stepMillis) / timeConstantMillis);
    return wanted + (value - wanted) * partStep;
  }
}
