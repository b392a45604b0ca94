package io.nagare.profiles;

/** Conversions between milliwatts and the decibel scales of radio power. */
public final class Decibels {
  /**
   * What the radiated power of a half-wave dipole (ERP) lacks to that of an isotropic antenna
   * (EIRP), in decibels. Source: ITU-R V.573.
   */
  public static final double EIRP_ABOVE_ERP = 2.15;

  private Decibels() {}

  /** Power in dBm of a power in milliwatts. */
  public static double ofMilliwatts(double milliwatts) {
    return 10 * Math.log10(milliwatts);
  }

  /** Power in milliwatts of a power in dBm. */
  public static double toMilliwatts(double dbm) {
    return Math.pow(10, dbm / 10);
  }

  /** EIRP of a power into an antenna: conducted power + antenna gain − cable loss. */
  public static double eirp(double conductedDbm, double gainDbi, double lossDb) {
    return conductedDbm + gainDbi - lossDb;
  }
}
