package io.nagare.portal;

import io.javalin.util.JavalinBindException;
import io.nagare.contracts.ContractLibrary;
import io.nagare.portal.live.KafkaLiveFeed;
import io.nagare.portal.web.Portal;
import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.Problem;
import io.nagare.profiles.ProfileLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the pages and the API until the process is told to end. */
@Command(
    name = "serve",
    description = "Serves the pages and the API.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Spec private CommandSpec spec;

  @Mixin private LakeOptions lake = new LakeOptions();

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to answer on (${DEFAULT-VALUE}).")
  private String host = "";

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port to answer on (${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--kafka", required = true, description = "Kafka brokers, host:port.")
  private String kafka = "";

  @Option(names = "--profiles", description = "Folder with more device profiles; may be repeated.")
  private List<Path> profiles = new ArrayList<>();

  @Option(
      names = "--contracts",
      description = "Folder with more dataset contracts; may be repeated.")
  private List<Path> contracts = new ArrayList<>();

  @Option(
      names = "--cache",
      description = "Folder for the files of datasets; a temporary one if absent.")
  private @Nullable Path cache;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PortalSettings settings =
        new PortalSettings(
            host, port, kafka, lake.settings(), profiles, contracts, Optional.ofNullable(cache));
    List<String> problems = new ArrayList<>(settings.problems());
    ProfileLibrary knownProfiles = ProfileLibrary.builtIn();
    ContractLibrary knownContracts = ContractLibrary.builtIn();
    try {
      knownProfiles = knownProfiles.with(settings.profiles());
    } catch (InvalidFiles invalid) {
      invalid.problems().stream().map(Problem::text).forEach(problems::add);
    }
    try {
      knownContracts = knownContracts.with(settings.contracts());
    } catch (InvalidFiles invalid) {
      invalid.problems().stream().map(Problem::text).forEach(problems::add);
    }
    if (!problems.isEmpty()) {
      problems.forEach(spec.commandLine().getErr()::println);
      return PortalApp.BAD_INPUT;
    }
    return serve(settings, knownProfiles, knownContracts);
  }

  private int serve(PortalSettings settings, ProfileLibrary profiles, ContractLibrary contracts)
      throws IOException, InterruptedException {
    Clock clock = Clock.systemUTC();
    Path files = folder(settings);
    Portal portal =
        new Portal(
            new KafkaLiveFeed(settings.kafka(), clock),
            settings.lake(),
            profiles,
            contracts.all(),
            files,
            clock);
    try {
      portal.start(settings.host(), settings.port());
    } catch (JavalinBindException inUse) {
      spec.commandLine()
          .getErr()
          .printf(
              "port %d on %s is in use; stop what uses it, or give another --port%n",
              settings.port(), settings.host());
      portal.close();
      return PortalApp.PORT_IN_USE;
    }
    LOG.info("portal at http://{}:{}/", settings.host(), portal.port());
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  portal.close();
                  end.countDown();
                },
                "shutdown"));
    end.await();
    return 0;
  }

  /** What an earlier run left in the folder would never be found again. */
  private static Path folder(PortalSettings settings) throws IOException {
    Path folder =
        settings.cache().isPresent()
            ? Files.createDirectories(settings.cache().get())
            : Files.createTempDirectory("nagare-portal-");
    try (var old = Files.newDirectoryStream(folder, "*.{csv,parquet}")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    return folder;
  }
}
