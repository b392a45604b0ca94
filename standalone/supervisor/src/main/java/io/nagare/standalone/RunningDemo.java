package io.nagare.standalone;

import io.nagare.standalone.NagareApp.Surroundings;
import io.nagare.standalone.ledger.DemoReport;
import io.nagare.standalone.parts.Flink;
import io.nagare.standalone.parts.Site;
import io.nagare.standalone.processes.Supervision;
import io.nagare.standalone.progress.Display;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.DemoSettings;
import io.nagare.standalone.settings.ExitCodes;
import io.nagare.standalone.settings.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A demo from its first process to its last: says when it is ready, waits, reports, stops. */
final class RunningDemo {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration START_LIMIT = Duration.ofMinutes(10);

  private final DemoSettings settings;
  private final Surroundings surroundings;
  private final Site site;
  private final DataFolder data;
  private final Flink flink;
  private final Installation installation;
  private final Display display;
  private final DiskWatch disk;

  RunningDemo(
      DemoSettings settings,
      Surroundings surroundings,
      Site site,
      DataFolder data,
      Flink flink,
      Installation installation,
      Display display) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.site = site;
    this.data = data;
    this.flink = flink;
    this.installation = installation;
    this.display = display;
    this.disk = new DiskWatch(data, display);
  }

  int run(Supervision supervision) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(supervision), "stop"));
    Gateways gateways = new Gateways(site, settings.ports());
    FirstReadings first =
        FirstReadings.watch(
            gateways,
            settings.ports().portal(),
            new FirstReadings.Run(
                Instant.ofEpochMilli(surroundings.startedAtMillis()),
                !Files.exists(data.gateways()),
                settings.recordings().isEmpty()));
    supervision.begin();
    if (!supervision.awaitAllReady(START_LIMIT)) {
      return failed(supervision);
    }
    display.settled();
    Welcome.lines(settings, site, data).forEach(display::say);
    first.live().thenAccept(this::sayFirstLive);
    return settings.untilDrained()
        ? untilDrained(supervision, gateways, first)
        : untilStopped(supervision);
  }

  private int untilStopped(Supervision supervision) throws InterruptedException {
    while (!supervision.awaitEnd(TICK)) {
      disk.look();
    }
    return failed(supervision);
  }

  private int untilDrained(Supervision supervision, Gateways gateways, FirstReadings first)
      throws InterruptedException {
    DrainedReplay replay =
        new DrainedReplay(
            gateways,
            new TableAnswers(installation, data, settings.ports().postgresql()),
            flink,
            supervision,
            display,
            disk);
    Optional<DrainedReplay.Outcome> outcome = replay.run(first);
    if (outcome.isEmpty()) {
      return failed(supervision);
    }
    stop(supervision);
    DemoReport report = outcome.get().report();
    boolean written = write(report);
    boolean good = written && report.balanced() && outcome.get().complete();
    return good ? ExitCodes.OK : ExitCodes.FAILURE;
  }

  private int failed(Supervision supervision) throws InterruptedException {
    supervision.end();
    disk.explain();
    Optional<Supervision.GivenUp> givenUp = supervision.givenUp();
    givenUp.ifPresent(
        process ->
            display.say(
                "stopped because of "
                    + process.name()
                    + "; its log is "
                    + data.logs().resolve(process.name() + ".log")));
    return givenUp.filter(Supervision.GivenUp::refused).isPresent()
        ? ExitCodes.BAD_INPUT
        : ExitCodes.FAILURE;
  }

  /** By Ctrl-C or SIGTERM; nothing to do when the demo ends by itself. */
  private void interrupted(Supervision supervision) {
    if (!supervision.hasEnded()) {
      display.say("stopping");
      stop(supervision);
      display.status("");
      display.say("stopped; the same command goes on from here");
    }
  }

  private void stop(Supervision supervision) {
    try {
      supervision.end();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean write(DemoReport report) {
    Optional<Path> file = settings.reportFile();
    if (file.isPresent()) {
      try {
        Files.writeString(file.get(), report.json());
        display.say("the report is " + file.get());
      } catch (IOException unwritable) {
        display.say("the report " + file.get() + " cannot be written: " + unwritable);
        System.out.print(report.json());
        return false;
      }
    } else {
      System.out.print(settings.report().isPresent() ? report.json() : report.text());
    }
    return true;
  }

  private void sayFirstLive(Duration took) {
    display.say(
        String.format(
            Locale.ROOT,
            "first live reading on the page %.1f s after the command",
            took.toMillis() / 1000.0));
  }
}
