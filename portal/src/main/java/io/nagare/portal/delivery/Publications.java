package io.nagare.portal.delivery;

import io.nagare.contracts.DatasetContract;
import io.nagare.portal.delivery.Publication.DeliveredFile;
import io.nagare.portal.tables.Lake;
import io.nagare.portal.tables.LakeUnavailable;
import io.nagare.portal.tables.PlannedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest publication of every dataset.
 *
 * <p>A table changes with every commit; its files are written anew at most every {@link #EVERY}, so
 * that the size that a catalog tells stays the size that a download has. A file that was replaced
 * can still be had for {@link #KEPT} under its hash.
 */
public final class Publications implements AutoCloseable {
  /** How often the files of a dataset are written anew at most. */
  public static final Duration EVERY = Duration.ofSeconds(30);

  /** How often a dataset is tried that has no file yet. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** How long replaced files stay. */
  public static final Duration KEPT = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(Publications.class);

  private final Lake lake;
  private final List<DatasetContract> contracts;
  private final DatasetFiles files;
  private final Clock clock;
  private final Map<String, Publication> newest = new ConcurrentHashMap<>();
  private final Deque<Replaced> replaced = new ArrayDeque<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "publications");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, String> failures = new HashMap<>();
  private volatile Runnable listener = () -> {};
  private Instant refreshed = Instant.EPOCH;

  private record Replaced(Instant at, DeliveredFile file) {}

  /** Publications of these datasets. */
  public Publications(Lake lake, List<DatasetContract> contracts, DatasetFiles files, Clock clock) {
    this.lake = lake;
    this.contracts = List.copyOf(contracts);
    this.files = files;
    this.clock = clock;
  }

  /** Calls the listener whenever a dataset was published anew. */
  public void onChange(Runnable changed) {
    listener = changed;
  }

  /** Begins to follow the tables. */
  public void start() {
    timer.scheduleWithFixedDelay(this::followTables, 0, RETRY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The newest publication of a dataset; none while its table cannot be read. */
  public Optional<Publication> find(String datasetId) {
    return Optional.ofNullable(newest.get(datasetId));
  }

  /**
   * The file of a dataset to download: the one with the hash while it is there, else the newest.
   *
   * @param sha256 as a catalog told it, or its beginning; empty for the newest
   */
  public Optional<DeliveredFile> file(String datasetId, FileFormat format, String sha256) {
    Optional<DeliveredFile> current = find(datasetId).flatMap(one -> one.file(format));
    if (sha256.isEmpty() || current.filter(file -> file.sha256().startsWith(sha256)).isPresent()) {
      return current;
    }
    synchronized (replaced) {
      return replaced.stream()
          .map(Replaced::file)
          .filter(file -> file.format() == format && file.sha256().startsWith(sha256))
          .findFirst()
          .or(() -> current);
    }
  }

  /** Looks at every table and publishes those that changed; waits for a run that is under way. */
  public synchronized void refresh() {
    refresh(contracts);
  }

  private synchronized void followTables() {
    boolean due = !clock.instant().isBefore(refreshed.plus(EVERY));
    if (due) {
      refreshed = clock.instant();
    }
    refresh(contracts.stream().filter(one -> due || !newest.containsKey(one.id())).toList());
  }

  private void refresh(List<DatasetContract> datasets) {
    boolean changed = false;
    for (DatasetContract contract : datasets) {
      try {
        changed |= refresh(contract);
        failures.remove(contract.id());
      } catch (LakeUnavailable | IOException failed) {
        String reason = String.valueOf(failed.getMessage());
        if (!reason.equals(failures.put(contract.id(), reason))) {
          LOG.warn("dataset {} cannot be published: {}", contract.id(), reason);
        }
      } catch (RuntimeException defect) {
        LOG.error("dataset {} cannot be published", contract.id(), defect);
      }
    }
    forgetOld();
    if (changed) {
      listener.run();
    }
  }

  private boolean refresh(DatasetContract contract) throws LakeUnavailable, IOException {
    PlannedTable table = lake.plan(contract.table()).orElseThrow();
    Publication known = newest.get(contract.id());
    if (known != null && known.version().equals(table.version())) {
      return false;
    }
    newest.put(contract.id(), files.write(contract, table));
    if (known != null) {
      synchronized (replaced) {
        known.files().forEach(file -> replaced.add(new Replaced(clock.instant(), file)));
      }
    }
    return true;
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(KEPT);
    synchronized (replaced) {
      while (!replaced.isEmpty() && replaced.getFirst().at().isBefore(oldest)) {
        delete(replaced.removeFirst().file());
      }
    }
  }

  private static void delete(DeliveredFile file) {
    try {
      Files.deleteIfExists(file.path());
    } catch (IOException failed) {
      LOG.warn("{} cannot be deleted: {}", file.path(), failed.getMessage());
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
