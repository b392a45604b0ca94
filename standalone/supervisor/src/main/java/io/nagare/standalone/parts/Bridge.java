package io.nagare.standalone.parts;

import io.nagare.standalone.probes.LoopbackHttp;
import io.nagare.standalone.processes.ProcessPlan;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.Installation;
import io.nagare.standalone.settings.PortPlan;
import java.util.List;
import java.util.Set;

/** The bridge from MQTT to Kafka. */
public final class Bridge {
  /** What the process is called. */
  public static final String NAME = "bridge";

  /** The Sparkplug host application that gateways wait for. */
  static final String HOST_ID = "nagare";

  private static final int HEAP_MEGABYTES = 256;

  private Bridge() {}

  /** How it is started. */
  public static ProcessPlan plan(Installation installation, DataFolder data, PortPlan ports)
      throws CannotStart {
    List<String> command =
        JavaCommand.hot(HEAP_MEGABYTES)
            .running(
                installation.classPath(Installation.Module.BRIDGE),
                "io.nagare.bridge.BridgeApp",
                List.of(
                    "--mqtt",
                    "tcp://127.0.0.1:" + ports.mqtt(),
                    "--kafka",
                    "127.0.0.1:" + ports.kafka(),
                    "--host-id",
                    HOST_ID,
                    "--status-port",
                    Integer.toString(ports.bridgeStatus())));
    return ProcessPlan.of(
            NAME,
            Set.of(KafkaBroker.NAME, MqttBroker.NAME),
            () -> command,
            data.root(),
            () -> isOnline(ports.bridgeStatus()))
        .refusingByTwo();
  }

  private static boolean isOnline(int statusPort) {
    return LoopbackHttp.get(statusPort, "/status")
        .filter(status -> status.path("state").asText().equals("online"))
        .isPresent();
  }
}
