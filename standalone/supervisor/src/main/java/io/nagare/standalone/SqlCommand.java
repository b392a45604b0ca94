package io.nagare.standalone;

import io.nagare.standalone.NagareApp.Surroundings;
import io.nagare.standalone.parts.Portal;
import io.nagare.standalone.parts.Postgres;
import io.nagare.standalone.processes.FolderLock;
import io.nagare.standalone.processes.ProcessPlan;
import io.nagare.standalone.processes.RunRecord;
import io.nagare.standalone.processes.Supervision;
import io.nagare.standalone.progress.Display;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.ExitCodes;
import io.nagare.standalone.settings.Installation;
import io.nagare.standalone.settings.PortPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nagare sql}: a query over the tables of a running or stopped demo. */
@Command(
    name = "sql",
    description = "Answers a query over the tables of a running or stopped demo.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
  private static final Set<String> FORMATS = Set.of("table", "csv", "json");
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final int WAIT_SECONDS = 60;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder (default: that of the demo started last).")
  private Optional<String> dataOption = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      description = "How rows are written (default: table).")
  private String format = "table";

  @Parameters(paramLabel = "QUERY", description = "One SELECT.")
  private String query = "";

  @Override
  public Integer call() throws InterruptedException {
    Surroundings surroundings = Surroundings.ofThisProcess();
    Installation installation = surroundings.installation();
    try {
      if (!FORMATS.contains(format)) {
        throw CannotStart.badInput(
            List.of("--format \"" + format + "\" is not known; give table, csv or json"));
      }
      return answer(installation, dataFolder(installation, surroundings));
    } catch (CannotStart cannot) {
      cannot.lines().forEach(line -> System.err.println("nagare: " + line));
      return cannot.exitCode();
    } catch (IOException failed) {
      System.err.println("nagare: " + failed.getMessage());
      return ExitCodes.FAILURE;
    }
  }

  private DataFolder dataFolder(Installation installation, Surroundings surroundings)
      throws CannotStart {
    Optional<DataFolder> folder =
        dataOption.isPresent()
            ? Optional.of(
                new DataFolder(
                    surroundings.workingDirectory().resolve(dataOption.get()).normalize()))
            : DataFolder.latest(installation);
    if (folder.isEmpty()) {
      throw CannotStart.badInput(
          List.of("there is no data folder yet; run ./nagare demo first, or give --data"));
    }
    if (!Files.isDirectory(folder.get().postgresql())) {
      throw CannotStart.badInput(
          List.of(folder.get().root() + " is no data folder of a demo; give another --data"));
    }
    return folder.get();
  }

  /** Whoever holds the folder's lock runs its PostgreSQL; another query is waited for. */
  private int answer(Installation installation, DataFolder data)
      throws CannotStart, IOException, InterruptedException {
    FolderLock.Holder self = new FolderLock.Holder("sql", ProcessHandle.current().pid(), 0);
    for (int i = 0; i < WAIT_SECONDS * 10; i++) {
      Optional<FolderLock> lock = FolderLock.tryTake(data, self);
      if (lock.isPresent()) {
        try (FolderLock held = lock.get()) {
          return answerStopped(installation, data);
        }
      }
      Optional<FolderLock.Holder> holder = FolderLock.holder(data);
      if (holder.filter(h -> h.command().equals("demo")).isPresent()) {
        return ask(installation, data, new PortPlan(holder.get().port()).postgresql());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw CannotStart.machine(
        List.of(
            "another query has held " + data.root() + " for " + WAIT_SECONDS + " s; try again"));
  }

  private int answerStopped(Installation installation, DataFolder data)
      throws CannotStart, IOException, InterruptedException {
    RunRecord record = new RunRecord(data.run().resolve("processes.json"));
    record.endLeftovers();
    int port = freePort();
    ProcessPlan postgres = new Postgres(installation, data, port).plan();
    Display display = Display.on(System.err, false, false, List.of());
    Supervision supervision =
        new Supervision(
            List.of(postgres), data.logs(), record, Clock.systemUTC(), new Quiet(display));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(supervision), "stop"));
    supervision.begin();
    try {
      if (!supervision.awaitAllReady(START_LIMIT)) {
        return ExitCodes.FAILURE;
      }
      return ask(installation, data, port);
    } finally {
      supervision.end();
    }
  }

  private int ask(Installation installation, DataFolder data, int port)
      throws CannotStart, IOException, InterruptedException {
    return new ProcessBuilder(Portal.sql(installation, data, port, format, query))
        .inheritIO()
        .directory(Path.of("").toAbsolutePath().toFile())
        .start()
        .waitFor();
  }

  private static void end(Supervision supervision) {
    try {
      supervision.end();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
