package io.nagare.contracts.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The earliest arrival of each slot of each device.
 *
 * <p>It only ever moves to earlier arrivals, so neither order nor repeats of what is added matter:
 * a join semilattice in the sense of Shapiro et al., "Conflict-free Replicated Data Types" (2011).
 */
public final class DeliveryTally {
  // The second key makes the choice between two readings of one moment independent of order.
  private static final Comparator<SlotArrival> EARLIEST =
      Comparator.comparing(SlotArrival::readableAt)
          .thenComparing(SlotArrival::eventTime, Comparator.reverseOrder());

  private final ExpectedSlots slots;
  private final Duration skew;
  private final Map<Slot, SlotArrival> earliest = new HashMap<>();

  private record Slot(String device, Instant start) {}

  /** Nothing has arrived yet. */
  public DeliveryTally(ExpectedSlots slots, Duration skew) {
    this.slots = slots;
    this.skew = skew;
  }

  /**
   * Adds a valid reading.
   *
   * @return false when it changes nothing: a repeat, a later one of the slot, or one whose clock is
   *     wrong
   */
  public boolean add(SlotArrival arrival) {
    if (arrival.fromTheFuture(skew)) {
      return false;
    }
    Slot slot = new Slot(arrival.device(), slots.slotOf(arrival.eventTime()));
    SlotArrival known = earliest.get(slot);
    if (known != null && EARLIEST.compare(known, arrival) <= 0) {
      return false;
    }
    earliest.put(slot, arrival);
    return true;
  }

  /** Adds everything of another tally. */
  public void addAll(DeliveryTally other) {
    other.earliest.values().forEach(this::add);
  }

  /** The earliest arrivals, one for each slot that has any. */
  public Collection<SlotArrival> arrivals() {
    return earliest.values();
  }
}
