package io.nagare.edge.senml;

import java.util.Map;
import java.util.Set;

/**
 * Which UCUM codes mean the same as a unit of SenML.
 *
 * <p>Source: IANA registry "SenML", units (RFC 8428, section 12.1) and secondary units (RFC 8798).
 * Units that are written alike in both are not listed.
 */
public final class SenmlUnits {
  private static final Map<String, Set<String>> UCUM =
      Map.ofEntries(
          Map.entry("%RH", Set.of("%", "%{RH}")),
          Map.entry("%EL", Set.of("%")),
          Map.entry("/", Set.of("1", "{ratio}")),
          Map.entry("%", Set.of("%")),
          Map.entry("count", Set.of("1", "{count}")),
          Map.entry("1/min", Set.of("/min", "{rpm}")),
          Map.entry("beat/min", Set.of("/min", "{beat}/min")),
          Map.entry("dBm", Set.of("dB[mW]")),
          Map.entry("dBW", Set.of("dB[W]")),
          Map.entry("ppm", Set.of("[ppm]", "[ppmv]")),
          Map.entry("ppb", Set.of("[ppb]")),
          Map.entry("l", Set.of("L")),
          Map.entry("l/s", Set.of("L/s")),
          Map.entry("VA", Set.of("V.A")),
          Map.entry("kWh", Set.of("kW.h")),
          Map.entry("Wh", Set.of("W.h")),
          Map.entry("Ah", Set.of("A.h")),
          Map.entry("bar", Set.of("bar")),
          Map.entry("pH", Set.of("[pH]")));

  private SenmlUnits() {}

  /** Whether a SenML unit says the same as a UCUM code; UCUM itself is understood too. */
  public static boolean matches(String senml, String ucum) {
    return senml.equals(ucum) || UCUM.getOrDefault(senml, Set.of()).contains(ucum);
  }
}
