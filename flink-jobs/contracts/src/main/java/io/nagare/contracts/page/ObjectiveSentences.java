package io.nagare.contracts.page;

import io.nagare.contracts.sla.Indicator;
import io.nagare.contracts.sla.Objective;
import io.nagare.contracts.sla.Promise;
import java.time.Duration;

/** Says what an objective promises, and how it is measured, in a sentence. */
final class ObjectiveSentences {
  private final Words words;
  private final Promise promise;

  ObjectiveSentences(Words words, Promise promise) {
    this.words = words;
    this.promise = promise;
  }

  String of(Objective objective) {
    String share = words.percent(objective.share());
    String time = words.duration(objective.threshold().orElse(Duration.ZERO));
    if (objective.indicator().isEmpty()) {
      return objective.property() + " " + objective.written();
    }
    return switch (objective.indicator().get()) {
      case COMPLETENESS ->
          words.of(
              "At least %s of the values that are due come within %s after their slot"
                  .formatted(share, words.duration(promise.deadline())),
              "予定された値の %s 以上が、各区間の終了から%s以内に届きます"
                  .formatted(share, words.duration(promise.deadline())));
      case LATENCY ->
          words.of(
              "%s of the values can be read within %s".formatted(share, time),
              "値の %s が%s以内に読み出せます".formatted(share, time));
      case FRESHNESS ->
          words.of(
              "In %s of all minutes the newest value is at most %s old".formatted(share, time),
              "全時間（分単位）の %s で、最新の値は%s以内のものです".formatted(share, time));
      case AVAILABILITY ->
          words.of(
              "In %s of all minutes the data can be fetched".formatted(share),
              "全時間（分単位）の %s で、データを取得できます".formatted(share));
      case QUALITY_SHARE ->
          words.of(
              "At least %s of the readings pass the quality tests".formatted(share),
              "測定値の %s 以上が品質検査に合格します".formatted(share));
      case FREQUENCY ->
          words.of(
              "A row every %s, in %s of all cases".formatted(time, share),
              "%sごとに1行（%s）".formatted(time, share));
      case RETENTION -> retention(objective, time);
      case TIME_TO_DETECT -> times("A breach is detected within %s", "違反を%s以内に検知します", objective);
      case TIME_TO_NOTIFY ->
          times("Subscribers are told within %s after detection", "検知から%s以内に通知します", objective);
      case TIME_TO_REPAIR -> times("A breach ends within %s", "違反を%s以内に解消します", objective);
    };
  }

  String measured(Objective objective) {
    return objective.indicator().isEmpty()
        ? words.of("unmeasured", "測定なし")
        : objective.measures(Indicator.AVAILABILITY)
            ? words.of("by a probe from outside, every minute", "外部からの監視（毎分）")
            : words.of("in the stream", "ストリーム上");
  }

  private String retention(Objective objective, String least) {
    String en = "Can be read for at least " + least;
    String ja = "少なくとも" + least + "は閲覧できます";
    return objective
        .maximum()
        .map(words::duration)
        .map(most -> words.of(en + ", is gone after " + most, ja + "（" + most + "後には削除されます）"))
        .orElse(words.of(en, ja));
  }

  private String times(String en, String ja, Objective objective) {
    String time = words.duration(objective.threshold().orElse(Duration.ZERO));
    String share = words.percent(objective.share());
    return words.of(
        en.formatted(time) + ", in " + share + " of all cases",
        ja.formatted(time) + "（" + share + "）");
  }
}
