package io.nagare.standalone;

import io.nagare.standalone.NagareApp.Surroundings;
import io.nagare.standalone.parts.Bridge;
import io.nagare.standalone.parts.Edge;
import io.nagare.standalone.parts.Flink;
import io.nagare.standalone.parts.KafkaBroker;
import io.nagare.standalone.parts.MqttBroker;
import io.nagare.standalone.parts.Portal;
import io.nagare.standalone.parts.Postgres;
import io.nagare.standalone.parts.SimulatedSite;
import io.nagare.standalone.parts.Site;
import io.nagare.standalone.processes.FolderLock;
import io.nagare.standalone.processes.PortCheck;
import io.nagare.standalone.processes.ProcessPlan;
import io.nagare.standalone.processes.RunRecord;
import io.nagare.standalone.processes.Supervision;
import io.nagare.standalone.progress.Display;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.DemoSettings;
import io.nagare.standalone.settings.Fingerprint;
import io.nagare.standalone.settings.Installation;
import io.nagare.standalone.settings.PortPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Wires a demo: checks what it needs, plans its processes, and hands them to a supervision. */
final class Demo {
  /** Each commit makes files; a demo may run for days. */
  private static final Duration COMMITS = Duration.ofSeconds(5);

  /** The last commit of a replay is waited for. */
  private static final Duration REPLAY_COMMITS = Duration.ofSeconds(2);

  private final DemoSettings settings;
  private final Installation installation;
  private final Surroundings surroundings;
  private final Site site;
  private final DataFolder data;
  private final Flink flink;

  private Demo(
      DemoSettings settings,
      Installation installation,
      Surroundings surroundings,
      Site site,
      DataFolder data)
      throws CannotStart {
    this.settings = settings;
    this.installation = installation;
    this.surroundings = surroundings;
    this.site = site;
    this.data = data;
    this.flink = new Flink(installation, data, settings.ports(), settings.profiles());
  }

  /**
   * Checks a recording set, if there is one, and finds the data folder.
   *
   * @throws CannotStart if the set has problems
   */
  static Demo prepare(DemoSettings settings, Installation installation, Surroundings surroundings)
      throws CannotStart, InterruptedException {
    Site site = SimulatedSite.SITE;
    if (settings.recordings().isPresent()) {
      Path recordings = settings.recordings().get();
      site = Site.ofRecordings(installation, recordings, settings.profiles());
    }
    return new Demo(settings, installation, surroundings, site, dataFolder(settings, installation));
  }

  private static DataFolder dataFolder(DemoSettings settings, Installation installation)
      throws CannotStart {
    if (settings.data().isPresent()) {
      return new DataFolder(settings.data().get());
    }
    if (settings.recordings().isEmpty()) {
      return DataFolder.ofSimulation(installation);
    }
    try {
      return DataFolder.ofRecordings(installation, Fingerprint.of(settings.recordings().get()));
    } catch (IOException unreadable) {
      throw CannotStart.badInput(List.of("the recording set cannot be read: " + unreadable));
    }
  }

  /** Runs until it is stopped, or with {@code --until-drained} until all was delivered. */
  int run() throws CannotStart, InterruptedException {
    data.create();
    PortPlan ports = settings.ports();
    FolderLock.Holder holder =
        new FolderLock.Holder("demo", ProcessHandle.current().pid(), ports.base());
    try (FolderLock lock = FolderLock.take(data, holder)) {
      RunRecord record = new RunRecord(data.run().resolve("processes.json"));
      for (String leftover : record.endLeftovers()) {
        System.err.println("ended " + leftover + ", which an earlier run had left behind");
      }
      data.checkSpace();
      PortCheck.check(ports.uses(site.gateways(), settings.recordings().isEmpty()));
      data.becomeLatest(installation);
      flink.configure(settings.untilDrained() ? REPLAY_COMMITS : COMMITS);
      List<ProcessPlan> plans = plans();
      Display display =
          Display.on(
              System.err,
              surroundings.terminal() && !settings.headless(),
              surroundings.color(),
              plans.stream().map(ProcessPlan::name).toList());
      Supervision supervision =
          new Supervision(plans, data.logs(), record, Clock.systemUTC(), display);
      return new RunningDemo(settings, surroundings, site, data, flink, installation, display)
          .run(supervision);
    } catch (IOException unwritable) {
      throw CannotStart.machine(
          List.of("the folder " + installation.keep() + " cannot be written: " + unwritable));
    }
  }

  private List<ProcessPlan> plans() throws CannotStart {
    PortPlan ports = settings.ports();
    List<ProcessPlan> plans = new ArrayList<>();
    plans.add(new Postgres(installation, data, ports.postgresql()).plan());
    plans.add(new KafkaBroker(installation, data, ports).plan());
    plans.add(MqttBroker.plan(installation, data, ports));
    plans.add(flink.jobManager());
    plans.add(flink.taskManager());
    plans.add(Bridge.plan(installation, data, ports));
    plans.add(Portal.plan(installation, data, ports, settings.profiles()));
    for (int i = 0; i < site.gateways().size(); i++) {
      plans.add(edge(i));
    }
    if (settings.recordings().isEmpty()) {
      plans.add(SimulatedSite.simulator(installation, data, ports, settings.seed()));
    }
    return plans;
  }

  private ProcessPlan edge(int index) throws CannotStart {
    Optional<Edge.Replay> replay =
        settings
            .recordings()
            .map(folder -> new Edge.Replay(folder, settings.speed(), settings.time()));
    List<Edge.Enrolment> devices =
        replay.isPresent() ? List.of() : SimulatedSite.devices(site.gateways().get(index));
    return new Edge(site, index, settings.ports(), data)
        .plan(installation, settings.profiles(), replay, devices);
  }
}
