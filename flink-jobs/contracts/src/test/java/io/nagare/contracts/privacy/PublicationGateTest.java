package io.nagare.contracts.privacy;

import static io.nagare.contracts.ContractFixture.contract;
import static io.nagare.contracts.ContractFixture.personal;
import static org.assertj.core.api.Assertions.assertThat;

import io.nagare.contracts.Column;
import io.nagare.contracts.ColumnType;
import io.nagare.contracts.ContractFixture;
import io.nagare.contracts.ContractLibrary;
import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.Governance.Acquisition;
import io.nagare.contracts.Governance.Field;
import io.nagare.contracts.Governance.Ground;
import io.nagare.contracts.Governance.Identifier;
import io.nagare.contracts.Governance.RecordKind;
import io.nagare.contracts.Governance.TransformSpec;
import io.nagare.contracts.PrivacyCategory;
import io.nagare.contracts.privacy.ProvisionRequest.Agreement;
import io.nagare.contracts.privacy.ProvisionRequest.Consent;
import io.nagare.contracts.privacy.ProvisionRequest.Recipient;
import io.nagare.contracts.sla.Promise;
import io.nagare.profiles.LocalizedText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicationGateTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");
  private static final TransformSpec SUPPRESSION =
      new TransformSpec(
          "k-suppression",
          Map.of("k", "10", "distinct", "pseudonym", "hierarchy", "zone", "complementary", "true"));
  private static final Agreement AGREEMENT =
      new Agreement(
          "A-1", "acme", LocalDate.parse("2026-01-01"), Optional.empty(), Set.of(), true, true);
  private static final Consent CONSENT =
      new Consent(
          Set.of("navigation"),
          Set.of(),
          LocalDate.parse("2026-01-01"),
          Optional.empty(),
          Optional.empty());

  @Test
  void everyBuiltInDatasetMayBeGivenToEverybody() {
    PublicationGate gate = new PublicationGate(ContractLibrary.builtIn());

    for (DatasetContract builtIn : ContractLibrary.builtIn().all()) {
      assertThat(gate.check(builtIn, ProvisionRequest.open(DAY)).refusals())
          .as(builtIn.id())
          .isEmpty();
    }
  }

  @Test
  void personalDataWithConsentAndAgreementMayBeProvided() {
    assertThat(check(personal(), provision())).isEqualTo(allowed(PrivacyCategory.PERSONAL));
  }

  @Test
  void refusesADatasetWithoutCategoryOrWithOneThatSaysNothing() {
    assertRefused(contract().withoutCategory(), catalog(), PublicationRule.CATEGORY_UNSET);
    assertRefused(
        contract().category(PrivacyCategory.OTHER), catalog(), PublicationRule.CATEGORY_UNSET);
  }

  @Test
  void refusesAColumnThatIsStricterThanItsDataset() {
    Field sensitive = new Field(Optional.of(PrivacyCategory.SENSITIVE), Optional.empty());

    assertRefused(contract().field("place", sensitive), catalog(), PublicationRule.FIELD_STRICTER);
  }

  @Test
  void refusesIdentifiersWhetherDeclaredOrOnlyNamed() {
    Field plate = new Field(Optional.empty(), Optional.of(Identifier.PLATE));
    Column face =
        new Column(
            "face_id", ColumnType.STRING, false, new LocalizedText("x", "x"), Optional.empty());

    assertRefused(
        contract().field("place", plate), catalog(), PublicationRule.IDENTIFIER_IN_SCHEMA);
    assertRefused(contract().column(face), catalog(), PublicationRule.IDENTIFIER_IN_SCHEMA);
  }

  @Test
  void refusesADatasetWhoseOriginNobodyKnows() {
    assertRefused(contract().withoutLineage(), catalog(), PublicationRule.LINEAGE_UNKNOWN);
    assertRefused(
        contract().madeFromDataset("nowhere"), catalog(), PublicationRule.LINEAGE_UNKNOWN);
    assertRefused(
        contract().madeFromDataset("people-flow"), catalog(), PublicationRule.LINEAGE_UNKNOWN);
  }

  @Test
  void inheritsTheStrictestCategoryThroughOtherDatasets() {
    DatasetContract source =
        ContractFixture.personal().id("visits").category(PrivacyCategory.SENSITIVE).build();
    DatasetContract middle = contract().id("middle").madeFromDataset("visits").build();
    DatasetContract end = contract().madeFromDataset("middle").build();
    PublicationGate gate = gate(source, middle, end);

    PublicationDecision decision = gate.check(end, catalog());

    assertThat(decision.category()).isEqualTo(PrivacyCategory.SENSITIVE);
    assertThat(decision.refusedBy(PublicationRule.LINEAGE_STRICTER)).isTrue();
  }

  @Test
  void aRegisteredTransformLowersTheCategoryOnceItsAssessmentIsRecorded() {
    ContractFixture flow = contract().madeFrom(PrivacyCategory.PERSONAL, SUPPRESSION);

    assertRefused(flow, ProvisionRequest.open(DAY), PublicationRule.ASSESSMENT_MISSING);
    assertThat(check(flow.record(RecordKind.ASSESSMENT), ProvisionRequest.open(DAY)))
        .isEqualTo(allowed(PrivacyCategory.NON_PERSONAL));
  }

  @Test
  void anUnregisteredTransformLowersNothing() {
    TransformSpec magic = new TransformSpec("trust-me", Map.of());
    ContractFixture flow = contract().madeFrom(PrivacyCategory.PERSONAL, magic);

    assertRefused(flow, catalog(), PublicationRule.TRANSFORM_REFUSED);
    assertRefused(flow, catalog(), PublicationRule.LINEAGE_STRICTER);
  }

  @Test
  void refusesSensitiveDataOnTheGroundOfOptOut() {
    ContractFixture optOut =
        personal()
            .category(PrivacyCategory.SENSITIVE)
            .ground(Ground.OPT_OUT)
            .record(RecordKind.OPT_OUT_NOTIFICATION);

    assertRefused(optOut, catalog(), PublicationRule.SENSITIVE_OPT_OUT);
  }

  @Test
  void optOutNeedsItsNotificationAndThenNoConsent() {
    ContractFixture optOut = personal().ground(Ground.OPT_OUT);
    ProvisionRequest withoutConsent = request().under(AGREEMENT);

    assertRefused(optOut, withoutConsent, PublicationRule.OPT_OUT_UNNOTIFIED);
    optOut.record(RecordKind.OPT_OUT_NOTIFICATION);
    assertThat(check(optOut, withoutConsent)).isEqualTo(allowed(PrivacyCategory.PERSONAL));
  }

  @Test
  void aRecordDatedInTheFutureDoesNotCount() {
    assertRefused(
        personal().ground(Ground.OPT_OUT).record(RecordKind.OPT_OUT_NOTIFICATION, DAY.plusDays(1)),
        catalog(),
        PublicationRule.OPT_OUT_UNNOTIFIED);
  }

  @Test
  void refusesPersonalDataWithoutPurposeOrContactOrLongestRetention() {
    assertRefused(personal().purposes(), catalog(), PublicationRule.PURPOSE_UNSPECIFIED);
    assertRefused(personal().withoutContact(), catalog(), PublicationRule.CONTACT_MISSING);
    assertRefused(personal().promise(Promise.NONE), catalog(), PublicationRule.RETENTION_UNLIMITED);
  }

  @Test
  void refusesProvisionWithoutAContractThatHoldsForThisRecipientOnThisDay() {
    ProvisionRequest bare = request().with(CONSENT);

    assertRefused(personal(), bare, PublicationRule.AGREEMENT_MISSING);
    assertRefused(contract(), request(), PublicationRule.AGREEMENT_MISSING);
    assertRefused(
        personal(),
        bare.under(agreement("other", Optional.empty(), Set.of())),
        PublicationRule.AGREEMENT_MISSING);
    assertRefused(
        personal(),
        bare.under(agreement("acme", Optional.of(DAY.minusDays(1)), Set.of())),
        PublicationRule.AGREEMENT_MISSING);
    assertRefused(
        personal(),
        bare.under(agreement("acme", Optional.empty(), Set.of("billing"))),
        PublicationRule.PURPOSE_OUTSIDE_AGREEMENT);
  }

  @Test
  void refusesAPurposeOutsideContractOrConsent() {
    ProvisionRequest marketing =
        ProvisionRequest.to(new Recipient("acme", "JP"), "marketing", DAY)
            .under(AGREEMENT)
            .with(CONSENT);

    assertRefused(personal(), marketing, PublicationRule.PURPOSE_OUTSIDE_CONTRACT);
    assertRefused(
        personal().purposes("marketing"), marketing, PublicationRule.PURPOSE_OUTSIDE_CONSENT);
  }

  @Test
  void aWithdrawnOrExpiredConsentCoversNothing() {
    LocalDate given = LocalDate.parse("2026-01-01");
    Set<String> purposes = Set.of("navigation");
    Consent withdrawn = new Consent(purposes, Set.of(), given, Optional.empty(), Optional.of(DAY));
    Consent expired =
        new Consent(purposes, Set.of(), given, Optional.of(DAY.minusDays(1)), Optional.empty());
    ProvisionRequest agreed = request().under(AGREEMENT);

    assertRefused(personal(), agreed, PublicationRule.CONSENT_MISSING);
    assertRefused(personal(), agreed.with(withdrawn), PublicationRule.CONSENT_MISSING);
    assertRefused(personal(), agreed.with(expired), PublicationRule.CONSENT_MISSING);
  }

  @Test
  void provisionAbroadNeedsConsentThatNamesTheCountry() {
    ProvisionRequest abroad =
        ProvisionRequest.to(new Recipient("acme", "US"), "navigation", DAY)
            .under(AGREEMENT)
            .with(CONSENT);

    assertRefused(personal(), abroad, PublicationRule.ABROAD_WITHOUT_CONSENT);
  }

  @Test
  void pseudonymisedDataStaysWithinTheHouse() {
    assertRefused(
        personal().category(PrivacyCategory.PSEUDONYMISED).madeFrom(PrivacyCategory.PSEUDONYMISED),
        provision(),
        PublicationRule.PSEUDONYMISED_TO_THIRD_PARTY);
  }

  @Test
  void anonymisedDataNeedsBothPublicationsAnInformedRecipientAndNoReidentification() {
    ContractFixture anonymised =
        personal().category(PrivacyCategory.ANONYMISED).madeFrom(PrivacyCategory.ANONYMISED);
    Agreement silent = new Agreement("A-2", "acme", DAY, Optional.empty(), Set.of(), false, false);

    assertRefused(anonymised, catalog(), PublicationRule.ANONYMISED_UNPUBLISHED);
    anonymised.record(RecordKind.ANONYMISED_ITEMS_AT_CREATION);
    assertThat(check(anonymised, catalog()).allowed()).isTrue();
    assertRefused(anonymised, provision(), PublicationRule.ANONYMISED_UNPUBLISHED);
    anonymised.record(RecordKind.ANONYMISED_ITEMS_BEFORE_PROVISION);
    assertThat(check(anonymised, provision())).isEqualTo(allowed(PrivacyCategory.ANONYMISED));
    assertRefused(anonymised, request().under(silent), PublicationRule.ANONYMISED_UNTOLD);
    assertRefused(anonymised, request().under(silent), PublicationRule.REIDENTIFICATION_OPEN);
  }

  @Test
  void onlyDataAboutNobodyIsOpen() {
    assertRefused(personal(), ProvisionRequest.open(DAY), PublicationRule.OPEN_PERSONAL);
  }

  @Test
  void aCameraDatasetNeedsBothNoticesAndItsRiskAnalysis() {
    ContractFixture camera =
        contract()
            .acquisition(Acquisition.CAMERA)
            .madeFrom(PrivacyCategory.PERSONAL, SUPPRESSION)
            .record(RecordKind.ASSESSMENT);

    assertRefused(camera, catalog(), PublicationRule.NOTICES_MISSING);
    assertRefused(camera, catalog(), PublicationRule.RISK_ANALYSIS_MISSING);
    camera.record(RecordKind.PRIOR_NOTICE);
    assertRefused(camera, catalog(), PublicationRule.NOTICES_MISSING);
    camera.record(RecordKind.ACQUISITION_NOTICE).record(RecordKind.RISK_ANALYSIS);
    assertThat(check(camera, ProvisionRequest.open(DAY)).refusals()).isEmpty();
    assertRefused(camera.withoutContact(), catalog(), PublicationRule.CONTACT_MISSING);
  }

  @Test
  void changedTermsNeedFreshNoticesAndOldFootageFreshConsent() {
    ContractFixture camera =
        contract()
            .acquisition(Acquisition.CAMERA)
            .record(RecordKind.PRIOR_NOTICE)
            .record(RecordKind.ACQUISITION_NOTICE)
            .record(RecordKind.RISK_ANALYSIS)
            .purposesSince("2026-11-01");

    assertRefused(camera, catalog(), PublicationRule.NOTICE_STALE);
    assertRefused(
        camera,
        ProvisionRequest.open(DAY).from(LocalDate.parse("2026-10-31")),
        PublicationRule.OLD_DATA_NEW_PURPOSE);
  }

  @Test
  void sensingInPublicSpaceNeedsAPermit() {
    assertRefused(contract().inPublicSpace(), catalog(), PublicationRule.PERMIT_MISSING);
    assertThat(check(contract().inPublicSpace().record(RecordKind.PERMIT), catalog()).allowed())
        .isTrue();
  }

  @Test
  void aDraftIsNotInForce() {
    assertRefused(contract().status("draft"), catalog(), PublicationRule.NOT_IN_FORCE);
  }

  @Test
  void aRefusalNamesRuleSourceAndRemedyInBothLanguages() {
    Refusal refusal =
        check(personal().category(PrivacyCategory.SENSITIVE).ground(Ground.OPT_OUT), catalog())
            .refusals()
            .get(0);

    assertThat(refusal.text("en"))
        .startsWith("sensitive-opt-out: ")
        .contains("APPI art. 27(2)", "obtain consent");
    assertThat(refusal.text("ja")).contains("個人情報保護法 第27条第2項ただし書", "同意を得てください");
  }

  @Test
  void theIdsOfTheRulesAreAPublicContract() {
    assertThat(Arrays.stream(PublicationRule.values()).map(PublicationRule::id))
        .containsExactly(
            "category-unset",
            "field-stricter-than-dataset",
            "identifier-in-schema",
            "lineage-unknown",
            "lineage-stricter-than-dataset",
            "transform-refused",
            "assessment-missing",
            "sensitive-opt-out",
            "opt-out-without-notification",
            "purpose-unspecified",
            "purpose-outside-contract",
            "consent-missing",
            "purpose-outside-consent",
            "abroad-without-consent",
            "pseudonymised-to-third-party",
            "anonymised-without-publication",
            "anonymised-without-telling",
            "reidentification-not-excluded",
            "provision-without-contract",
            "purpose-outside-agreement",
            "open-only-when-not-personal",
            "acquisition-without-notices",
            "changed-terms-without-fresh-notice",
            "old-data-for-new-purpose",
            "risk-analysis-missing",
            "contact-missing",
            "public-space-without-permit",
            "retention-unlimited",
            "contract-not-in-force");
  }

  private static void assertRefused(
      ContractFixture contract, ProvisionRequest request, PublicationRule rule) {
    assertThat(check(contract, request).refusals()).extracting(Refusal::rule).contains(rule);
  }

  private static PublicationDecision check(ContractFixture fixture, ProvisionRequest request) {
    DatasetContract contract = fixture.build();
    return gate(contract).check(contract, request);
  }

  private static PublicationGate gate(DatasetContract... contracts) {
    Map<String, DatasetContract> known = new HashMap<>();
    for (DatasetContract contract : contracts) {
      known.put(contract.id(), contract);
    }
    return new PublicationGate(id -> Optional.ofNullable(known.get(id)));
  }

  private static PublicationDecision allowed(PrivacyCategory category) {
    return new PublicationDecision(category, List.of());
  }

  private static ProvisionRequest catalog() {
    return ProvisionRequest.catalog(DAY);
  }

  private static ProvisionRequest request() {
    return ProvisionRequest.to(new Recipient("acme", "JP"), "navigation", DAY);
  }

  private static ProvisionRequest provision() {
    return request().under(AGREEMENT).with(CONSENT);
  }

  private static Agreement agreement(
      String recipient, Optional<LocalDate> until, Set<String> purposes) {
    return new Agreement(
        "A-3", recipient, LocalDate.parse("2026-01-01"), until, purposes, true, true);
  }
}
