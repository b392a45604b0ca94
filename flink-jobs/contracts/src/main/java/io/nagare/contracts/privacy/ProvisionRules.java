package io.nagare.contracts.privacy;

import static io.nagare.contracts.privacy.PublicationRule.*;

import io.nagare.contracts.DatasetContract;
import io.nagare.contracts.Governance;
import io.nagare.contracts.Governance.Ground;
import io.nagare.contracts.Governance.RecordKind;
import io.nagare.contracts.PrivacyCategory;
import io.nagare.contracts.privacy.ProvisionRequest.Agreement;
import io.nagare.contracts.privacy.ProvisionRequest.Audience;
import io.nagare.contracts.privacy.ProvisionRequest.Consent;
import io.nagare.profiles.LocalizedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What must hold before data leaves, to one recipient or to everybody. */
final class ProvisionRules {
  private static final String HOME = "JP";

  private final Governance governance;
  private final PrivacyCategory category;
  private final ProvisionRequest request;
  private final List<Refusal> refusals = new ArrayList<>();

  ProvisionRules(DatasetContract contract, PrivacyCategory category, ProvisionRequest request) {
    this.governance = contract.governance();
    this.category = category;
    this.request = request;
  }

  List<Refusal> refusals() {
    anonymisedItems();
    if (request.audience() == Audience.OPEN) {
      open();
    } else {
      agreement();
      pseudonymised();
      purpose();
      consent();
    }
    oldData();
    return refusals;
  }

  private void open() {
    if (category != PrivacyCategory.NON_PERSONAL) {
      refuse(OPEN_PERSONAL, category.term() + " to everybody", category.term() + " の一般公開");
    }
  }

  private void anonymisedItems() {
    if (isAnonymised()
        && governance
            .record(RecordKind.ANONYMISED_ITEMS_BEFORE_PROVISION, request.day())
            .isEmpty()) {
      refuse(
          ANONYMISED_UNPUBLISHED,
          "no anonymised-items-before-provision dated by " + request.day(),
          request.day() + " までの提供前公表の記録がありません");
    }
  }

  private void agreement() {
    Optional<Agreement> agreement = validAgreement();
    if (agreement.isEmpty()) {
      refuse(
          AGREEMENT_MISSING,
          "no agreement with "
              + request.recipient().map(ProvisionRequest.Recipient::id).orElse("anybody")
              + " holds on "
              + request.day(),
          request.day() + " に有効な提供先との契約がありません");
      return;
    }
    Agreement valid = agreement.get();
    if (!valid.purposes().isEmpty() && !covered(valid.purposes())) {
      refuse(
          PURPOSE_OUTSIDE_AGREEMENT,
          "agreement " + valid.id() + " does not cover " + purposeText(),
          "契約 " + valid.id() + " は目的「" + purposeText() + "」を含みません");
    }
    if (isAnonymised() && !valid.saysAnonymised()) {
      refuse(
          ANONYMISED_UNTOLD,
          "agreement " + valid.id() + " does not say that the data is anonymised",
          "契約 " + valid.id() + " に匿名加工情報である旨がありません");
    }
    if (category != PrivacyCategory.NON_PERSONAL && !valid.noReidentification()) {
      refuse(
          REIDENTIFICATION_OPEN,
          "agreement " + valid.id() + " does not exclude re-identification",
          "契約 " + valid.id() + " に再識別の禁止がありません");
    }
  }

  private void pseudonymised() {
    if (category == PrivacyCategory.PSEUDONYMISED) {
      refuse(
          PSEUDONYMISED_TO_THIRD_PARTY,
          category.term() + " to a third party",
          category.term() + " の第三者提供");
    }
  }

  private void purpose() {
    boolean bound = isPersonal() || !governance.purposes().isEmpty();
    if (bound && !covered(governance.purposes())) {
      refuse(
          PURPOSE_OUTSIDE_CONTRACT,
          "the contract does not name " + purposeText(),
          "契約の利用目的に「" + purposeText() + "」がありません");
    }
  }

  private void consent() {
    // Opt-out stands in for consent to the provision itself, not for one abroad.
    boolean byOptOut =
        governance.ground() == Ground.OPT_OUT && category == PrivacyCategory.PERSONAL;
    boolean abroad =
        request.recipient().filter(recipient -> !recipient.country().equals(HOME)).isPresent();
    if (!isPersonal() || (byOptOut && !abroad)) {
      return;
    }
    Optional<Consent> consent = request.consent().filter(given -> given.holds(request.day()));
    if (consent.isEmpty()) {
      refuse(
          CONSENT_MISSING, "no consent holds on " + request.day(), request.day() + " に有効な同意がありません");
      return;
    }
    if (!covered(consent.get().purposes())) {
      refuse(
          PURPOSE_OUTSIDE_CONSENT,
          "the consent does not cover " + purposeText(),
          "同意は目的「" + purposeText() + "」を含みません");
    }
    if (abroad && !consent.get().countries().contains(country())) {
      refuse(
          ABROAD_WITHOUT_CONSENT,
          "the consent does not cover provision in " + country(),
          "同意は " + country() + " の第三者への提供を含みません");
    }
  }

  private void oldData() {
    boolean older =
        governance
            .purposesSince()
            .flatMap(since -> request.dataFrom().filter(oldest -> oldest.isBefore(since)))
            .isPresent();
    boolean consented =
        request
            .consent()
            .filter(given -> given.holds(request.day()) && covered(given.purposes()))
            .isPresent();
    boolean fromPersons = governance.acquisition() != Governance.Acquisition.DEVICES;
    if (older && !consented && (fromPersons || isPersonal())) {
      refuse(
          OLD_DATA_NEW_PURPOSE,
          "data from before the terms of " + governance.purposesSince().orElseThrow(),
          governance.purposesSince().orElseThrow() + " の変更より前に取得したデータを含みます");
    }
  }

  private Optional<Agreement> validAgreement() {
    return request
        .agreement()
        .filter(agreement -> agreement.holds(request.day()))
        .filter(
            agreement ->
                request
                    .recipient()
                    .filter(recipient -> recipient.id().equals(agreement.recipient()))
                    .isPresent());
  }

  private boolean covered(Collection<String> purposes) {
    return request.purpose().filter(purposes::contains).isPresent();
  }

  private String purposeText() {
    return request
        .purpose()
        .map(purpose -> "\"" + purpose + "\"")
        .orElse("a purpose that is not told");
  }

  private String country() {
    return request.recipient().map(ProvisionRequest.Recipient::country).orElse("");
  }

  private boolean isPersonal() {
    return category.stricterThan(PrivacyCategory.PSEUDONYMISED);
  }

  private boolean isAnonymised() {
    return category == PrivacyCategory.ANONYMISED || category == PrivacyCategory.DE_IDENTIFIED;
  }

  private void refuse(PublicationRule rule, String en, String ja) {
    refusals.add(new Refusal(rule, new LocalizedText(en, ja)));
  }
}
