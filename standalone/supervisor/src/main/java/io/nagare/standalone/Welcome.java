package io.nagare.standalone;

import io.nagare.standalone.parts.Site;
import io.nagare.standalone.settings.DataFolder;
import io.nagare.standalone.settings.DemoSettings;
import java.util.ArrayList;
import java.util.List;

/** What is said once all is ready: where to look, and what to try. */
final class Welcome {
  private Welcome() {}

  static List<String> lines(DemoSettings settings, Site site, DataFolder data) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("portal   http://127.0.0.1:" + settings.ports().portal() + "/");
    for (int i = 0; i < site.gateways().size(); i++) {
      lines.add(
          "gateway  "
              + site.gateways().get(i)
              + "  coap://127.0.0.1:"
              + settings.ports().gatewayCoap(i)
              + "/senml");
    }
    lines.add("data     " + data.root());
    if (settings.recordings().isEmpty()) {
      lines.add("");
      lines.add("Post a reading (Debian: apt-get install libcoap3-bin), and see it on the page:");
      lines.add("  " + example(settings.ports().gatewayCoap(0)));
    }
    lines.add("Ask the tables:");
    lines.add("  ./nagare sql \"SELECT measurement, count(*) FROM readings GROUP BY measurement\"");
    lines.add("Ctrl-C stops it; the same command goes on where it stopped.");
    lines.add("");
    return lines;
  }

  /** A command that posts one temperature of a machine. */
  static String example(int port) {
    return "coap-client-notls -m post -t 110 -e"
        + " '[{\"n\":\"machine-01/temperature\",\"u\":\"Cel\",\"v\":99.5}]'"
        + " coap://127.0.0.1:"
        + port
        + "/senml";
  }
}
