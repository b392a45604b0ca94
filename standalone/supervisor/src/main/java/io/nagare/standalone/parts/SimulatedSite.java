package io.nagare.standalone.parts;

import io.nagare.standalone.parts.Edge.Enrolment;
import io.nagare.standalone.probes.LoopbackHttp;
import io.nagare.standalone.processes.ProcessPlan;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.Installation;
import io.nagare.standalone.settings.PortPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The site that {@code nagare demo} shows without recordings: a factory hall with 20 machines, a
 * car park with 200 bays, and a mall with 3 rooms and 12 beacon receivers.
 */
public final class SimulatedSite {
  /** What the simulator's process is called. */
  public static final String SIMULATOR = "simulator";

  /** The site with its gateways, in the order of their ports. */
  public static final Site SITE =
      new Site("demo-site", "JP", List.of("factory-gw", "parking-gw", "mall-gw"));

  private static final int HEAP_MEGABYTES = 128;
  private static final int BAYS = 200;

  private SimulatedSite() {}

  /** The devices that are enrolled at a gateway of the site. */
  public static List<Enrolment> devices(String gateway) {
    return switch (gateway) {
      case "factory-gw" ->
          numbered(20, "machine-%02d", "Machine %d", "generic/machine-monitor", "hall-a");
      case "parking-gw" ->
          numbered(BAYS, "bay-%03d", "Bay %d", "generic/parking-bay", "lot-1").stream()
              .map(
                  bay ->
                      new Enrolment(
                          bay.id(), bay.profile(), "lot-1", "lot-1", bay.name(), Optional.empty()))
              .toList();
      case "mall-gw" ->
          Stream.concat(
                  numbered(3, "room-%02d", "Room %d", "generic/room-climate", "mall").stream(),
                  numbered(
                          12,
                          "beacon-%02d",
                          "Beacon receiver %d",
                          "generic/beacon-receiver",
                          "zone")
                      .stream()
                      .map(SimulatedSite::inItsZone))
              .toList();
      default -> List.of();
    };
  }

  private static List<Enrolment> numbered(
      int count, String id, String name, String profile, String area) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i -> {
              String device = String.format(Locale.ROOT, id, i);
              return new Enrolment(
                  device,
                  profile,
                  device,
                  area,
                  String.format(Locale.ROOT, name, i),
                  Optional.empty());
            })
        .toList();
  }

  /** Four receivers each in zone-a, zone-b and zone-c. */
  private static Enrolment inItsZone(Enrolment beacon) {
    int number = Integer.parseInt(beacon.id().substring("beacon-".length()));
    String zone = "zone-" + (char) ('a' + (number - 1) / 4);
    return new Enrolment(
        beacon.id(), beacon.profile(), beacon.asset(), zone, beacon.name(), Optional.empty());
  }

  /** How the simulator is started, which posts the devices' readings to the gateways by CoAP. */
  public static ProcessPlan simulator(
      Installation installation, DataFolder data, PortPlan ports, long seed) throws CannotStart {
    List<String> arguments = new ArrayList<>(List.of("--seed", Long.toString(seed)));
    Set<String> after = new HashSet<>();
    for (int i = 0; i < SITE.gateways().size(); i++) {
      String gateway = SITE.gateways().get(i);
      arguments.addAll(List.of("--gateway", gateway + "=127.0.0.1:" + ports.gatewayCoap(i)));
      after.add(Edge.nameOf(gateway));
    }
    arguments.addAll(List.of("--control-port", Integer.toString(ports.simulatorControl())));
    List<String> command =
        JavaCommand.light(HEAP_MEGABYTES)
            .running(
                installation.classPath(Installation.Module.SIMULATOR),
                "io.nagare.simulator.SimulatorApp",
                arguments);
    return ProcessPlan.of(
            SIMULATOR,
            after,
            () -> command,
            data.root(),
            () -> LoopbackHttp.answers(ports.simulatorControl(), "/sources"))
        .refusingByTwo();
  }
}
