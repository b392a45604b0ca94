package io.nagare.contracts.page;

import io.nagare.contracts.Column;
import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.Governance;
import io.nagare.contracts.sla.ActiveCalendar;
import io.nagare.contracts.sla.MaintenanceWindow;
import io.nagare.contracts.sla.Objective;
import io.nagare.contracts.sla.Promise;
import io.nagare.contracts.sla.Remedy;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a contract as a page that a lawyer can read. */
public final class ContractPage {
  private final DatasetContract contract;
  private final Words words;
  private final ObjectiveSentences sentences;

  private ContractPage(DatasetContract contract, Words words) {
    this.contract = contract;
    this.words = words;
    this.sentences = new ObjectiveSentences(words, contract.promise());
  }

  /** The page of a contract in {@code "ja"}, or in English. */
  public static Page of(DatasetContract contract, String language) {
    return new ContractPage(contract, Words.in(language)).page();
  }

  private Page page() {
    Page page = new Page(words.language(), contract.title().in(words.language()));
    page.paragraph(contract.description().in(words.language()));
    parties(page);
    columns(page);
    persons(page);
    delivery(page);
    remedy(page);
    changes(page);
    return page;
  }

  private void parties(Page page) {
    page.heading(words.of("1. The dataset", "1. データセット"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("Contract", "契約", contract.id() + " " + contract.version()));
    rows.add(row("Status", "状態", contract.status()));
    rows.add(row("Creator", "作成者", contract.creator()));
    rows.add(row("Released", "公開日", contract.issued().toString()));
    rows.add(row("Licence", "ライセンス", contract.licence().title() + " " + contract.licence().url()));
    rows.add(row("Table", "テーブル", contract.table()));
    rows.add(row("A row is named by", "行の識別", String.join(", ", contract.key())));
    page.table(List.of(words.of("Item", "項目"), words.of("Value", "内容")), rows);
  }

  private void columns(Page page) {
    page.heading(words.of("2. What it holds", "2. 項目"));
    List<List<String>> rows = new ArrayList<>();
    for (Column column : contract.columns()) {
      rows.add(
          List.of(
              column.name(),
              words.constant(column.type()),
              column.unit().orElse(""),
              column.required() ? words.of("always", "必須") : words.of("may be empty", "任意"),
              column.description().in(words.language())));
    }
    page.table(
        List.of(
            words.of("Column", "列"),
            words.of("Type", "型"),
            words.of("Unit (UCUM)", "単位 (UCUM)"),
            words.of("Value", "値"),
            words.of("Meaning", "意味")),
        rows);
  }

  private void persons(Page page) {
    Governance governance = contract.governance();
    page.heading(words.of("3. Persons behind the data", "3. 個人に関する情報"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        row(
            "Category",
            "区分",
            governance.category().isPresent()
                ? contract.privacy().term()
                : words.of("not set: may not be published", "未設定（公開できません）")));
    rows.add(row("Acquired by", "取得方法", words.constant(governance.acquisition())));
    rows.add(row("Ground of provision", "提供の根拠", words.constant(governance.ground())));
    rows.add(
        row(
            "Purposes",
            "利用目的",
            governance.purposes().isEmpty()
                ? words.of("any, under the licence", "ライセンスの範囲で制限なし")
                : String.join(", ", governance.purposes())));
    governance.contact().ifPresent(contact -> rows.add(row("Contact", "窓口", contact)));
    for (Governance.Input input : governance.lineage()) {
      rows.add(row("Made from", "由来", lineage(input)));
    }
    for (Governance.DatedRecord record : governance.records()) {
      rows.add(
          row(
              "Record",
              "記録",
              words.constant(record.kind()) + " " + record.date() + " " + record.reference()));
    }
    page.table(List.of(words.of("Item", "項目"), words.of("Value", "内容")), rows);
  }

  private String lineage(Governance.Input input) {
    String transforms =
        String.join(
            " → ",
            input.transforms().stream()
                .map(transform -> transform.name() + " " + new TreeMap<>(transform.parameters()))
                .toList());
    return input.source()
        + input.category().map(category -> " (" + category.term() + ")").orElse("")
        + (transforms.isEmpty() ? "" : " → " + transforms);
  }

  private void delivery(Page page) {
    Promise promise = contract.promise();
    page.heading(words.of("4. What is promised of the delivery", "4. 提供品質の保証"));
    if (promise.objectives().isEmpty()) {
      page.paragraph(words.of("Nothing is promised.", "保証はありません。"));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Objective objective : promise.objectives()) {
      rows.add(List.of(objective.id(), sentences.of(objective), sentences.measured(objective)));
    }
    page.table(
        List.of(
            words.of("Objective", "目標"), words.of("Promise", "保証内容"), words.of("Measured", "測定")),
        rows);
    List<String> terms = new ArrayList<>();
    terms.add(
        words.of("Data are due ", "提供時間：") + calendar(promise.calendar()) + words.of(".", "。"));
    terms.add(
        words.of("Values that come later than ", "終了から")
            + words.duration(promise.lateness())
            + words.of(
                " change a verdict only as a published correction.",
                "を過ぎて届いた値は、公表される訂正としてのみ判定に反映されます。"));
    terms.add(
        words.of("Maintenance excuses only when registered at least ", "保守は開始の")
            + words.duration(promise.maintenanceNotice())
            + words.of(" before it starts.", "前までに登録された場合のみ除外されます。"));
    for (MaintenanceWindow window : promise.maintenance()) {
      terms.add(
          window.reason().in(words.language())
              + ": "
              + window.interval().start()
              + " – "
              + window.interval().end());
    }
    promise.responsible().ifPresent(who -> terms.add(who.in(words.language())));
    page.bullets(terms);
    if (!promise.exclusions().isEmpty()) {
      page.paragraph(words.of("Not covered:", "対象外："));
      page.bullets(promise.exclusions().stream().map(text -> text.in(words.language())).toList());
    }
  }

  private String calendar(ActiveCalendar calendar) {
    if (calendar.isAlways()) {
      return words.of("at all times", "常時");
    }
    Locale locale = words.japanese() ? Locale.JAPANESE : Locale.ENGLISH;
    List<String> days = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<ActiveCalendar.Hours> hours = calendar.weekly().getOrDefault(day, List.of());
      if (!hours.isEmpty()) {
        days.add(
            day.getDisplayName(TextStyle.SHORT, locale)
                + " "
                + String.join(
                    ", ", hours.stream().map(part -> part.from() + "–" + end(part)).toList()));
      }
    }
    return String.join(words.of("; ", "、"), days)
        + " ("
        + calendar.zone()
        + ")"
        + (calendar.holidays().isEmpty()
            ? ""
            : words.of(", not on ", "、休業日 ")
                + String.join(
                    ", ", calendar.holidays().stream().sorted().map(Object::toString).toList()));
  }

  private static String end(ActiveCalendar.Hours hours) {
    return hours.to().equals(LocalTime.MIDNIGHT) ? "24:00" : hours.to().toString();
  }

  private void remedy(Page page) {
    Remedy remedy = contract.promise().remedy();
    page.heading(words.of("5. When the promise is broken", "5. 保証を満たさない場合"));
    if (remedy.credits().isEmpty()) {
      page.paragraph(words.of("No credit is given.", "返金はありません。"));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Remedy.Credit credit : remedy.credits()) {
      rows.add(
          List.of(
              credit.objective(),
              words.of("below ", "")
                  + words.number(credit.belowPercent())
                  + words.of(" %", " % 未満"),
              words.number(credit.creditPercent()) + " %"));
    }
    page.table(
        List.of(
            words.of("Objective", "目標"),
            words.of("Month attained", "月間達成率"),
            words.of("Credit, of the month's fee", "月額料金に対する返金率")),
        rows);
    Optional<String> claim = remedy.claimWithin().map(words::duration);
    page.paragraph(
        words.of("At most ", "上限は月額料金の ")
            + words.number(remedy.capPercent())
            + words.of(" % of a month's fee.", " % です。")
            + claim
                .map(
                    time ->
                        words.of(
                            " To be claimed within " + time + " after the statement.",
                            "月次報告から" + time + "以内に請求してください。"))
                .orElse(words.of(" Given unasked.", "請求は不要です。")));
  }

  private void changes(Page page) {
    page.heading(words.of("6. Changes", "6. 変更"));
    String notice = words.duration(contract.governance().changes().noticePeriod());
    page.paragraph(
        words.of(
            "A change that breaks something for consumers gets a new major version and is announced"
                + " at least "
                + notice
                + " before it holds.",
            "利用者に影響する変更は、新しいメジャーバージョンとして、適用の" + notice + "前までに告知します。"));
  }

  private List<String> row(String en, String ja, String value) {
    return List.of(words.of(en, ja), value);
  }
}
