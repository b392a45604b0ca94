package io.nagare.standalone.settings;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The folder that holds all that a demo keeps; starting again on it goes on where it stopped.
 *
 * @param root the folder
 */
public record DataFolder(Path root) {
  private static final long GIBIBYTE = 1L << 30;
  private static final String LATEST = "latest";

  /** The default folder of a simulated site. */
  public static DataFolder ofSimulation(Installation installation) {
    return new DataFolder(installation.keep().resolve("demo"));
  }

  /** The default folder of a recording set with this fingerprint. */
  public static DataFolder ofRecordings(Installation installation, String fingerprint) {
    return new DataFolder(installation.keep().resolve("recordings-" + fingerprint));
  }

  /** The folder of the demo that was started last, if there is one. */
  public static Optional<DataFolder> latest(Installation installation) {
    Path file = installation.keep().resolve(LATEST);
    try {
      return Optional.of(new DataFolder(Path.of(Files.readString(file).strip())))
          .filter(folder -> Files.isDirectory(folder.root));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** Notes that this folder's demo was started last. */
  public void becomeLatest(Installation installation) throws IOException {
    Path file = installation.keep().resolve(LATEST);
    Files.createDirectories(installation.keep());
    replace(file, root + "\n");
  }

  /** Makes the folder and those inside that the parts expect. */
  public void create() throws CannotStart {
    try {
      for (Path folder : List.of(logs(), run(), conf(), warehouse(), flink())) {
        Files.createDirectories(folder);
      }
    } catch (IOException unwritable) {
      throw CannotStart.machine(
          List.of(
              "the data folder "
                  + root
                  + " cannot be written ("
                  + unwritable
                  + "); make it writable, or give another --data"));
    }
  }

  /** Fails if less than 1 GiB is free on the folder's disk. */
  public void checkSpace() throws CannotStart {
    long free = freeBytes();
    if (free < GIBIBYTE) {
      throw CannotStart.machine(
          List.of(
              "the disk of the data folder "
                  + root
                  + " has only "
                  + (free >> 20)
                  + " MiB left, and 1024 MiB are needed; free some, or give a --data on another"
                  + " disk"));
    }
  }

  /** Bytes that are left on the folder's disk; all of them if the disk does not say. */
  public long freeBytes() {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }

  /** A log file per process. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** What a running demo says about itself. */
  public Path run() {
    return root.resolve("run");
  }

  /** Configuration files of the parts, written anew at each start. */
  public Path conf() {
    return root.resolve("conf");
  }

  /** The tables' files. */
  public Path warehouse() {
    return root.resolve("warehouse");
  }

  /** Flink's checkpoints. */
  public Path flink() {
    return root.resolve("flink");
  }

  /** PostgreSQL's files. */
  public Path postgresql() {
    return root.resolve("postgresql");
  }

  /** Kafka's files. */
  public Path kafka() {
    return root.resolve("kafka");
  }

  /** The MQTT broker's files. */
  public Path mqttBroker() {
    return root.resolve("mqtt-broker");
  }

  /** The datasets' files that the portal makes for download. */
  public Path portal() {
    return root.resolve("portal");
  }

  /** A folder per gateway; there once a gateway has run. */
  public Path gateways() {
    return root.resolve("gateways");
  }

  /** A gateway's files: its spool and its session's counters. */
  public Path gateway(String id) {
    return gateways().resolve(URLEncoder.encode(id, StandardCharsets.UTF_8));
  }

  /** Replaces a small file in one step, so that a reader sees the old text or the new one. */
  public static void replace(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
