package io.nagare.standalone;

import io.nagare.standalone.ledger.GatewayCounts;
import io.nagare.standalone.parts.Site;
import io.nagare.standalone.probes.LoopbackHttp;
import io.nagare.standalone.settings.PortPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gateways of a running demo, asked for their counts. */
final class Gateways {
  private final Site site;
  private final PortPlan ports;

  Gateways(Site site, PortPlan ports) {
    this.site = site;
    this.ports = ports;
  }

  /** The counts of those that answer. */
  List<GatewayCounts> counts() {
    List<GatewayCounts> counts = new ArrayList<>();
    for (int i = 0; i < site.gateways().size(); i++) {
      String gateway = site.gateways().get(i);
      LoopbackHttp.get(ports.gatewayStatus(i), "/status")
          .map(status -> GatewayCounts.of(gateway, status))
          .ifPresent(counts::add);
    }
    return counts;
  }

  /** The counts of all of them, if all answer. */
  Optional<List<GatewayCounts>> all() {
    return Optional.of(counts()).filter(counts -> counts.size() == site.gateways().size());
  }
}
