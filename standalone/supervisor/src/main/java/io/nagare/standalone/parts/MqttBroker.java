package io.nagare.standalone.parts;

import io.nagare.standalone.probes.Handshake;
import io.nagare.standalone.processes.ProcessPlan;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.Installation;
import io.nagare.standalone.settings.PortPlan;
import java.util.List;
import java.util.Set;

/** The MQTT broker between gateways and bridge. */
public final class MqttBroker {
  /** What the process is called. */
  public static final String NAME = "mqtt-broker";

  private static final int HEAP_MEGABYTES = 512;

  private MqttBroker() {}

  /** How it is started. */
  public static ProcessPlan plan(Installation installation, DataFolder data, PortPlan ports)
      throws CannotStart {
    List<String> command =
        JavaCommand.light(HEAP_MEGABYTES)
            .running(
                installation.classPath(Installation.Module.MQTT_BROKER),
                "io.nagare.standalone.mqtt.MqttBrokerApp",
                List.of(
                    "--port",
                    Integer.toString(ports.mqtt()),
                    "--data",
                    data.mqttBroker().toString()));
    return ProcessPlan.of(
            NAME, Set.of(), () -> command, data.root(), () -> Handshake.mqtt(ports.mqtt()))
        .refusingByTwo();
  }
}
