package io.nagare.standalone.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nagare.standalone.settings.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The file {@code run/processes.json}: the processes that a supervisor has started and not yet seen
 * end, by name, process id and time of start.
 *
 * <p>It is for what the kernel did not end together with a supervisor that was killed.
 */
public final class RunRecord {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Path file;
  private Map<String, ProcessHandle> written = Map.of();

  /** The record in this file, which need not be there. */
  public RunRecord(Path file) {
    this.file = file;
  }

  /** Writes down what is running, if that changed since it was written last. */
  void write(Map<String, ProcessHandle> running) {
    if (running.equals(written)) {
      return;
    }
    ArrayNode list = JSON.createArrayNode();
    running.forEach(
        (name, handle) ->
            list.addObject()
                .put("name", name)
                .put("pid", handle.pid())
                .put("startedAt", startOf(handle).map(Instant::toString).orElse("")));
    try {
      DataFolder.replace(file, list.toPrettyString() + "\n");
      written = Map.copyOf(running);
    } catch (IOException diskFull) {
      // Tried again at the next look; without it a leftover shows as a port in use.
    }
  }

  /**
   * Ends what an earlier supervisor left behind.
   *
   * <p>A process id that was given to another program since has another time of start and is left
   * alone.
   *
   * @return the names of what was ended
   */
  public List<String> endLeftovers() throws InterruptedException {
    List<String> names = new ArrayList<>();
    for (JsonNode entry : read()) {
      Optional<ProcessHandle> leftover =
          ProcessHandle.of(entry.path("pid").asLong())
              .filter(ProcessHandle::isAlive)
              .filter(
                  handle ->
                      startOf(handle)
                          .map(Instant::toString)
                          .filter(entry.path("startedAt").asText()::equals)
                          .isPresent());
      if (leftover.isPresent()) {
        end(leftover.get());
        names.add(entry.path("name").asText());
      }
    }
    return names;
  }

  private JsonNode read() {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException noneOrBroken) {
      return JSON.createArrayNode();
    }
  }

  private static void end(ProcessHandle leftover) throws InterruptedException {
    leftover.destroy();
    try {
      leftover.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException stillThere) {
      leftover.descendants().forEach(ProcessHandle::destroyForcibly);
      leftover.destroyForcibly();
    }
  }

  private static Optional<Instant> startOf(ProcessHandle handle) {
    return handle.info().startInstant();
  }
}
