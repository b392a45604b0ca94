package io.nagare.contracts.sla;

import static io.nagare.contracts.sla.Sla.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentTest {
  private static final Incident OUTAGE =
      Incident.in(List.of(new Moment(at("10:30"), true), new Moment(at("10:05"), false)))
          .get(0)
          .alerted(at("10:07"))
          .notified(at("10:08:30"));

  @Test
  void timesRunFromTheStartOfTheBreach() {
    assertThat(OUTAGE.breachStart()).isEqualTo(at("10:05"));
    assertThat(OUTAGE.timeToDetect()).contains(Duration.ofMinutes(2));
    assertThat(OUTAGE.timeToNotify()).contains(Duration.ofSeconds(90));
    assertThat(OUTAGE.timeToRepair()).contains(Duration.ofMinutes(25));
  }

  @Test
  void anOpenIncidentCountsOnlyOnceItsTimeIsUp() {
    Objective repair = Sla.within(Indicator.TIME_TO_REPAIR, Duration.ofMinutes(20), 1);
    List<Incident> open = Incident.in(List.of(new Moment(at("10:05"), false)));

    assertThat(Incident.score(repair, open, at("10:20"))).isEqualTo(Score.NOTHING);
    assertThat(Incident.score(repair, open, at("10:26"))).isEqualTo(new Score(0, 1));
    assertThat(Incident.score(repair, List.of(OUTAGE), at("11:00"))).isEqualTo(new Score(0, 1));
  }

  @Test
  void nobodyCanBeNotifiedOfWhatWasNotDetected() {
    Objective notify = Sla.within(Indicator.TIME_TO_NOTIFY, Duration.ofMinutes(5), 1);
    List<Incident> open = Incident.in(List.of(new Moment(at("10:05"), false)));

    assertThat(Incident.score(notify, open, at("12:00"))).isEqualTo(Score.NOTHING);
    assertThat(Incident.score(notify, List.of(OUTAGE), at("12:00"))).isEqualTo(new Score(1, 1));
  }

  @Test
  void retentionIsBrokenByTooShortAndByTooLong() {
    Objective kept =
        new Objective(
            "retention",
            "retention",
            Optional.of(Indicator.RETENTION),
            1,
            Optional.of(Duration.ofDays(30)),
            Optional.of(Duration.ofDays(60)),
            "");
    Instant now = at("00:00");
    Instant longAgo = now.minus(Duration.ofDays(400));

    assertThat(RetentionRules.kept(kept, now, longAgo, daysBefore(now, 31))).isTrue();
    assertThat(RetentionRules.kept(kept, now, longAgo, daysBefore(now, 29))).isFalse();
    assertThat(RetentionRules.kept(kept, now, longAgo, daysBefore(now, 61))).isFalse();
    // A dataset of ten days cannot hold thirty.
    assertThat(RetentionRules.kept(kept, now, daysBefore(now, 10), daysBefore(now, 10))).isTrue();
  }

  @Test
  void qualityIsTheShareThatPassedAndRepeatedBatchesCountOnce() {
    QualityEvidence quality =
        new QualityEvidence(
            Sla.share(Indicator.QUALITY_SHARE, 0.95), Sla.span("10:00", "11:00"), Sla.DEADLINE);
    quality.add("p0/17", at("10:20"), 90, 100);
    quality.add("p0/17", at("10:20"), 90, 100);
    quality.add("p0/18", at("12:00"), 100, 100);

    assertThat(quality.timely(at("23:00"))).isEqualTo(new Score(90, 100));
    assertThat(quality.score(at("23:00"))).isEqualTo(new Score(190, 200));
    assertThat(quality.breachSince(at("11:04"))).isEmpty();
    assertThat(quality.breachSince(at("23:00"))).contains(at("11:05"));
    assertThat(quality.arrivalsAfter(at("11:05"))).containsExactly(at("12:00"));
  }

  private static Instant daysBefore(Instant now, int days) {
    return now.minus(Duration.ofDays(days));
  }
}
