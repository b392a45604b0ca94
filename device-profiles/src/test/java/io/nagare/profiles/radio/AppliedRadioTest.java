package io.nagare.profiles.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AppliedRadioTest {
  private static final String JAPAN =
      """
      global
      country JP: DFS-JP
      	(2402 - 2482 @ 40), (N/A, 20), (N/A)
      	(5170 - 5250 @ 80), (N/A, 20), (N/A), AUTO-BW

      phy#0
      country JP: DFS-UNSET
      	(2402 - 2482 @ 40), (6, 20), (N/A)
      """;

  @Test
  void readsEveryDomainWithItsBands() {
    AppliedRadio applied = AppliedRadio.parse(JAPAN);

    assertThat(applied.domains())
        .extracting(AppliedRadio.Domain::owner)
        .containsExactly("global", "phy#0");
    assertThat(applied.domains().get(0).bands())
        .containsExactly(
            new AppliedRadio.Band(2402, 2482, 20), new AppliedRadio.Band(5170, 5250, 20));
  }

  @Test
  void theCountryThatWasReadBackMustBeTheSites() {
    Site japan = Site.in("JP", Placement.INDOOR);

    assertThat(AppliedRadio.parse(JAPAN).against(japan)).isEmpty();
    assertThat(AppliedRadio.parse(JAPAN.replaceFirst("JP", "00")).against(japan))
        .map(Reason::code)
        .contains(ReasonCode.APPLIED_DIFFERS);
    assertThat(AppliedRadio.parse("").against(japan))
        .map(Reason::code)
        .contains(ReasonCode.APPLIED_DIFFERS);
    Site nowhere = new Site(Optional.empty(), Placement.INDOOR, OptionalDouble.empty(), List.of());
    assertThat(AppliedRadio.parse(JAPAN).against(nowhere))
        .map(Reason::code)
        .contains(ReasonCode.COUNTRY_UNSET);
  }
}
