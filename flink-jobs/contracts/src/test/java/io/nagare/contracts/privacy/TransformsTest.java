package io.nagare.contracts.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.contracts.Governance.TransformSpec;
import io.nagare.contracts.PrivacyCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TransformsTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final TransformSpec SUPPRESSION =
      new TransformSpec(
          "k-suppression",
          Map.of(
              "k",
              "10",
              "distinct",
              "pseudonym",
              "hierarchy",
              "site,zone",
              "complementary",
              "true"));
  private static final TransformSpec PSEUDONYM =
      new TransformSpec("keyed-pseudonym", Map.of("field", "address", "rotation", "PT1H"));
  private static final TransformSpec SPACE =
      new TransformSpec("space-generalisation", Map.of("fields", "lat,lon", "mesh", "3"));
  private static final TransformSpec TIME =
      new TransformSpec("time-generalisation", Map.of("field", "seen_at", "step", "PT15M"));

  @Test
  void onlyRegisteredTransformsWithAllowedParametersLowerACategory() {
    assertThat(after(PrivacyCategory.PERSONAL, SUPPRESSION))
        .isEqualTo(PrivacyCategory.NON_PERSONAL);
    assertThat(after(PrivacyCategory.SENSITIVE, SUPPRESSION)).isEqualTo(PrivacyCategory.ANONYMISED);
    assertThat(after(PrivacyCategory.OTHER, SUPPRESSION)).isEqualTo(PrivacyCategory.OTHER);
    assertThat(after(PrivacyCategory.PERSONAL, PSEUDONYM)).isEqualTo(PrivacyCategory.PSEUDONYMISED);
    assertThat(after(PrivacyCategory.SENSITIVE, PSEUDONYM, SPACE, TIME))
        .isEqualTo(PrivacyCategory.SENSITIVE);
    assertThat(after(PrivacyCategory.PERSONAL, PSEUDONYM, SPACE, TIME))
        .isEqualTo(PrivacyCategory.ANONYMISED);
    assertThat(after(PrivacyCategory.PERSONAL, SPACE, TIME)).isEqualTo(PrivacyCategory.PERSONAL);
    assertThat(after(PrivacyCategory.PERSONAL, new TransformSpec("magic", Map.of())))
        .isEqualTo(PrivacyCategory.PERSONAL);
  }

  @Test
  void saysEverythingThatIsWrongWithATransform() {
    TransformSpec weak =
        new TransformSpec("k-suppression", Map.of("k", "2", "complementary", "no", "size", "1"));

    assertThat(TransformRegistry.problems(weak))
        .extracting(problem -> problem.en())
        .anyMatch(text -> text.contains("k is \"2\"; a whole number from 5"))
        .anyMatch(text -> text.contains("complementary is \"no\"; only true"))
        .anyMatch(text -> text.contains("distinct is missing"))
        .anyMatch(text -> text.contains("hierarchy is missing"))
        .anyMatch(text -> text.contains("\"size\" is not a parameter"));
    assertThat(after(PrivacyCategory.PERSONAL, weak)).isEqualTo(PrivacyCategory.PERSONAL);
  }

  @Test
  void aPseudonymIsTheSameWithinAPeriodAndAnotherInTheNext() {
    KeyedPseudonyms names = pseudonyms();
    String first = names.name("mall", "aa:bb", NOON, NOON).orElseThrow();

    assertThat(names.name("mall", "aa:bb", at(59), at(59))).contains(first);
    assertThat(names.name("mall", "aa:bb", at(60), at(60)).orElseThrow()).isNotEqualTo(first);
    assertThat(names.name("shop", "aa:bb", NOON, at(60)).orElseThrow()).isNotEqualTo(first);
    assertThat(first).matches("[0-9a-f]{32}");
  }

  @Test
  void nobodyCanNameAnythingOnceTheKeyIsDestroyed() {
    KeyedPseudonyms names = pseudonyms();
    names.name("mall", "aa:bb", NOON, NOON);

    assertThat(names.name("mall", "aa:bb", NOON, at(69))).isPresent();
    assertThat(names.name("mall", "aa:bb", NOON, at(70))).isEmpty();
    // A clock that goes back does not bring the key back.
    assertThat(names.name("mall", "aa:bb", NOON, NOON)).isEmpty();
    assertThat(names.name("mall", "aa:bb", at(200), NOON)).isEmpty();
  }

  @Test
  void scopeAndIdentifierCannotBeShiftedIntoEachOther() {
    KeyedPseudonyms names = pseudonyms();

    assertThat(names.name("ab", "c", NOON, NOON)).isNotEqualTo(names.name("a", "bc", NOON, NOON));
  }

  @Test
  void anAgeFallsIntoOneBand() {
    Bands ages = new Bands(List.of(20, 30, 60));

    assertThat(List.of(ages.of(0), ages.of(19), ages.of(20), ages.of(29), ages.of(59), ages.of(60)))
        .containsExactly("<20", "<20", "20-29", "20-29", "30-59", ">=60");
  }

  @Test
  void tokyoStationLiesInItsGridSquare() {
    // 53394611 is the third-level square of Tokyo station in JIS X 0410.
    assertThat(new MeshGrid(3).cell(35.681236, 139.767125)).contains("53394611");
    assertThat(new MeshGrid(2).cell(35.681236, 139.767125)).contains("533946");
    assertThat(new MeshGrid(1).cell(35.681236, 139.767125)).contains("5339");
    assertThat(new MeshGrid(3).cell(52.5, 13.4)).isEmpty();
    assertThat(new MeshGrid(3).cell(Double.NaN, 139)).isEmpty();
  }

  @Property
  void aTimeIsNeverAfterItselfNorMoreThanAStepAndAnHourBefore(
      @ForAll @LongRange(min = 1_700_000_000, max = 1_800_000_000) long second) {
    TimeSteps steps = new TimeSteps(Duration.ofMinutes(15), ZoneId.of("Europe/Berlin"));
    Instant moment = Instant.ofEpochSecond(second);
    Instant start = steps.of(moment);

    assertThat(start).isBeforeOrEqualTo(moment);
    assertThat(Duration.between(start, moment)).isLessThan(Duration.ofMinutes(15));
    assertThat(steps.of(start)).isEqualTo(start);
  }

  private static PrivacyCategory after(PrivacyCategory before, TransformSpec... transforms) {
    return TransformRegistry.after(before, List.of(transforms));
  }

  private static KeyedPseudonyms pseudonyms() {
    Random random = new Random(1);
    return new KeyedPseudonyms(
        Duration.ofHours(1),
        Duration.ofMinutes(10),
        () -> {
          byte[] key = new byte[32];
          random.nextBytes(key);
          return key;
        });
  }

  private static Instant at(int minutesAfterNoon) {
    return NOON.plus(Duration.ofMinutes(minutesAfterNoon));
  }
}
