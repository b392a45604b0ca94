package io.nagare.contracts.page;

import io.nagare.contracts.sla.MaintenanceWindow;
import io.nagare.contracts.sla.Promise;
import io.nagare.contracts.sla.Score;
import io.nagare.contracts.sla.Statement;
import java.util.ArrayList;
import java.util.List;

/** Writes a monthly statement as a page. */
public final class StatementPage {
  private final Statement statement;
  private final Words words;
  private final ObjectiveSentences sentences;

  private StatementPage(Statement statement, Promise promise, Words words) {
    this.statement = statement;
    this.words = words;
    this.sentences = new ObjectiveSentences(words, promise);
  }

  /** The page of a statement under its promise, in {@code "ja"}, or in English. */
  public static Page of(Statement statement, Promise promise, String language) {
    return new StatementPage(statement, promise, Words.in(language)).page();
  }

  private Page page() {
    Page page =
        new Page(
            words.language(),
            words.of("Delivery statement ", "提供品質報告書 ")
                + statement.dataset()
                + " "
                + statement.month());
    page.paragraph(
        words.of(
            "For %s, contract version %s, as of %s, %s."
                .formatted(
                    statement.consumer(),
                    statement.version(),
                    statement.asOf(),
                    statement.settled() ? "final" : "provisional: late data may still come"),
            "提供先：%s、契約バージョン：%s、基準時刻：%s、%s"
                .formatted(
                    statement.consumer(),
                    statement.version(),
                    statement.asOf(),
                    statement.settled() ? "確定" : "暫定（遅延データの可能性あり）")));
    page.table(head(), statement.lines().stream().map(this::row).toList());
    maintenance(page);
    page.heading(words.of("Credit", "返金"));
    page.paragraph(credit());
    return page;
  }

  private List<String> head() {
    return List.of(
        words.of("Objective", "目標"),
        words.of("Promise", "保証内容"),
        words.of("Outcome", "結果"),
        words.of("In time", "期限内"),
        words.of("With late data", "遅延分を含む"),
        words.of("Breaches", "違反"),
        words.of("Credit", "返金率"));
  }

  private List<String> row(Statement.Line line) {
    return List.of(
        line.objective().id(),
        sentences.of(line.objective()),
        outcome(line.outcome()),
        score(line.timely()),
        score(line.withLate()),
        String.valueOf(line.breaches().size()),
        words.number(line.creditPercent()) + " %");
  }

  private String score(Score score) {
    return score.share().isEmpty()
        ? "–"
        : "%s (%d / %d)"
            .formatted(words.percent(score.share().getAsDouble()), score.good(), score.total());
  }

  private String outcome(Statement.Outcome outcome) {
    return switch (outcome) {
      case KEPT -> words.of("kept", "達成");
      case MISSED -> words.of("missed", "未達");
      case NOTHING_DUE -> words.of("nothing was due", "対象なし");
      case UNMEASURED -> words.of("unmeasured", "測定なし");
    };
  }

  private void maintenance(Page page) {
    List<String> items = new ArrayList<>();
    for (MaintenanceWindow window : statement.exclusions()) {
      items.add(text(window, words.of("excluded", "除外")));
    }
    for (MaintenanceWindow window : statement.refused()) {
      items.add(text(window, words.of("registered too late, not excluded", "登録が遅く、除外しません")));
    }
    if (!items.isEmpty()) {
      page.heading(words.of("Maintenance", "保守")).bullets(items);
    }
  }

  private String text(MaintenanceWindow window, String fate) {
    return "%s – %s: %s (%s)"
        .formatted(
            window.interval().start(),
            window.interval().end(),
            window.reason().in(words.language()),
            fate);
  }

  private String credit() {
    String percent = words.number(statement.creditPercent()) + " %";
    return statement
        .credit()
        .map(
            credit ->
                words.of(
                    "%s of the month's fee: %s".formatted(percent, credit.text()),
                    "月額料金の %s：%s".formatted(percent, credit.text())))
        .orElse(
            words.of(
                percent + " of the month's fee; no fee was agreed",
                "月額料金の " + percent + "（料金の定めなし）"));
  }
}
