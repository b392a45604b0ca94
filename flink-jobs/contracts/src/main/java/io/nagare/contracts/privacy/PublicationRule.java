package io.nagare.contracts.privacy;

import io.nagare.profiles.LocalizedText;

/**
 * A rule that a publication or provision must keep. Its id is a public contract.
 *
 * <p>Articles are those of Japan's Act on the Protection of Personal Information as in force since
 * 2023-04-01; the guidebook is METI's and MIC's on the use of camera images.
 */
@SuppressWarnings("ImmutableEnumChecker") // A record of two strings is immutable.
public enum PublicationRule {
  /** The dataset names no category, or one that says nothing. */
  CATEGORY_UNSET(
      "category-unset",
      text("APPI art. 2 (definitions of the categories)", "個人情報保護法 第2条（定義）"),
      text("set privacyCategory to the category of the data", "privacyCategory にデータの区分を設定してください")),
  /** A column is stricter than its dataset. */
  FIELD_STRICTER(
      "field-stricter-than-dataset",
      text("APPI art. 2(3) (special care)", "個人情報保護法 第2条第3項（要配慮個人情報）"),
      text(
          "leave the column out, or give the dataset its category",
          "その列を除くか、データセットの区分をその列に合わせてください")),
  /** A column identifies a person or vehicle. */
  IDENTIFIER_IN_SCHEMA(
      "identifier-in-schema",
      text(
          "APPI art. 2(2) and 23; camera guidebook, care in handling",
          "個人情報保護法 第2条第2項・第23条、カメラ画像利活用ガイドブック（取扱い時の配慮）"),
      text(
          "drop it at the gateway; plates, images, features and radio addresses never enter a"
              + " dataset",
          "ゲートウェイで破棄してください。ナンバー・画像・特徴量・無線アドレスはデータセットに含められません")),
  /** Nobody can say what the dataset is made from. */
  LINEAGE_UNKNOWN(
      "lineage-unknown",
      text("APPI art. 30 (confirmation of origin)", "個人情報保護法 第30条（取得経緯の確認）"),
      text(
          "name every input with its category under privacy.lineage",
          "privacy.lineage にすべての入力とその区分を記載してください")),
  /** The dataset declares less than its inputs, without a transform that allows it. */
  LINEAGE_STRICTER(
      "lineage-stricter-than-dataset",
      text("APPI art. 2, 41 and 43 (processing standards)", "個人情報保護法 第2条・第41条・第43条（加工基準）"),
      text(
          "declare the inherited category, or add a registered transform that lowers it",
          "継承した区分を宣言するか、区分を下げる登録済みの変換を加えてください")),
  /** A transform is not registered, or its parameters are not allowed. */
  TRANSFORM_REFUSED(
      "transform-refused",
      text("APPI art. 43(1) (processing standards)", "個人情報保護法 第43条第1項（加工基準）"),
      text(
          "use a registered transform with allowed parameters; see privacy-rules.md",
          "登録済みの変換を許可された引数で使ってください（privacy-rules.md）")),
  /** Data about persons became data about nobody, and nobody wrote down why. */
  ASSESSMENT_MISSING(
      "assessment-missing",
      text(
          "mission source, advice on acquisition: statistical data, assessment recorded",
          "データ流通の報告書：取得に関する助言（統計データ・評価の記録）"),
      text(
          "record why the result identifies nobody (records: assessment)",
          "個人を識別できない理由の評価を記録してください（records: assessment）")),
  /** Sensitive data on the ground of opt-out. */
  SENSITIVE_OPT_OUT(
      "sensitive-opt-out",
      text("APPI art. 27(2), proviso", "個人情報保護法 第27条第2項ただし書"),
      text(
          "obtain consent; opt-out is barred for data that needs special care",
          "本人の同意を得てください。要配慮個人情報のオプトアウト提供はできません")),
  /** Opt-out without its notification. */
  OPT_OUT_UNNOTIFIED(
      "opt-out-without-notification",
      text("APPI art. 27(2) and (3)", "個人情報保護法 第27条第2項・第3項"),
      text(
          "notify the commission, publish it, and record it (records: opt-out-notification)",
          "個人情報保護委員会へ届け出て公表し、記録してください（records: opt-out-notification）")),
  /** Personal data without a purpose. */
  PURPOSE_UNSPECIFIED(
      "purpose-unspecified",
      text("APPI art. 17(1)", "個人情報保護法 第17条第1項"),
      text("name the purposes under privacy.purposes", "privacy.purposes に利用目的を記載してください")),
  /** The request's purpose is not among the contract's. */
  PURPOSE_OUTSIDE_CONTRACT(
      "purpose-outside-contract",
      text("APPI art. 18(1)", "個人情報保護法 第18条第1項"),
      text("ask for one of the contract's purposes", "契約に記載された利用目的で申請してください")),
  /** Personal data to a third party without consent. */
  CONSENT_MISSING(
      "consent-missing",
      text("APPI art. 27(1)", "個人情報保護法 第27条第1項"),
      text("record a consent that is valid on the day of provision", "提供日に有効な同意を記録してください")),
  /** The consent does not cover the purpose. */
  PURPOSE_OUTSIDE_CONSENT(
      "purpose-outside-consent",
      text("APPI art. 18(1) and 27(1)", "個人情報保護法 第18条第1項・第27条第1項"),
      text("obtain consent for this purpose", "この目的について同意を得てください")),
  /** The recipient is abroad and the consent does not say so. */
  ABROAD_WITHOUT_CONSENT(
      "abroad-without-consent",
      text("APPI art. 28(1)", "個人情報保護法 第28条第1項"),
      text("obtain consent to provision in that country", "その国の第三者への提供について同意を得てください")),
  /** Pseudonymised data to a third party. */
  PSEUDONYMISED_TO_THIRD_PARTY(
      "pseudonymised-to-third-party",
      text("APPI art. 41(6) and 42(1)", "個人情報保護法 第41条第6項・第42条第1項"),
      text("provide anonymised or statistical data instead", "匿名加工情報または統計データとして提供してください")),
  /** Anonymised data whose items were not published. */
  ANONYMISED_UNPUBLISHED(
      "anonymised-without-publication",
      text("APPI art. 43(3) and (4)", "個人情報保護法 第43条第3項・第4項"),
      text(
          "publish the items at creation and before provision, and record both",
          "作成時と提供前に項目を公表し、それぞれ記録してください")),
  /** The recipient was not told that the data is anonymised. */
  ANONYMISED_UNTOLD(
      "anonymised-without-telling",
      text("APPI art. 43(4) and 44", "個人情報保護法 第43条第4項・第44条"),
      text(
          "tell the recipient in the agreement that it is anonymised data",
          "匿名加工情報であることを契約で提供先に明示してください")),
  /** The recipient did not agree not to re-identify. */
  REIDENTIFICATION_OPEN(
      "reidentification-not-excluded",
      text("APPI art. 45", "個人情報保護法 第45条（識別行為の禁止）"),
      text("add the recipient's duty not to re-identify to the agreement", "提供先の再識別禁止を契約に加えてください")),
  /** No agreement with the recipient holds. */
  AGREEMENT_MISSING(
      "provision-without-contract",
      text(
          "camera guidebook, care in management; APPI art. 29 (records of provision)",
          "カメラ画像利活用ガイドブック（管理時の配慮）、個人情報保護法 第29条（提供の記録）"),
      text(
          "conclude an agreement with this recipient that holds on the day of provision",
          "提供日に有効な契約を提供先と締結してください")),
  /** The agreement does not cover the purpose. */
  PURPOSE_OUTSIDE_AGREEMENT(
      "purpose-outside-agreement",
      text("APPI art. 18(1); the agreement itself", "個人情報保護法 第18条第1項、当該契約"),
      text("agree on this purpose first", "この目的について先に合意してください")),
  /** Open data about persons. */
  OPEN_PERSONAL(
      "open-only-when-not-personal",
      text("APPI art. 27(1) and 43(4)", "個人情報保護法 第27条第1項・第43条第4項"),
      text(
          "provide it to named recipients, or lower its category by a registered transform",
          "提供先を特定して提供するか、登録済みの変換で区分を下げてください")),
  /** A camera dataset, or one of radio identifiers, without its notices. */
  NOTICES_MISSING(
      "acquisition-without-notices",
      text(
          "camera guidebook, care at prior notice and at acquisition; APPI art. 21",
          "カメラ画像利活用ガイドブック（事前告知時・取得時の配慮）、個人情報保護法 第21条"),
      text(
          "post prior-notice and acquisition-notice and record their days",
          "事前告知と取得時の告知を掲示し、日付を記録してください")),
  /** The terms changed after the notice. */
  NOTICE_STALE(
      "changed-terms-without-fresh-notice",
      text("camera guidebook, care in management: changed terms", "カメラ画像利活用ガイドブック（管理時の配慮：変更）"),
      text(
          "post fresh notices dated no earlier than purposesSince",
          "purposesSince 以降の日付で改めて告知してください")),
  /** Data acquired before the terms, for the new purpose. */
  OLD_DATA_NEW_PURPOSE(
      "old-data-for-new-purpose",
      text(
          "camera guidebook, care in management; APPI art. 18(1)",
          "カメラ画像利活用ガイドブック（管理時の配慮）、個人情報保護法 第18条第1項"),
      text(
          "obtain consent again, or provide only what was acquired since",
          "改めて同意を得るか、変更後に取得したデータのみを提供してください")),
  /** No analysis of the risk of re-identification. */
  RISK_ANALYSIS_MISSING(
      "risk-analysis-missing",
      text("camera guidebook, basic principles", "カメラ画像利活用ガイドブック（基本原則）"),
      text(
          "analyse the risk beforehand and record it (records: risk-analysis)",
          "事前に再識別リスクを分析し、記録してください（records: risk-analysis）")),
  /** No single place that answers persons. */
  CONTACT_MISSING(
      "contact-missing",
      text(
          "APPI art. 32 and 40; camera guidebook, basic principles",
          "個人情報保護法 第32条・第40条、カメラ画像利活用ガイドブック（基本原則）"),
      text("name one contact under privacy.contact", "privacy.contact に一元的な窓口を記載してください")),
  /** Sensing in public space without a permit. */
  PERMIT_MISSING(
      "public-space-without-permit",
      text(
          "ordinances and the owner's right over the place; Radio Act for emitters",
          "条例・施設管理権、発射する機器は電波法"),
      text("obtain the permit and record it (records: permit)", "許可を得て記録してください（records: permit）")),
  /** Personal data without a maximum retention. */
  RETENTION_UNLIMITED(
      "retention-unlimited",
      text("APPI art. 22", "個人情報保護法 第22条（消去）"),
      text(
          "name the longest retention: valueExt of the slaProperty retention",
          "slaProperties の retention に valueExt（最長保存期間）を設定してください")),
  /** The contract is not in force. */
  NOT_IN_FORCE(
      "contract-not-in-force",
      text("ODCS 3.1, status", "ODCS 3.1 status"),
      text(
          "publish only contracts whose status is active or deprecated",
          "status が active または deprecated の契約のみ公開できます"));

  private final String id;
  private final LocalizedText source;
  private final LocalizedText remedy;

  PublicationRule(String id, LocalizedText source, LocalizedText remedy) {
    this.id = id;
    this.source = source;
    this.remedy = remedy;
  }

  private static LocalizedText text(String en, String ja) {
    return new LocalizedText(en, ja);
  }

  /** The rule's name in logs, answers and documents. */
  public String id() {
    return id;
  }

  /** The clause that it comes from. */
  public LocalizedText source() {
    return source;
  }

  /** What to do. */
  public LocalizedText remedy() {
    return remedy;
  }
}
