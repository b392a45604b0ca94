package io.nagare.simulator;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the simulator is started with.
 *
 * @param seed the same seed gives the same site
 * @param gateways where each gateway takes CoAP; devices of gateways that are not named stay silent
 * @param controlPort the port of the control page on 127.0.0.1; 0 takes a free one
 * @param rate how many times as often as usual each device reports
 */
record SimulatorSettings(
    long seed, Map<String, InetSocketAddress> gateways, int controlPort, double rate) {

  private static final Set<String> KNOWN =
      Set.of(DemoSite.FACTORY, DemoSite.PARKING, DemoSite.MALL);
  private static final Pattern GATEWAY = Pattern.compile("([^=]+)=([^:\\s]+):(\\d{1,5})");
  private static final int HIGHEST_PORT = 65_535;
  private static final double LOWEST_RATE = 0.01;
  private static final double HIGHEST_RATE = 1_000;

  /** Settings that were refused, with every problem. */
  static final class InvalidSettings extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidSettings(List<String> problems) {
      super(String.join("; ", problems));
      this.problems = List.copyOf(problems);
    }

    List<String> problems() {
      return problems;
    }
  }

  /**
   * Validates the options of the command line.
   *
   * @throws InvalidSettings with every problem at once
   */
  static SimulatorSettings of(long seed, List<String> gateways, int controlPort, double rate)
      throws InvalidSettings {
    List<String> problems = new ArrayList<>();
    Map<String, InetSocketAddress> addresses = new LinkedHashMap<>();
    for (String text : gateways) {
      Matcher parts = GATEWAY.matcher(text);
      if (!parts.matches() || Integer.parseInt(parts.group(3)) > HIGHEST_PORT) {
        problems.add("--gateway: found \"" + text + "\"; write <gateway>=<host>:<port>");
      } else if (!KNOWN.contains(parts.group(1))) {
        problems.add(
            "--gateway: found \""
                + parts.group(1)
                + "\"; the simulated site has "
                + String.join(", ", KNOWN.stream().sorted().toList()));
      } else {
        InetSocketAddress address =
            new InetSocketAddress(parts.group(2), Integer.parseInt(parts.group(3)));
        Optional<InetSocketAddress> before =
            Optional.ofNullable(addresses.put(parts.group(1), address));
        before.ifPresent(twice -> problems.add("--gateway: " + parts.group(1) + " is named twice"));
      }
    }
    if (gateways.isEmpty()) {
      problems.add("--gateway: none given; name at least one as <gateway>=<host>:<port>");
    }
    if (controlPort < 0 || controlPort > HIGHEST_PORT) {
      problems.add("--control-port: found " + controlPort + "; allowed is 0 to " + HIGHEST_PORT);
    }
    if (!(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) {
      problems.add(
          "--rate: found %s; allowed is %s to %s".formatted(rate, LOWEST_RATE, HIGHEST_RATE));
    }
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems);
    }
    return new SimulatorSettings(seed, Map.copyOf(addresses), controlPort, rate);
  }
}
