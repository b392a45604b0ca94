package io.nagare.profiles.airtime;

import java.io.IOException;
import java.util.OptionalLong;

/** A process that counts the frames of ten thousand busy devices, to see what heap that takes. */
final class BusyLedger {
  private static final int DEVICES = 10_000;

  private BusyLedger() {}

  /** Fills a ledger; every other frame is missed, so that both histories of a device fill. */
  public static void main(String[] arguments) throws IOException {
    AirtimeLedger ledger = AirtimeLedger.inMemory(DEVICES);
    for (int frame = 0; frame < 80; frame++) {
      for (int device = 0; device < DEVICES; device++) {
        ledger.observe(
            new AirtimeKey("device-" + device, "eu-868-m"),
            868_100_000,
            AirtimeLimits.NONE,
            new Transmission(frame * 17_000_000L + device, 50_000),
            OptionalLong.of(2L * frame),
            16);
      }
    }
    System.out.println(ledger.keys() + " keys");
  }
}
