package io.nagare.profiles.radio;

import io.nagare.profiles.AccessMode;
import io.nagare.profiles.DeviceInterface;
import io.nagare.profiles.FirmwareRange;
import io.nagare.profiles.FrequencySpan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An interface as a request means to use it: the device's facts with the stated use and the site's
 * antenna in their place.
 */
record RadioState(
    DeviceInterface device,
    Use use,
    Placement placement,
    long bandwidthHz,
    OptionalDouble gainDbi,
    double lossDb,
    boolean siteAntenna,
    AccessMode access,
    double siteEirpDbm,
    double firmwareDbm) {

  static RadioState of(
      DeviceInterface device, AdmissionRequest request, Optional<FirmwareRange> firmware) {
    Use use = request.use();
    Optional<SiteAntenna> antenna = request.antenna();
    AccessMode access = device.access().orElse(AccessMode.UNDECLARED);
    return new RadioState(
        device,
        use,
        request.site().placement(),
        use.bandwidthHz().orElse(device.bandwidthHz()),
        antenna.isPresent() ? OptionalDouble.of(antenna.get().gainDbi()) : device.antennaGainDbi(),
        antenna.isPresent() ? antenna.get().cableLossDb() : device.cableLossDb(),
        antenna.isPresent(),
        use.access().isPresent() ? access.overriddenBy(use.access().get()) : access,
        request.site().maxEirpDbm().orElse(Double.POSITIVE_INFINITY),
        firmware.isPresent()
            ? firmware.get().conductedDbm().orElse(Double.POSITIVE_INFINITY)
            : Double.POSITIVE_INFINITY);
  }

  /** The power that it will use: the stated one, or all that the device has; empty if unknown. */
  OptionalDouble power() {
    return use.conductedDbm().isPresent() ? use.conductedDbm() : device.conductedDbm();
  }

  /** The centre frequencies that it may come to use; empty when they are unknown. */
  List<FrequencySpan> centres() {
    return use.centreHz().isPresent()
        ? List.of(FrequencySpan.at(use.centreHz().getAsLong()))
        : device.centres();
  }
}
