package io.nagare.profiles.radio;

import static io.nagare.profiles.radio.TestDevice.certifiedForAnythingIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.profiles.Conformance;
import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.Technology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Our limits are never looser than wireless-regdb's. The most able device that there is, with a
 * certificate for everything, is asked at every half megahertz of every band of every country, in
 * every width, indoors and outdoors.
 *
 * <p>The 6 GHz rows of Japan describe low-power indoor equipment; very low power is another class
 * that may go outdoors, with less power than the row (docs/reference/radio-rules.md).
 */
class RegdbOracleTest {
  private static final Pattern ROW =
      Pattern.compile(
          "\\s*\\(([\\d.]+) - ([\\d.]+) @ ([\\d.]+)\\), \\(([\\d.]+) dBm\\) \\[(.*?)].*");
  private static final double[] WIDTHS_MHZ = {0.125, 0.25, 1, 2, 20, 40, 80, 160, 320};
  private static final List<String> CLASSES = List.of("", "vlp", "client-of-registered");

  private record Row(double from, double to, double width, double dbm, String flags) {

    boolean holds(FrequencySpan emission) {
      boolean wideEnough =
          emission.toHz() - emission.fromHz() <= FrequencySpan.hertz(width)
              || flags.contains("AUTO-BW");
      return FrequencySpan.hertz(from) <= emission.fromHz()
          && emission.toHz() <= FrequencySpan.hertz(to)
          && wideEnough;
    }
  }

  @TestFactory
  List<DynamicTest> isNeverLooserIn() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    countries()
        .forEach(
            (country, rows) ->
                tests.add(DynamicTest.dynamicTest(country, () -> compare(country, rows))));
    return tests;
  }

  private static void compare(String country, List<Row> rows) {
    String jurisdiction = RadioLaw.builtIn().in(country).map(Jurisdiction::code).orElse(country);
    int compared = 0;
    for (Placement placement : Placement.values()) {
      for (String equipmentClass : CLASSES) {
        TestDevice device =
            certifiedForAnythingIn(jurisdiction)
                .technology(Technology.WIFI)
                .settable()
                .access(AccessModes.able(equipmentClass))
                .at(Site.in(country, placement));
        boolean mayGoOut = country.equals("JP") && equipmentClass.equals("vlp");
        for (Row row : rows) {
          for (double width : WIDTHS_MHZ) {
            for (double mhz = row.from(); mhz <= row.to(); mhz += step(row)) {
              Decision decision = device.bandwidthKhz(width * 1e3).useAt(mhz).decide();
              for (AllowedUse use : decision.limits()) {
                check(rows, use, mhz, width, placement, mayGoOut);
                compared++;
              }
            }
          }
        }
      }
    }
    // The world domain is no country: there nothing is allowed at all.
    assertThat(compared).matches(count -> count > 100 || country.equals("00"));
  }

  /** Bands of gigahertz are looked at more coarsely than the others. */
  private static double step(Row row) {
    return Math.max(0.5, (row.to() - row.from()) / 200);
  }

  private static void check(
      List<Row> rows,
      AllowedUse use,
      double mhz,
      double width,
      Placement placement,
      boolean mayGoOut) {
    long centre = FrequencySpan.hertz(mhz);
    long half = FrequencySpan.hertz(width) / 2;
    FrequencySpan emission = new FrequencySpan(centre - half, centre + half, 0);
    double allowed =
        rows.stream()
            .filter(row -> row.holds(emission) || narrowAtTheEdge(row, centre, width))
            .filter(
                row ->
                    placement == Placement.INDOOR
                        || mayGoOut
                        || !row.flags().contains("NO-OUTDOOR"))
            .filter(row -> !row.flags().contains("NO-IR"))
            .mapToDouble(Row::dbm)
            .max()
            .orElse(Double.NEGATIVE_INFINITY);
    assertThat(use.eirpDbm())
        .as("%s MHz, %s MHz wide, %s, by %s", mhz, width, placement, use.rule().reference())
        .isLessThanOrEqualTo(allowed + 1e-9);
  }

  /** The rows are those of channels of 20 MHz; a narrow emission may reach over their edges. */
  private static boolean narrowAtTheEdge(Row row, long centre, double width) {
    return width <= 2
        && FrequencySpan.hertz(row.from()) <= centre
        && centre <= FrequencySpan.hertz(row.to());
  }

  private static Map<String, List<Row>> countries() throws IOException {
    Map<String, List<Row>> countries = new LinkedHashMap<>();
    List<Row> current = new ArrayList<>();
    for (String line : Conformance.text("radio/wireless-regdb-2026.05.30.txt").lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (line.startsWith("country ")) {
        current = new ArrayList<>();
        countries.put(line.split(" ", -1)[1], current);
      } else if (row.matches()) {
        current.add(
            new Row(
                Double.parseDouble(row.group(1)),
                Double.parseDouble(row.group(2)),
                Double.parseDouble(row.group(3)),
                Double.parseDouble(row.group(4)),
                row.group(5)));
      }
    }
    assertThat(countries).hasSize(12);
    return countries;
  }
}
