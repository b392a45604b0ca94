package io.nagare.contracts.privacy;

import static io.nagare.contracts.privacy.PublicationRule.*;

import io.nagare.contracts.Column;
import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.Governance;
import io.nagare.contracts.Governance.Acquisition;
import io.nagare.contracts.Governance.DatedRecord;
import io.nagare.contracts.Governance.Ground;
import io.nagare.contracts.Governance.RecordKind;
import io.nagare.contracts.PrivacyCategory;
import io.nagare.contracts.sla.Indicator;
import io.nagare.profiles.LocalizedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold of a dataset before anybody may even see that it exists. */
final class DatasetRules {
  // Words that name an identifier whatever the contract declares.
  private static final Set<String> IDENTIFYING_WORDS =
      Set.of("plate", "face", "image", "photo", "gait", "iris", "mac", "imsi", "imei", "embedding");

  private final DatasetContract contract;
  private final Governance governance;
  private final Lineage lineage;
  private final LocalDate day;
  private final List<Refusal> refusals = new ArrayList<>();

  DatasetRules(DatasetContract contract, Lineage lineage, LocalDate day) {
    this.contract = contract;
    this.governance = contract.governance();
    this.lineage = lineage;
    this.day = day;
  }

  List<Refusal> refusals() {
    inForce();
    category();
    columns();
    lineage();
    ground();
    acquisition();
    retention();
    return refusals;
  }

  private void inForce() {
    if (!Set.of("active", "deprecated").contains(contract.status())) {
      refuse(NOT_IN_FORCE, "status is " + contract.status(), "status は " + contract.status());
    }
  }

  private void category() {
    Optional<PrivacyCategory> category = governance.category();
    if (category.isEmpty()) {
      refuse(CATEGORY_UNSET, "no privacyCategory is set", "privacyCategory がありません");
    } else if (category.get() == PrivacyCategory.OTHER) {
      refuse(CATEGORY_UNSET, "その他 says nothing about the data", "「その他」では内容が分かりません");
    }
  }

  private void columns() {
    PrivacyCategory whole = contract.privacy();
    for (Column column : contract.columns()) {
      Optional<Governance.Field> field =
          Optional.ofNullable(governance.fields().get(column.name()));
      Optional<PrivacyCategory> category = field.flatMap(Governance.Field::category);
      if (category.filter(own -> own.stricterThan(whole)).isPresent()) {
        String terms = category.get().term() + " > " + whole.term();
        refuse(
            FIELD_STRICTER,
            "column " + column.name() + " is stricter: " + terms,
            "列 " + column.name() + " の方が厳しい区分です：" + terms);
      }
      boolean named =
          Set.of(column.name().split("_")).stream().anyMatch(IDENTIFYING_WORDS::contains);
      if (named || field.flatMap(Governance.Field::identifier).isPresent()) {
        refuse(
            IDENTIFIER_IN_SCHEMA,
            "column " + column.name() + " identifies a person or vehicle",
            "列 " + column.name() + " は個人または車両を識別します");
      }
    }
  }

  private void lineage() {
    for (Governance.Input input : governance.lineage()) {
      input.transforms().stream()
          .flatMap(transform -> TransformRegistry.problems(transform).stream())
          .forEach(problem -> refusals.add(new Refusal(TRANSFORM_REFUSED, problem)));
    }
    Optional<PrivacyCategory> inherited = lineage.inherited(contract);
    if (inherited.isEmpty()) {
      refuse(
          LINEAGE_UNKNOWN,
          "what " + contract.id() + " is made from is not known whole",
          contract.id() + " の由来がすべては分かりません");
      return;
    }
    if (inherited.get().stricterThan(contract.privacy())) {
      String terms = inherited.get().term() + " > " + contract.privacy().term();
      refuse(LINEAGE_STRICTER, "inputs are stricter: " + terms, "入力の方が厳しい区分です：" + terms);
    }
    if (lineage.madeAnonymousHere(contract) && without(RecordKind.ASSESSMENT)) {
      refuse(
          ASSESSMENT_MISSING,
          "data about persons becomes data about nobody without a recorded assessment",
          "個人に関するデータを非個人情報とする評価の記録がありません");
    }
  }

  private void ground() {
    PrivacyCategory category = lineage.effective(contract);
    if (governance.ground() == Ground.OPT_OUT) {
      if (category.stricterThan(PrivacyCategory.PERSONAL)) {
        refuse(
            SENSITIVE_OPT_OUT,
            category.term() + " on the ground of opt-out",
            category.term() + " をオプトアウトで提供しようとしています");
      }
      if (without(RecordKind.OPT_OUT_NOTIFICATION)) {
        refuse(
            OPT_OUT_UNNOTIFIED,
            "no opt-out-notification dated by " + day,
            day + " までの opt-out-notification の記録がありません");
      }
    }
    if (category.stricterThan(PrivacyCategory.ANONYMISED) && governance.purposes().isEmpty()) {
      refuse(PURPOSE_UNSPECIFIED, "no purposes are named", "利用目的がありません");
    }
    boolean anonymised =
        category == PrivacyCategory.ANONYMISED || category == PrivacyCategory.DE_IDENTIFIED;
    if (anonymised && without(RecordKind.ANONYMISED_ITEMS_AT_CREATION)) {
      refuse(
          ANONYMISED_UNPUBLISHED,
          "no anonymised-items-at-creation dated by " + day,
          day + " までの作成時公表の記録がありません");
    }
  }

  private void acquisition() {
    boolean ofPersons =
        governance.acquisition() == Acquisition.CAMERA
            || governance.acquisition() == Acquisition.RADIO_IDENTIFIERS;
    if (ofPersons) {
      notice(RecordKind.PRIOR_NOTICE);
      notice(RecordKind.ACQUISITION_NOTICE);
      if (without(RecordKind.RISK_ANALYSIS)) {
        refuse(
            RISK_ANALYSIS_MISSING,
            "no risk-analysis dated by " + day,
            day + " までの risk-analysis の記録がありません");
      }
    }
    boolean aboutPersons =
        governance.category().filter(own -> own == PrivacyCategory.NON_PERSONAL).isEmpty();
    if ((ofPersons || aboutPersons) && governance.contact().isEmpty()) {
      refuse(CONTACT_MISSING, "no contact is named", "窓口がありません");
    }
    if (governance.publicSpace() && without(RecordKind.PERMIT)) {
      refuse(
          PERMIT_MISSING,
          "sensing in public space without a permit dated by " + day,
          day + " までの公共空間での許可の記録がありません");
    }
  }

  private void notice(RecordKind kind) {
    String name = kind == RecordKind.PRIOR_NOTICE ? "prior-notice" : "acquisition-notice";
    Optional<DatedRecord> notice = governance.record(kind, day);
    if (notice.isEmpty()) {
      refuse(
          NOTICES_MISSING, "no " + name + " dated by " + day, day + " までの " + name + " の記録がありません");
    } else if (governance.purposesSince().filter(notice.get().date()::isBefore).isPresent()) {
      refuse(
          NOTICE_STALE,
          name + " of " + notice.get().date() + " is older than the terms",
          name + "（" + notice.get().date() + "）が条件の変更より古いものです");
    }
  }

  private void retention() {
    boolean limited =
        contract
            .promise()
            .objective(Indicator.RETENTION)
            .flatMap(objective -> objective.maximum())
            .isPresent();
    if (!limited && lineage.effective(contract).stricterThan(PrivacyCategory.ANONYMISED)) {
      refuse(
          RETENTION_UNLIMITED,
          "personal data without a longest retention",
          "個人に関するデータに最長保存期間がありません");
    }
  }

  private boolean without(RecordKind kind) {
    return governance.record(kind, day).isEmpty();
  }

  private void refuse(PublicationRule rule, String en, String ja) {
    refusals.add(new Refusal(rule, new LocalizedText(en, ja)));
  }
}
