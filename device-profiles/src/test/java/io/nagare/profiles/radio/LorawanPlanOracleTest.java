package io.nagare.profiles.radio;

import static io.nagare.profiles.radio.TestDevice.certifiedForAnythingIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.profiles.Conformance;
import io.nagare.profiles.radio.Decision.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our rules know the channels of the LoRaWAN plans, with no more power than those. */
class LorawanPlanOracleTest {
  private static final Pattern UPLINK = Pattern.compile("- frequency: (\\d+)\\n\\s+min-data-rate");

  @ParameterizedTest
  @ValueSource(strings = {"AS_920_923_TTN_JP_1", "AS_920_923_TTN_JP_2", "AS_920_923_TTN_JP_3"})
  void allowsTheJapaneseChannelsUpToTheirEirp(String plan) throws IOException {
    for (double mhz : channels(plan)) {
      TestDevice device =
          certifiedForAnythingIn("JP").settable().access(AccessModes.listening(5_000)).gain(3);

      Decision decision = device.useAt(mhz).decide();

      assertThat(decision.verdict()).as("%s MHz", mhz).isEqualTo(Verdict.LIMITED);
      assertThat(decision.limits()).allMatch(use -> use.eirpDbm() <= 16 + 1e-9);
      assertThat(decision.limits().get(0).rule().carrierSenseMicros()).isEqualTo(5_000);
      assertThat(decision.limits().get(0).rule().carrierSenseDbm()).hasValue(-80);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "EU_863_870")
  void allowsTheEuropeanChannels(String plan) throws IOException {
    for (double mhz : channels(plan)) {
      Decision decision =
          certifiedForAnythingIn("EU")
              .settable()
              .at(Site.in("DE", Placement.OUTDOOR))
              .useAt(mhz)
              .decide();

      assertThat(decision.verdict()).as("%s MHz", mhz).isEqualTo(Verdict.LIMITED);
      assertThat(decision.limits().get(0).eirpDbm()).isEqualTo(16.15);
    }
  }

  private static List<Double> channels(String plan) throws IOException {
    List<Double> channels = new ArrayList<>();
    Matcher uplink = UPLINK.matcher(Conformance.text("radio/" + plan + ".yml"));
    while (uplink.find()) {
      channels.add(Long.parseLong(uplink.group(1)) / 1e6);
    }
    assertThat(channels).isNotEmpty();
    return channels;
  }
}
