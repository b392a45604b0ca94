package io.nagare.profiles.radio;

import io.nagare.profiles.Certificate;
import io.nagare.profiles.Certificate.Scheme;
import io.nagare.profiles.Profile;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which certificates of a device count at a site on a day, and why the others do not. */
final class CertificateRules {
  private CertificateRules() {}

  /** Adds those that count to {@code counting}, and why others do not to {@code reasons}. */
  static void sort(
      AdmissionRequest request,
      Jurisdiction law,
      List<Certificate> counting,
      List<Reason> reasons) {
    List<Certificate> claimed = claimed(request);
    boolean foreign = false;
    boolean domestic = false;
    for (Certificate certificate : claimed) {
      if (certificate.scheme() == Scheme.FOREIGN_ONLY
          || !certificate.jurisdiction().equals(law.code())) {
        foreign = true;
        continue;
      }
      domestic = true;
      Optional<Reason> against = against(certificate, request, law, claimed);
      if (against.isPresent()) {
        reasons.add(against.get());
      } else {
        counting.add(certificate);
      }
    }
    if (!domestic) {
      reasons.add(
          Reason.about(
              foreign ? ReasonCode.CERTIFICATE_FOREIGN_ONLY : ReasonCode.CERTIFICATE_MISSING,
              law.code()));
    }
  }

  private static List<Certificate> claimed(AdmissionRequest request) {
    if (request.site().filings().isEmpty()) {
      return request.profile().certificates();
    }
    List<Certificate> all = new ArrayList<>(request.profile().certificates());
    for (Site.Filing filing : request.site().filings()) {
      if (filing.profile().equals(request.profile().id())) {
        all.add(filing.certificate());
      }
    }
    return all;
  }

  private static Optional<Reason> against(
      Certificate certificate,
      AdmissionRequest request,
      Jurisdiction law,
      List<Certificate> claimed) {
    String name = certificate.number().orElse(certificate.scheme().id());
    if (!certificate.evidence().certainty().holds()) {
      return Optional.of(Reason.about(ReasonCode.CERTIFICATE_UNPROVEN, name));
    }
    Optional<ReasonCode> wrong =
        number(certificate, law)
            .or(() -> hardware(certificate, request))
            .or(() -> validity(certificate, request));
    if (wrong.isPresent()) {
      return Optional.of(Reason.about(wrong.get(), name));
    }
    return certificate.trial().flatMap(trial -> trial(trial, certificate, request, law, claimed));
  }

  private static Optional<ReasonCode> number(Certificate certificate, Jurisdiction law) {
    Scheme scheme = certificate.scheme();
    if (certificate.number().isEmpty()) {
      boolean needed =
          scheme == Scheme.LICENCE
              || (law.numberNeeded() && (scheme == Scheme.TYPE || scheme == Scheme.UNIT));
      return needed ? Optional.of(ReasonCode.CERTIFICATE_NUMBER_UNKNOWN) : Optional.empty();
    }
    Pattern form = law.numberForms().get(scheme);
    return form == null || form.matcher(certificate.number().get()).matches()
        ? Optional.empty()
        : Optional.of(ReasonCode.CERTIFICATE_NUMBER_MALFORMED);
  }

  private static Optional<ReasonCode> hardware(Certificate certificate, AdmissionRequest request) {
    Profile profile = request.profile();
    List<String> covered = certificate.hardware();
    if (covered.isEmpty()) {
      return Optional.empty();
    }
    if (request.hardware().isPresent()) {
      return covered.contains(request.hardware().get())
          ? Optional.empty()
          : Optional.of(ReasonCode.CERTIFICATE_HARDWARE_DIFFERS);
    }
    // Not knowing the revision harms only when one of those that exist is not covered.
    List<String> existing = profile.identity().map(it -> it.hardware()).orElse(List.of());
    return !existing.isEmpty() && covered.containsAll(existing)
        ? Optional.empty()
        : Optional.of(ReasonCode.CERTIFICATE_HARDWARE_UNKNOWN);
  }

  private static Optional<ReasonCode> validity(Certificate certificate, AdmissionRequest request) {
    LocalDate day = request.day();
    if (certificate.validFrom().isPresent() && day.isBefore(certificate.validFrom().get())) {
      return Optional.of(ReasonCode.CERTIFICATE_NOT_YET_VALID);
    }
    if (certificate.validUntil().isPresent() && day.isAfter(certificate.validUntil().get())) {
      return Optional.of(ReasonCode.CERTIFICATE_EXPIRED);
    }
    return certificate.indoorOnly() && request.site().placement() == Placement.OUTDOOR
        ? Optional.of(ReasonCode.CERTIFICATE_INDOOR_ONLY)
        : Optional.empty();
  }

  /** Day 1 is the day of arrival; of several trials for one purpose only the first one counts. */
  private static Optional<Reason> trial(
      Certificate.Trial trial,
      Certificate certificate,
      AdmissionRequest request,
      Jurisdiction law,
      List<Certificate> claimed) {
    for (Certificate other : claimed) {
      boolean earlier =
          other.jurisdiction().equals(certificate.jurisdiction())
              && other.trial().isPresent()
              && other.trial().get().purpose().equals(trial.purpose())
              && other.trial().get().arrived().isBefore(trial.arrived());
      if (earlier) {
        return Optional.of(Reason.about(ReasonCode.TRIAL_REPEATED, trial.purpose()));
      }
    }
    long dayOfTrial = ChronoUnit.DAYS.between(trial.arrived(), request.day()) + 1;
    if (dayOfTrial < 1) {
      return Optional.of(Reason.about(ReasonCode.TRIAL_NOT_YET, trial.arrived().toString()));
    }
    return dayOfTrial > law.trialDays()
        ? Optional.of(Reason.of(ReasonCode.TRIAL_OVER, dayOfTrial, law.trialDays()))
        : Optional.empty();
  }
}
