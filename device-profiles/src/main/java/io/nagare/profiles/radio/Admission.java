package io.nagare.profiles.radio;

import io.nagare.profiles.Certificate;
import io.nagare.profiles.Certificate.Scheme;
import io.nagare.profiles.Coverage;
import io.nagare.profiles.DeviceInterface;
import io.nagare.profiles.FirmwareRange;
import io.nagare.profiles.FirmwareVersion;
import io.nagare.profiles.FrequencySpan;
import io.nagare.profiles.Profile;
import io.nagare.profiles.radio.Decision.InterfaceDecision;
import io.nagare.profiles.radio.Decision.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a device may be used at a site: default deny, with reasons.
 *
 * <p>Pure: the same request gives the same decision, with no clock and no file. What is not known
 * is not allowed; a fact that is only remembered can warn and nothing else.
 */
public final class Admission {
  private final RadioLaw law;

  /** Decides under this law. */
  public Admission(RadioLaw law) {
    this.law = law;
  }

  /** Decides one request. */
  public Decision decide(AdmissionRequest request) {
    List<Reason> common = new ArrayList<>(0);
    Optional<FirmwareRange> firmware = firmware(request, common);
    hardware(request).ifPresent(common::add);
    List<InterfaceDecision> decided = new ArrayList<>();
    for (DeviceInterface device : request.profile().interfaces()) {
      if (request.interfaceId().isEmpty() || request.interfaceId().get().equals(device.id())) {
        decided.add(decide(device, request, firmware));
      }
    }
    if (decided.isEmpty()) {
      common.add(
          request.profile().interfaces().isEmpty()
              ? Reason.of(ReasonCode.INTERFACE_UNDECLARED)
              : Reason.about(ReasonCode.INTERFACE_UNKNOWN, request.interfaceId().orElse("")));
    }
    Verdict verdict = Verdict.ADMITTED;
    for (Reason reason : common) {
      verdict = reason.refuses() ? Verdict.REFUSED : verdict;
    }
    for (InterfaceDecision one : decided) {
      verdict = verdict.stricter(one.verdict());
    }
    return new Decision(verdict, common, decided);
  }

  private static Optional<Reason> hardware(AdmissionRequest request) {
    Profile profile = request.profile();
    if (request.hardware().isEmpty() || profile.identity().isEmpty()) {
      return Optional.empty();
    }
    List<String> existing = profile.identity().get().hardware();
    return existing.isEmpty() || existing.contains(request.hardware().get())
        ? Optional.empty()
        : Optional.of(Reason.about(ReasonCode.HARDWARE_UNLISTED, request.hardware().get()));
  }

  private static Optional<FirmwareRange> firmware(AdmissionRequest request, List<Reason> common) {
    List<FirmwareRange> ranges = request.profile().firmware();
    if (ranges.isEmpty()) {
      return Optional.empty();
    }
    if (request.firmware().isEmpty()) {
      common.add(Reason.of(ReasonCode.FIRMWARE_UNKNOWN));
      return Optional.empty();
    }
    FirmwareVersion version = new FirmwareVersion(request.firmware().get());
    FirmwareRange strictest = null;
    for (FirmwareRange range : ranges) {
      boolean stricter = strictest == null || range.verdict().compareTo(strictest.verdict()) > 0;
      if (version.ordered() && range.contains(version) && stricter) {
        strictest = range;
      }
    }
    if (strictest == null) {
      common.add(Reason.about(ReasonCode.FIRMWARE_UNLISTED, version.text()));
    } else if (strictest.verdict() == FirmwareRange.Verdict.REFUSED) {
      common.add(Reason.about(ReasonCode.FIRMWARE_REFUSED, version.text()));
    }
    return Optional.ofNullable(strictest);
  }

  private InterfaceDecision decide(
      DeviceInterface device, AdmissionRequest request, Optional<FirmwareRange> firmware) {
    if (!device.transmits()) {
      ReasonCode passes =
          device.technology().radio() ? ReasonCode.RECEIVE_ONLY_PASSES : ReasonCode.WIRED_PASSES;
      return new InterfaceDecision(
          device.id(), Verdict.ADMITTED, List.of(Reason.of(passes)), List.of());
    }
    if (request.site().country().isEmpty()) {
      return refused(device, List.of(Reason.of(ReasonCode.COUNTRY_UNSET)));
    }
    String country = request.site().country().get();
    Optional<Jurisdiction> jurisdiction = law.in(country);
    if (jurisdiction.isEmpty()) {
      return refused(device, List.of(Reason.about(ReasonCode.COUNTRY_NO_RULES, country)));
    }
    RadioState state = RadioState.of(device, request, firmware);
    List<FrequencySpan> centres = state.centres();
    if (centres.isEmpty()) {
      if (!device.settableFrequency()) {
        return refused(device, List.of(Reason.of(ReasonCode.FREQUENCY_UNKNOWN)));
      }
      centres = List.of(Spans.ANY);
    } else if (!ofDevice(state)) {
      return refused(
          device,
          List.of(
              Reason.of(
                  ReasonCode.FREQUENCY_NOT_OF_DEVICE, centres.get(0).fromHz() / 1e6, Double.NaN)));
    }
    List<Certificate> counting = new ArrayList<>(2);
    List<Reason> reasons = new ArrayList<>(0);
    CertificateRules.sort(request, jurisdiction.get(), counting, reasons);
    List<Attempt> attempts = attempts(jurisdiction.get(), country, counting, state, centres);
    return conclude(state, centres, attempts, reasons);
  }

  private static boolean ofDevice(RadioState state) {
    if (state.use().centreHz().isEmpty() || state.device().centres().isEmpty()) {
      return true;
    }
    for (FrequencySpan span : state.device().centres()) {
      if (span.contains(state.use().centreHz().getAsLong())) {
        return true;
      }
    }
    return false;
  }

  /** The rules that may come into question; or else those that are worth naming in a refusal. */
  private static List<Attempt> attempts(
      Jurisdiction jurisdiction,
      String country,
      List<Certificate> counting,
      RadioState state,
      List<FrequencySpan> centres) {
    List<Attempt> attempts = new ArrayList<>();
    for (RadioRule rule : jurisdiction.rules()) {
      if (rule.holdsIn(country)
          && rule.provenance().certainty().holds()
          && TransmissionRules.concerns(rule, centres)) {
        for (Certificate certificate : counting) {
          if (rule.needs().metBy(certificate.scheme())) {
            attempt(rule, certificate, true, state, centres, attempts);
          }
        }
      }
    }
    if (attempts.isEmpty()) {
      addNearMisses(jurisdiction, country, counting, state, centres, attempts);
    }
    return attempts;
  }

  /** Rules that cannot admit: only remembered, for licensed stations, or beyond the certificate. */
  private static void addNearMisses(
      Jurisdiction jurisdiction,
      String country,
      List<Certificate> counting,
      RadioState state,
      List<FrequencySpan> centres,
      List<Attempt> attempts) {
    for (RadioRule rule : jurisdiction.rules()) {
      if (!rule.holdsIn(country) || !TransmissionRules.concerns(rule, centres)) {
        continue;
      }
      if (counting.isEmpty() && rule.needs() == RadioRule.Needs.CERTIFICATE) {
        attempts.add(
            TransmissionRules.attempt(rule, Optional.empty(), Optional.empty(), state, centres));
      }
      for (Certificate certificate : counting) {
        boolean worthNaming =
            rule.needs().metBy(certificate.scheme())
                || (rule.needs() == RadioRule.Needs.LICENCE && certificate.scheme() != Scheme.WEAK);
        if (worthNaming) {
          attempt(rule, certificate, false, state, centres, attempts);
        }
      }
    }
  }

  private static void attempt(
      RadioRule rule,
      Certificate certificate,
      boolean coveredOnly,
      RadioState state,
      List<FrequencySpan> centres,
      List<Attempt> attempts) {
    Optional<Certificate> present = Optional.of(certificate);
    if (certificate.covers().isEmpty()) {
      attempts.add(TransmissionRules.attempt(rule, present, Optional.empty(), state, centres));
    }
    for (Coverage coverage : certificate.covers()) {
      if (!coveredOnly || TransmissionRules.concerns(rule, coverage.centres())) {
        attempts.add(
            TransmissionRules.attempt(rule, present, Optional.of(coverage), state, centres));
      }
    }
  }

  private static InterfaceDecision conclude(
      RadioState state, List<FrequencySpan> centres, List<Attempt> attempts, List<Reason> reasons) {
    List<Attempt> clean = new ArrayList<>(2);
    List<Attempt> good = new ArrayList<>(2);
    Attempt nearest = null;
    for (Attempt attempt : attempts) {
      if (attempt.succeeds()) {
        good.add(attempt);
        if (attempt.limits.isEmpty()) {
          clean.add(attempt);
        }
      } else if (nearest == null || attempt.distance() < nearest.distance()) {
        nearest = attempt;
      }
    }
    DeviceInterface device = state.device();
    if (!clean.isEmpty() && covered(centres, clean)) {
      Reason within = Reason.by(clean.get(0).rule, ReasonCode.CERTIFIED_WITHIN_LIMITS);
      return allowed(device, Verdict.ADMITTED, clean, List.of(within));
    }
    if (good.isEmpty()) {
      if (nearest == null) {
        reasons.add(
            Reason.of(ReasonCode.FREQUENCY_NOT_ALLOWED, centres.get(0).fromHz() / 1e6, Double.NaN));
      } else {
        addBlocks(reasons, nearest);
      }
      return refused(device, reasons);
    }
    if (covered(centres, good) || asBuilt(good)) {
      return allowed(device, Verdict.LIMITED, good, List.of());
    }
    if (!device.settableFrequency()) {
      reasons.add(Reason.of(ReasonCode.FREQUENCY_NOT_SETTABLE));
      if (nearest != null) {
        addBlocks(reasons, nearest);
      }
      return refused(device, reasons);
    }
    return allowed(device, Verdict.LIMITED, good, List.of(Reason.of(ReasonCode.FREQUENCY_LIMITED)));
  }

  /** Without a certificate, only what is known to be above the law is worth saying besides. */
  private static void addBlocks(List<Reason> reasons, Attempt nearest) {
    for (Reason block : nearest.blocks) {
      boolean known = !Double.isNaN(block.found()) && !Double.isNaN(block.allowed());
      if (nearest.certificate.isPresent() || known) {
        reasons.add(block);
      }
    }
  }

  private static boolean asBuilt(List<Attempt> good) {
    return good.stream()
        .anyMatch(it -> it.certificate.isPresent() && it.certificate.get().asBuilt());
  }

  private static boolean covered(List<FrequencySpan> centres, List<Attempt> attempts) {
    List<FrequencySpan> allowed = new ArrayList<>();
    for (Attempt attempt : attempts) {
      for (AllowedUse use : attempt.uses) {
        allowed.add(use.centres());
      }
    }
    for (FrequencySpan span : centres) {
      if (!Spans.covered(span, allowed)) {
        return false;
      }
    }
    return true;
  }

  private static InterfaceDecision allowed(
      DeviceInterface device, Verdict verdict, List<Attempt> attempts, List<Reason> first) {
    List<Reason> reasons = new ArrayList<>(first);
    List<AllowedUse> uses = new ArrayList<>();
    for (Attempt attempt : attempts) {
      addNew(reasons, attempt.limits);
      addNew(reasons, attempt.warnings);
      uses.addAll(attempt.uses);
    }
    return new InterfaceDecision(device.id(), verdict, reasons, uses);
  }

  /** Each code once for each subject: alternatives under several rules read the same. */
  private static void addNew(List<Reason> reasons, List<Reason> more) {
    for (Reason reason : more) {
      boolean known = false;
      for (Reason other : reasons) {
        known |= other.code() == reason.code() && other.subject().equals(reason.subject());
      }
      if (!known) {
        reasons.add(reason);
      }
    }
  }

  private static InterfaceDecision refused(DeviceInterface device, List<Reason> reasons) {
    return new InterfaceDecision(device.id(), Verdict.REFUSED, reasons, List.of());
  }
}
