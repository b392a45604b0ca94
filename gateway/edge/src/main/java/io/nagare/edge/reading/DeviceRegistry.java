package io.nagare.edge.reading;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The devices that a gateway knows, by id. Immutable; holds one instance of each device. */
public final class DeviceRegistry {
  private final Map<String, Device> devices;

  /** A registry of these devices; of two with the same id the first stays. */
  public DeviceRegistry(Collection<Device> devices) {
    Map<String, Device> byId = new LinkedHashMap<>();
    devices.forEach(device -> byId.putIfAbsent(device.id(), device));
    this.devices = byId;
  }

  /** The device with this id. */
  public Optional<Device> find(String id) {
    return Optional.ofNullable(devices.get(id));
  }

  /** How many devices there are. */
  public int size() {
    return devices.size();
  }
}
