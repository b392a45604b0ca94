package io.nagare.profiles.radio;

import io.nagare.profiles.Certificate;
import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.airtime.AirtimeLimits;

/**
 * What an interface may do: the strictest of law, certificate, site and device.
 *
 * @param rule the rule of law
 * @param certificate the certificate that it rests on
 * @param centres centre frequencies
 * @param bandwidthHz the width of the emission
 * @param conductedDbm the most power into the antenna
 * @param eirpDbm the most radiated power; not above what {@code conductedDbm} gives
 * @param airtime how long and how often it may transmit
 */
public record AllowedUse(
    RadioRule rule,
    Certificate certificate,
    FrequencySpan centres,
    long bandwidthHz,
    double conductedDbm,
    double eirpDbm,
    AirtimeLimits airtime) {}
