package io.nagare.profiles;

import java.util.Optional;

/**
 * Frequencies and power that a certificate covers.
 *
 * @param technology only this technology; empty for any
 * @param centres centre frequencies, in hertz
 * @param maxBandwidthHz the widest emission that is covered
 * @param conductedDbm the most power into the antenna
 * @param eirpDbm the most radiated power; infinity when the certificate does not say
 */
public record Coverage(
    Optional<Technology> technology,
    FrequencySpan centres,
    long maxBandwidthHz,
    double conductedDbm,
    double eirpDbm) {}
