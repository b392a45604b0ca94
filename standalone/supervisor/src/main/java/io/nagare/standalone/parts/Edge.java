package io.nagare.standalone.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.nagare.standalone.probes.LoopbackHttp;
import io.nagare.standalone.processes.ProcessPlan;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.Installation;
import io.nagare.standalone.settings.PortPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A gateway: an edge process with its own settings file, spool and CoAP port. */
public final class Edge {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final int HEAP_MEGABYTES = 192;
  private static final String MAIN = "io.nagare.edge.EdgeApp";

  private final String site;
  private final String country;
  private final String gateway;
  private final int index;
  private final PortPlan ports;
  private final DataFolder data;

  /** The gateway with this index among the site's. */
  public Edge(Site site, int index, PortPlan ports, DataFolder data) {
    this.site = site.id();
    this.country = site.country();
    this.gateway = site.gateways().get(index);
    this.index = index;
    this.ports = ports;
    this.data = data;
  }

  /** What the process is called. */
  public static String nameOf(String gateway) {
    return "edge-" + gateway;
  }

  /** The replay that a gateway gives the readings of. */
  public record Replay(Path recordings, String speed, String time) {}

  /** A device that is enrolled at the gateway. */
  public record Enrolment(
      String id,
      String profile,
      String asset,
      String area,
      String name,
      Optional<Integer> capacity) {}

  /**
   * Writes the settings file and says how the gateway is started.
   *
   * @param devices the devices that may report by CoAP
   */
  public ProcessPlan plan(
      Installation installation,
      List<Path> profiles,
      Optional<Replay> replay,
      List<Enrolment> devices)
      throws CannotStart {
    Path file = data.conf().resolve(data.gateway(gateway).getFileName() + ".yaml");
    try {
      DataFolder.replace(file, settings(profiles, replay, devices));
    } catch (IOException unwritable) {
      throw CannotStart.machine(List.of("the settings of " + gateway + ": " + unwritable));
    }
    List<String> command =
        JavaCommand.hot(HEAP_MEGABYTES)
            .running(
                installation.classPath(Installation.Module.EDGE),
                MAIN,
                List.of("run", "--settings", file.toString()));
    return ProcessPlan.of(
            nameOf(gateway),
            // A replay begins when all is ready to take it, so that its pace is that of the
            // readings.
            replay.isPresent()
                ? Set.of(MqttBroker.NAME, Bridge.NAME, Flink.JOB_MANAGER, Portal.NAME)
                : Set.of(MqttBroker.NAME),
            () -> command,
            data.root(),
            () -> LoopbackHttp.answers(ports.gatewayStatus(index), "/status"))
        .refusingByTwo();
  }

  /** The command line that checks a recording set. */
  static List<String> checkCommand(Installation installation, Path recordings, List<Path> profiles)
      throws CannotStart {
    List<String> arguments =
        new java.util.ArrayList<>(List.of("check-recordings", recordings.toString()));
    profiles.forEach(folder -> arguments.addAll(List.of("--profiles", folder.toString())));
    return JavaCommand.light(HEAP_MEGABYTES)
        .running(installation.classPath(Installation.Module.EDGE), MAIN, arguments);
  }

  private String settings(List<Path> profiles, Optional<Replay> replay, List<Enrolment> devices)
      throws IOException {
    ObjectNode root = YAML.createObjectNode();
    root.putObject("site").put("id", site).put("country", country);
    root.put("gateway", gateway);
    root.put("data", data.gateway(gateway).toString());
    root.putObject("status").put("port", ports.gatewayStatus(index));
    ObjectNode mqtt = root.putObject("mqtt");
    mqtt.putArray("servers").add("tcp://127.0.0.1:" + ports.mqtt());
    mqtt.put("primaryHost", Bridge.HOST_ID);
    if (!profiles.isEmpty()) {
      ArrayNode folders = root.putArray("profiles");
      profiles.forEach(folder -> folders.add(folder.toString()));
    }
    root.putObject("coap").put("bind", "127.0.0.1").put("port", ports.gatewayCoap(index));
    if (!devices.isEmpty()) {
      ArrayNode list = root.putArray("devices");
      devices.forEach(device -> enrol(list, device));
    }
    replay.ifPresent(
        recorded ->
            root.putObject("recordings")
                .put("directory", recorded.recordings().toString())
                .put("speed", recorded.speed())
                .put("time", recorded.time()));
    return YAML.writeValueAsString(root);
  }

  private static void enrol(ArrayNode list, Enrolment device) {
    ObjectNode node =
        list.addObject()
            .put("id", device.id())
            .put("profile", device.profile())
            .put("asset", device.asset())
            .put("area", device.area())
            .put("name", device.name());
    device.capacity().ifPresent(capacity -> node.put("capacity", capacity));
  }
}
