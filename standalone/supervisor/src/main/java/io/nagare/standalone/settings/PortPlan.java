package io.nagare.standalone.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * The ports of a demo, all on 127.0.0.1, counted from one base.
 *
 * @param base the portal's port; the others follow it
 */
public record PortPlan(int base) {
  /** Below are ports that need privileges. */
  static final int LOWEST = 1024;

  /** Above, the plan would pass 65535. */
  static final int HIGHEST = 65_400;

  /** More gateways than this would run into the ports of the next group. */
  public static final int MAX_GATEWAYS = 20;

  /** A port that something will listen on. */
  public record Use(int number, boolean udp, String purpose) {}

  /** Web pages and interfaces for people. */
  public int portal() {
    return base;
  }

  /** Kafka's listener for clients. */
  public int kafka() {
    return base + 1;
  }

  /** The MQTT broker. */
  public int mqtt() {
    return base + 2;
  }

  /** PostgreSQL. */
  public int postgresql() {
    return base + 3;
  }

  /** Flink's REST interface and web page. */
  public int flinkRest() {
    return base + 4;
  }

  /** The JobManager's RPC. */
  public int jobManagerRpc() {
    return base + 5;
  }

  /** The JobManager's blob server. */
  public int jobManagerBlob() {
    return base + 6;
  }

  /** Kafka's controller. */
  public int kafkaController() {
    return base + 7;
  }

  /** The simulator's control interface. */
  public int simulatorControl() {
    return base + 8;
  }

  /** The bridge's status page. */
  public int bridgeStatus() {
    return base + 9;
  }

  /** CoAP of the gateway with this index, counted from 0. */
  public int gatewayCoap(int index) {
    return base + 10 + index;
  }

  /** The status page of the gateway with this index, counted from 0. */
  public int gatewayStatus(int index) {
    return base + 30 + index;
  }

  /** The TaskManager's RPC. */
  public int taskManagerRpc() {
    return base + 50;
  }

  /** The TaskManager's data exchange. */
  public int taskManagerData() {
    return base + 51;
  }

  /** Every port that a demo with these gateways will listen on. */
  public List<Use> uses(List<String> gateways, boolean simulated) {
    List<Use> uses = new ArrayList<>();
    uses.add(new Use(portal(), false, "portal"));
    uses.add(new Use(kafka(), false, "Kafka"));
    uses.add(new Use(mqtt(), false, "MQTT broker"));
    uses.add(new Use(postgresql(), false, "PostgreSQL"));
    uses.add(new Use(flinkRest(), false, "Flink REST"));
    uses.add(new Use(jobManagerRpc(), false, "Flink JobManager RPC"));
    uses.add(new Use(jobManagerBlob(), false, "Flink JobManager blobs"));
    uses.add(new Use(kafkaController(), false, "Kafka controller"));
    if (simulated) {
      uses.add(new Use(simulatorControl(), false, "simulator control"));
    }
    uses.add(new Use(bridgeStatus(), false, "bridge status"));
    for (int i = 0; i < gateways.size(); i++) {
      uses.add(new Use(gatewayCoap(i), true, "CoAP of " + gateways.get(i)));
      uses.add(new Use(gatewayStatus(i), false, "status of " + gateways.get(i)));
    }
    uses.add(new Use(taskManagerRpc(), false, "Flink TaskManager RPC"));
    uses.add(new Use(taskManagerData(), false, "Flink TaskManager data"));
    return uses;
  }
}
