package io.nagare.profiles.radio;

import io.nagare.profiles.FrequencySpan;
import java.util.Optional;

/**
 * Where a rule allows emissions: between two edges, or on the channels of a plan.
 *
 * @param fromHz the lower edge; an emission lies wholly inside
 * @param toHz the upper edge
 * @param plan the channels, if emissions must keep to them
 */
public record FrequencyBand(long fromHz, long toHz, Optional<ChannelPlan> plan) {

  /**
   * Numbered unit channels, and how many neighbours may be used as one.
   *
   * @param baseHz channel n has its centre at {@code baseHz + n * stepHz}
   * @param stepHz width of a unit channel
   * @param first the first channel
   * @param last the last channel
   * @param maxBonded how many neighbours may be bonded
   */
  public record ChannelPlan(long baseHz, long stepHz, int first, int last, int maxBonded) {

    /** How many unit channels an emission of this width needs. */
    public int bonded(long bandwidthHz) {
      return (int) Math.max(1, (bandwidthHz + stepHz - 1) / stepHz);
    }

    private FrequencySpan centres(int bonded) {
      long offset = (bonded - 1) * stepHz / 2;
      return new FrequencySpan(
          baseHz + first * stepHz + offset, baseHz + last * stepHz - offset, stepHz);
    }
  }

  /** Whether the frequency lies between the edges. */
  public boolean contains(long hz) {
    return fromHz <= hz && hz <= toHz;
  }

  /** How many unit channels an emission of this width needs; 1 without a plan. */
  public int bonded(long bandwidthHz) {
    return plan.isPresent() ? plan.get().bonded(bandwidthHz) : 1;
  }

  /** The centre frequencies that an emission of this width may have; empty when it is too wide. */
  public Optional<FrequencySpan> centres(long bandwidthHz) {
    if (plan.isPresent()) {
      int bonded = plan.get().bonded(bandwidthHz);
      boolean fits =
          bonded <= plan.get().maxBonded() && bonded <= plan.get().last() - plan.get().first() + 1;
      return fits ? Optional.of(plan.get().centres(bonded)) : Optional.empty();
    }
    long half = (bandwidthHz + 1) / 2;
    return fromHz + half <= toHz - half
        ? Optional.of(new FrequencySpan(fromHz + half, toHz - half, 0))
        : Optional.empty();
  }
}
