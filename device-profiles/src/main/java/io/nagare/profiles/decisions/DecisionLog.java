package io.nagare.profiles.decisions;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An append-only log of decisions in which every entry holds the hash of the one before.
 *
 * <p>A change, a removal or a move of an entry shows in {@link #verify}. So does a cut end, as long
 * as the file {@code <log>.head} beside it is left alone: it holds the number and hash of the last
 * entry. Keep a copy of a head elsewhere to prove more. An entry is on disk before {@link #append}
 * returns. For one writer at a time; safe for use by several threads.
 */
public final class DecisionLog implements Closeable {
  private final Path file;
  private final Clock clock;
  private final ZoneId zone;
  private final FileChannel channel;
  private long entries;
  private String head;
  private Optional<LocalDate> latestDay;

  private DecisionLog(Path file, Clock clock, ZoneId zone, FileChannel channel, ChainCheck found) {
    this.file = file;
    this.clock = clock;
    this.zone = zone;
    this.channel = channel;
    this.entries = found.entries();
    this.head = found.head();
    this.latestDay = found.latestDay();
  }

  /**
   * Opens a log, or starts one. A last entry that a crash left unfinished is cut off.
   *
   * @param zone of the days that are logged
   * @throws BrokenChain if its entries do not hold together; nothing is changed then
   * @throws IOException if it cannot be read or written, or another process writes it
   */
  public static DecisionLog open(Path file, Clock clock, ZoneId zone)
      throws IOException, BrokenChain {
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new IOException(file + " is being written by another process");
      }
      ChainCheck found = verify(file);
      if (!found.intact()) {
        if (!found.problem().orElseThrow().torn()) {
          throw new BrokenChain(file, found);
        }
        channel.truncate(found.wholeBytes());
      }
      channel.position(channel.size());
      return new DecisionLog(file, clock, zone, channel, found);
    } catch (IOException | BrokenChain failed) {
      channel.close();
      throw failed;
    }
  }

  /**
   * Checks a log.
   *
   * @throws IOException if it cannot be read
   */
  public static ChainCheck verify(Path file) throws IOException {
    ChainCheck found = DecisionChain.check(file);
    Path headFile = headFile(file);
    boolean mayBeCut = found.problem().map(ChainCheck.Break::torn).orElse(true);
    if (mayBeCut && Files.exists(headFile)) {
      String[] known = Files.readString(headFile, StandardCharsets.UTF_8).strip().split(" ");
      boolean readable = known.length == 2 && known[0].matches("\\d{1,18}");
      long expected = readable ? Long.parseLong(known[0]) : Long.MAX_VALUE;
      boolean cut = expected > found.entries();
      boolean other = expected == found.entries() && !known[1].equals(found.head());
      if (cut || other) {
        String what =
            !readable
                ? headFile.getFileName() + " is not the head of a log"
                : cut
                    ? (expected - found.entries()) + " entries are missing at the end"
                    : "its last entry is not the one that " + headFile.getFileName() + " names";
        return new ChainCheck(
            found.entries(),
            found.head(),
            found.latestDay(),
            found.wholeBytes(),
            Optional.of(new ChainCheck.Break(found.entries() + 1, what, false)));
      }
    }
    return found;
  }

  /**
   * Adds an entry; it is on disk when this returns.
   *
   * @return the hash of the entry, the new head
   * @throws IOException if it could not be written
   */
  public synchronized String append(DecisionEntry entry) throws IOException {
    Instant now = clock.instant();
    LocalDate day = latest(LocalDate.ofInstant(now, zone));
    DecisionChain.Line line = DecisionChain.line(entries + 1, now, day, entry, head);
    ByteBuffer bytes = ByteBuffer.wrap((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
    entries++;
    head = line.hash();
    latestDay = Optional.of(day);
    Path next = file.resolveSibling(file.getFileName() + ".head.next");
    Files.writeString(next, entries + " " + head + "\n", StandardCharsets.UTF_8);
    Files.move(
        next, headFile(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return head;
  }

  /** The latest day of any entry: a clock that is set back does not come before it. */
  public synchronized Optional<LocalDate> latestDay() {
    return latestDay;
  }

  /** The hash of the last entry; 64 zeros when there is none. */
  public synchronized String head() {
    return head;
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }

  private LocalDate latest(LocalDate today) {
    return latestDay.filter(known -> known.isAfter(today)).orElse(today);
  }

  private static Path headFile(Path file) {
    return file.resolveSibling(file.getFileName() + ".head");
  }
}
