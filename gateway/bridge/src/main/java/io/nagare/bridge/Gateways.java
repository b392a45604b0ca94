package io.nagare.bridge;

import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Every gateway that has been heard since the bridge started. */
final class Gateways {
  private final AcknowledgementRules.Pace pace;
  private final ConcurrentMap<Name, Gateway> byName = new ConcurrentHashMap<>();

  Gateways(AcknowledgementRules.Pace pace) {
    this.pace = pace;
  }

  /** The gateway with this name, known from now on. */
  Gateway of(String site, String gateway) {
    return byName.computeIfAbsent(
        new Name(site, gateway), name -> new Gateway(name.site, name.gateway, pace));
  }

  /** All of them. */
  Collection<Gateway> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  private record Name(String site, String gateway) {}
}
