package io.nagare.pipeline.quality;

import static io.nagare.pipeline.reading.ReadingBuilder.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nagare.pipeline.reading.DecodedReading;
import io.nagare.pipeline.reading.Placement;
import io.nagare.pipeline.reading.Quality;
import io.nagare.pipeline.reading.Value;
import io.nagare.profiles.ProfileLibrary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QualityRulesTest {
  private static final double NONE = Double.POSITIVE_INFINITY;

  @Test
  void flagsTheGrossRangeVectorOfTheReferenceImplementation() {
    double[] values = {5, 10, 15, 20, 25, 30, 35, 40, 45, 51};

    int[] flags =
        Arrays.stream(values)
            .mapToInt(value -> grossRange(value, tests(10, 50, 20, 40, false)))
            .toArray();

    assertThat(flags).containsExactly(4, 3, 3, 1, 1, 1, 1, 1, 3, 4);
  }

  @Test
  void aggregatesByThePrecedenceOfTheReferenceImplementation() {
    assertThat(Flags.aggregate(1, 2)).isEqualTo(1);
    assertThat(Flags.aggregate(9, 2)).isEqualTo(2);
    assertThat(Flags.aggregate(9, 9)).isEqualTo(9);
    assertThat(Flags.aggregate(1, 3, 2)).isEqualTo(3);
    assertThat(Flags.aggregate(3, 4, 9)).isEqualTo(4);
    assertThatThrownBy(() -> Flags.aggregate(5)).hasMessageContaining("5");
  }

  @Property
  void aggregatesInAnyOrder(@ForAll @From("flags") List<Integer> flags) {
    int[] inOrder = flags.stream().mapToInt(Integer::intValue).toArray();
    int[] sorted = flags.stream().mapToInt(Integer::intValue).sorted().toArray();

    assertThat(Flags.aggregate(inOrder)).isEqualTo(Flags.aggregate(sorted));
  }

  @Provide
  Arbitrary<List<Integer>> flags() {
    return Arbitraries.of(1, 2, 3, 4, 9).list().ofMinSize(1).ofMaxSize(6);
  }

  @Test
  void failsASentinelEvenInsideTheRange() {
    MeasurementTests tests =
        new MeasurementTests(
            "Cel", 0, true, -50, 150, -NONE, NONE, false, List.of(85.0), List.of());

    assertThat(grossRange(85, tests)).isEqualTo(Flags.FAIL);
    assertThat(grossRange(84.9, tests)).isEqualTo(Flags.GOOD);
  }

  @Test
  void suspectsMoreFreeSpacesThanThereAre() {
    MeasurementTests tests = tests(0, 100_000, -NONE, NONE, true);
    Placement lot = placement(120);

    assertThat(QualityRules.grossRange(Value.of(120.0), lot, Optional.of(tests))).isEqualTo(1);
    assertThat(QualityRules.grossRange(Value.of(121.0), lot, Optional.of(tests))).isEqualTo(3);
    assertThat(QualityRules.grossRange(Value.of(-1.0), lot, Optional.of(tests))).isEqualTo(4);
    assertThat(
            QualityRules.grossRange(
                Value.of(121.0), placement(Placement.NO_CAPACITY), Optional.of(tests)))
        .isEqualTo(1);
  }

  @Test
  void doesNotEvaluateTheRangeOfAnUnknownProfile() {
    Quality quality = QualityRules.judge(reading().decoded(), Optional.empty());

    assertThat(quality.grossRange()).isEqualTo(Flags.UNKNOWN);
    assertThat(quality.flag()).isEqualTo(Flags.GOOD);
    assertThat(quality.ruleset()).isEqualTo(QualityRules.RULESET);
  }

  @Test
  void callsAbsentAndNonFiniteValuesMissing() {
    for (Quality quality :
        List.of(
            judge(reading().absent().decoded()),
            judge(reading().value(Double.NaN).decoded()),
            judge(reading().value(Double.NEGATIVE_INFINITY).decoded()))) {
      assertThat(quality.flag()).isEqualTo(Flags.MISSING);
      assertThat(quality.missing()).isEqualTo(Flags.MISSING);
      assertThat(quality.grossRange()).isEqualTo(Flags.MISSING);
    }
  }

  @Test
  void failsDatesBeforeAnySensorAndAfterReception() {
    assertThat(judge(reading().at("1989-12-31T23:59:59Z").decoded()).impossibleDate()).isEqualTo(4);
    assertThat(judge(reading().at("1990-01-01T00:00:00Z").decoded()).impossibleDate()).isEqualTo(1);
    assertThat(judge(reading().at("10:05:00").receivedAt("10:00").decoded()).impossibleDate())
        .isEqualTo(1);
    assertThat(judge(reading().at("10:05:01").receivedAt("10:00").decoded()).impossibleDate())
        .isEqualTo(4);
  }

  @Test
  void believesASourceThatSaysBadOrStale() {
    assertThat(judge(reading().sourceQuality(0).decoded()).flag()).isEqualTo(Flags.FAIL);
    assertThat(judge(reading().sourceQuality(500).decoded()).flag()).isEqualTo(Flags.SUSPECT);
    assertThat(judge(reading().sourceQuality(192).decoded()).flag()).isEqualTo(Flags.GOOD);
    assertThat(judge(reading().absent().sourceQuality(0).decoded()).flag()).isEqualTo(Flags.FAIL);
  }

  @Test
  void failsATextThatTheProfileDoesNotList() {
    MeasurementTests tests =
        new MeasurementTests(
            "1", 0, false, -NONE, NONE, -NONE, NONE, false, List.of(), List.of("on", "off"));

    assertThat(judge(reading().value("on").decoded(), tests).grossRange()).isEqualTo(1);
    assertThat(judge(reading().value("half").decoded(), tests).grossRange()).isEqualTo(4);
  }

  @Test
  void tagsWithTheUnitAndPeriodOfABuiltInProfile() {
    TagQuality tag = new TagQuality(QualityParameters.of(ProfileLibrary.builtIn()));

    var tagged =
        tag.map(
            reading()
                .profile("generic/machine-monitor@1")
                .measurement("vibration")
                .value(46)
                .decoded());

    assertThat(tagged.unit()).isEqualTo("mm/s");
    assertThat(tagged.maxPeriodMillis()).isEqualTo(10_000);
    assertThat(tagged.quality().grossRange()).isEqualTo(Flags.SUSPECT);
  }

  private static Quality judge(DecodedReading reading) {
    return judge(reading, tests(-100, 100, -NONE, NONE, false));
  }

  private static Quality judge(DecodedReading reading, MeasurementTests tests) {
    return QualityRules.judge(reading, Optional.of(tests));
  }

  private static int grossRange(double value, MeasurementTests tests) {
    return QualityRules.grossRange(
        Value.of(value), placement(Placement.NO_CAPACITY), Optional.of(tests));
  }

  private static Placement placement(long capacity) {
    return new Placement("lot", "", "parking", "", "", "", capacity);
  }

  private static MeasurementTests tests(
      double failLow,
      double failHigh,
      double suspectLow,
      double suspectHigh,
      boolean suspectAboveCapacity) {
    return new MeasurementTests(
        "1",
        0,
        true,
        failLow,
        failHigh,
        suspectLow,
        suspectHigh,
        suspectAboveCapacity,
        List.of(),
        List.of());
  }
}
