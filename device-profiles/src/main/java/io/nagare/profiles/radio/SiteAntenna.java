package io.nagare.profiles.radio;

/**
 * An antenna that the site puts in the place of the device's own.
 *
 * @param gainDbi its gain
 * @param cableLossDb the loss between radio and antenna
 */
public record SiteAntenna(double gainDbi, double cableLossDb) {}
