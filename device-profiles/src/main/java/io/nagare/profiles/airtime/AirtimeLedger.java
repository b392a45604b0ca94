package io.nagare.profiles.airtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who has been on the air for how long, per device and sub-band.
 *
 * <p>The gateway's own transmissions ask {@link #reserve} and keep silent unless it grants them;
 * what was granted is on disk first, so that a restart forgets nothing. What others send is told to
 * {@link #observe}, which can only say that a limit was broken. Every hour and dwell window that
 * holds a transmission is looked at, whether it ends or begins with it.
 *
 * <p>Memory is bounded: at most {@code mostKeys} devices and sub-bands, and {@link
 * AirtimeHistory#MOST} stretches for each. Safe for use by several threads.
 */
public final class AirtimeLedger implements Closeable {
  /** How many devices and sub-bands are kept unless told otherwise. */
  public static final int DEFAULT_MOST_KEYS = 20_000;

  private static final long KEPT_MICROS = 2 * AirtimeLimits.HOUR_MICROS;
  private static final long LINES_BEFORE_REWRITE = 100_000;

  private final Map<AirtimeKey, Entry> entries = new HashMap<>();
  private final int mostKeys;
  private final Optional<AirtimeJournal> journal;
  private long newestMicros = Long.MIN_VALUE;
  private long lockedUntilMicros = Long.MIN_VALUE;
  private long untracked;

  private AirtimeLedger(int mostKeys, Optional<AirtimeJournal> journal) {
    this.mostKeys = mostKeys;
    this.journal = journal;
  }

  private static final class Entry {
    private final AirtimeHistory seen = new AirtimeHistory();
    private Optional<AirtimeHistory> missed = Optional.empty();
    private long sequence = -1;

    private long newest() {
      return seen.latestEnd();
    }
  }

  /** A ledger without a file. */
  public static AirtimeLedger inMemory(int mostKeys) {
    return new AirtimeLedger(mostKeys, Optional.empty());
  }

  /**
   * Opens a ledger, or starts one. When its file is damaged, nothing of one's own is granted for an
   * hour after the newest transmission that it holds or after {@code nowMicros}, whichever is
   * later: what was lost may have filled the hour.
   *
   * @throws IOException if the file cannot be read or written
   */
  public static AirtimeLedger open(Path file, int mostKeys, long nowMicros) throws IOException {
    AirtimeJournal.Opened opened = AirtimeJournal.open(file);
    AirtimeLedger ledger = new AirtimeLedger(mostKeys, Optional.of(opened.journal()));
    for (AirtimeJournal.Line line : opened.lines()) {
      ledger.restore(line);
    }
    if (opened.damaged() > 0) {
      ledger.lockedUntilMicros =
          Math.max(nowMicros, ledger.newestMicros) + AirtimeLimits.HOUR_MICROS;
    }
    ledger.rewrite();
    return ledger;
  }

  /**
   * Grants a transmission of one's own, or says what it would break. A granted one counts from now
   * on, whether or not it is sent.
   *
   * <p>One that starts before the end of the last one is never granted: so a clock that is set back
   * wins no time.
   *
   * @param centreHz the channel, for limits on dwelling
   * @throws IOException if the grant could not be written; then do not transmit
   */
  public synchronized AirtimeVerdict reserve(
      AirtimeKey key, long centreHz, AirtimeLimits limits, Transmission transmission)
      throws IOException {
    AirtimeVerdict verdict = judge(key, centreHz, limits, transmission, true);
    List<AirtimeBreach> breaches = new ArrayList<>(verdict.breaches());
    Optional<Entry> known = Optional.ofNullable(entries.get(key));
    boolean backwards =
        known.isPresent() && transmission.startMicros() < known.get().seen.latestEnd();
    if (backwards && !breaches.contains(AirtimeBreach.PAUSE_TOO_SHORT)) {
      breaches.add(AirtimeBreach.PAUSE_TOO_SHORT);
    }
    boolean full = known.isEmpty() && !hasRoom();
    boolean locked = transmission.startMicros() < lockedUntilMicros;
    if ((full || locked) && !breaches.contains(AirtimeBreach.HOUR_EXCEEDED)) {
      breaches.add(AirtimeBreach.HOUR_EXCEEDED);
    }
    if (breaches.isEmpty()) {
      record(key, transmission, -1, true);
      if (limits.dwellMicros().isPresent()) {
        record(key.onChannel(centreHz), transmission, -1, true);
      }
    }
    return new AirtimeVerdict(breaches, verdict.hour());
  }

  /**
   * Counts what somebody else's device sent, and says what it broke for certain.
   *
   * @param sequence the frame's number, if it has one: gaps tell what was missed
   * @param sequenceBits how many bits the number has before it starts again, 1 to 32
   * @throws IOException if it could not be written
   */
  public synchronized AirtimeVerdict observe(
      AirtimeKey key,
      long centreHz,
      AirtimeLimits limits,
      Transmission transmission,
      OptionalLong sequence,
      int sequenceBits)
      throws IOException {
    AirtimeVerdict verdict = judge(key, centreHz, limits, transmission, false);
    if (entries.get(key) == null && !hasRoom()) {
      untracked++;
      return verdict;
    }
    if (sequence.isPresent()) {
      countMissed(key, transmission, sequence.getAsLong(), sequenceBits);
    }
    record(key, transmission, sequence.orElse(-1), false);
    if (limits.dwellMicros().isPresent() && hasRoom()) {
      record(key.onChannel(centreHz), transmission, -1, false);
    }
    return verdict;
  }

  /** The time on air within the hour that ends at a time. */
  public synchronized AirtimeSum hourBefore(AirtimeKey key, long micros) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return new AirtimeSum(0, 0);
    }
    long from = micros - AirtimeLimits.HOUR_MICROS;
    long seen = entry.seen.atLeast(from, micros);
    long most = entry.seen.atMost(from, micros);
    return new AirtimeSum(
        seen, most + entry.missed.map(missed -> missed.atMost(from, micros)).orElse(0L));
  }

  /** How many devices and sub-bands are kept. */
  public synchronized int keys() {
    return entries.size();
  }

  /** How many transmissions of others could not be counted because the ledger was full. */
  public synchronized long untracked() {
    return untracked;
  }

  @Override
  public synchronized void close() throws IOException {
    if (journal.isPresent()) {
      journal.get().close();
    }
  }

  private AirtimeVerdict judge(
      AirtimeKey key,
      long centreHz,
      AirtimeLimits limits,
      Transmission transmission,
      boolean most) {
    Entry entry = entries.get(key);
    AirtimeHistory seen = entry == null ? new AirtimeHistory() : entry.seen;
    List<AirtimeBreach> breaches = new ArrayList<>(2);
    long airtime = transmission.airtimeMicros();
    if (airtime > limits.maxTransmissionMicros().orElse(Long.MAX_VALUE)) {
      breaches.add(AirtimeBreach.TRANSMISSION_TOO_LONG);
    }
    if (limits.pauseMicros().isPresent()
        && seen.nearestGap(transmission) < limits.pauseMicros().getAsLong()) {
      breaches.add(AirtimeBreach.PAUSE_TOO_SHORT);
    }
    long hour = seen.fullestWindow(transmission, AirtimeLimits.HOUR_MICROS, most);
    if (hour > limits.perHourMicros().orElse(Long.MAX_VALUE)) {
      breaches.add(AirtimeBreach.HOUR_EXCEEDED);
    }
    if (limits.dwellMicros().isPresent()) {
      Entry channel = entries.get(key.onChannel(centreHz));
      AirtimeHistory there = channel == null ? new AirtimeHistory() : channel.seen;
      if (there.fullestWindow(transmission, AirtimeLimits.DWELL_WINDOW_MICROS, most)
          > limits.dwellMicros().getAsLong()) {
        breaches.add(AirtimeBreach.DWELL_EXCEEDED);
      }
    }
    long missed =
        entry == null
            ? 0
            : entry
                .missed
                .map(
                    it ->
                        it.atMost(
                            transmission.endMicros() - AirtimeLimits.HOUR_MICROS,
                            transmission.endMicros()))
                .orElse(0L);
    return new AirtimeVerdict(breaches, new AirtimeSum(hour, hour + missed));
  }

  private void countMissed(
      AirtimeKey key, Transmission transmission, long sequence, int sequenceBits)
      throws IOException {
    Entry entry = entries.get(key);
    if (entry == null || entry.sequence < 0) {
      return;
    }
    long range = 1L << sequenceBits;
    long missed = Math.floorMod(sequence - entry.sequence, range) - 1;
    long from = entry.seen.latestEnd();
    long to = transmission.startMicros();
    // More than half the range is a device that started again, or a frame out of order.
    if (missed > 0 && missed < range / 2 && to > from) {
      long airtime = Math.min(missed * transmission.airtimeMicros(), to - from);
      AirtimeJournal.Line line = new AirtimeJournal.Line(key, true, from, to, airtime, sequence);
      restore(line);
      if (journal.isPresent()) {
        journal.get().append(line, false);
      }
    }
  }

  private void record(AirtimeKey key, Transmission transmission, long sequence, boolean force)
      throws IOException {
    AirtimeJournal.Line line =
        new AirtimeJournal.Line(
            key,
            false,
            transmission.startMicros(),
            transmission.endMicros(),
            transmission.airtimeMicros(),
            sequence);
    if (journal.isPresent()) {
      journal.get().append(line, force);
    }
    restore(line);
    if (journal.isPresent() && journal.get().added() > LINES_BEFORE_REWRITE) {
      rewrite();
    }
  }

  private void restore(AirtimeJournal.Line line) {
    Entry entry = entries.computeIfAbsent(line.key(), key -> new Entry());
    AirtimeHistory history = entry.seen;
    if (line.missed()) {
      if (entry.missed.isEmpty()) {
        entry.missed = Optional.of(new AirtimeHistory());
      }
      history = entry.missed.get();
    } else if (line.sequence() >= 0) {
      entry.sequence = line.sequence();
    }
    history.add(line.start(), line.end(), line.airtime());
    long newest = Math.max(entry.newest(), line.end());
    entry.seen.forgetBefore(newest - KEPT_MICROS);
    entry.missed.ifPresent(missed -> missed.forgetBefore(newest - KEPT_MICROS));
    newestMicros = Math.max(newestMicros, line.end());
  }

  private boolean hasRoom() {
    if (entries.size() < mostKeys) {
      return true;
    }
    long idleSince = newestMicros - KEPT_MICROS;
    entries.values().removeIf(entry -> entry.newest() < idleSince);
    return entries.size() < mostKeys;
  }

  private void rewrite() throws IOException {
    if (journal.isEmpty()) {
      return;
    }
    long idleSince = newestMicros - KEPT_MICROS;
    entries.values().removeIf(entry -> entry.newest() < idleSince);
    List<AirtimeJournal.Line> kept = new ArrayList<>();
    entries.forEach(
        (key, entry) -> {
          entry.missed.ifPresent(
              missed ->
                  missed.forEach(
                      (start, end, airtime) ->
                          kept.add(
                              new AirtimeJournal.Line(
                                  key, true, start, end, airtime, entry.sequence))));
          entry.seen.forEach(
              (start, end, airtime) ->
                  kept.add(
                      new AirtimeJournal.Line(key, false, start, end, airtime, entry.sequence)));
        });
    journal.get().rewrite(kept);
  }
}
