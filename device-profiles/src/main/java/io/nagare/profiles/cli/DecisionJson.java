package io.nagare.profiles.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nagare.profiles.Profile;
import io.nagare.profiles.airtime.AirtimeLimits;
import io.nagare.profiles.radio.AllowedUse;
import io.nagare.profiles.radio.Decision;
import io.nagare.profiles.radio.Reason;
import io.nagare.profiles.radio.ReasonTexts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** A decision as JSON and as text. */
final class DecisionJson {
  private DecisionJson() {}

  /**
   * {@code decision}, {@code reasons}, and {@code limits}: the first allowed use, which is the one
   * to keep to; {@code interfaces} has every one of every interface.
   */
  static ObjectNode of(Profile profile, Decision decision) {
    ObjectNode answer = JsonOutput.object();
    answer.put("decision", decision.verdict().id());
    answer.put("profile", profile.reference());
    ReasonTexts texts = ReasonTexts.builtIn();
    ArrayNode reasons = answer.putArray("reasons");
    decision.common().forEach(reason -> reason(reasons.addObject(), reason, texts));
    for (Decision.InterfaceDecision one : decision.interfaces()) {
      for (Reason reason : one.reasons()) {
        ObjectNode node = reasons.addObject();
        reason(node, reason, texts);
        node.put("interface", one.interfaceId());
      }
    }
    List<AllowedUse> limits = decision.limits();
    if (limits.isEmpty()) {
      answer.putNull("limits");
    } else {
      use(answer.putObject("limits"), limits.get(0));
    }
    ArrayNode interfaces = answer.putArray("interfaces");
    for (Decision.InterfaceDecision one : decision.interfaces()) {
      ObjectNode node = interfaces.addObject();
      node.put("id", one.interfaceId()).put("decision", one.verdict().id());
      ArrayNode uses = node.putArray("limits");
      one.limits().forEach(limit -> use(uses.addObject(), limit));
    }
    return answer;
  }

  private static void reason(ObjectNode node, Reason reason, ReasonTexts texts) {
    node.put("code", reason.code().code());
    node.put("effect", reason.code().effect().name().toLowerCase(Locale.ROOT));
    reason
        .rule()
        .ifPresent(
            rule -> {
              node.put("rule", rule.id());
              node.put("ruleVersion", rule.version());
              node.put("source", rule.provenance().source());
              node.put("certainty", rule.provenance().certainty().name().toLowerCase(Locale.ROOT));
            });
    if (!reason.subject().isEmpty()) {
      node.put("subject", reason.subject());
    }
    JsonOutput.put(node, "found", reason.found());
    JsonOutput.put(node, "allowed", reason.allowed());
    if (!reason.code().unit().isEmpty()) {
      node.put("unit", reason.code().unit());
    }
    ReasonTexts.Text text = texts.of(reason.code());
    node.putObject("text").put("en", text.means().en()).put("ja", text.means().ja());
    node.putObject("remedy").put("en", text.remedy().en()).put("ja", text.remedy().ja());
  }

  private static void use(ObjectNode node, AllowedUse use) {
    node.put("rule", use.rule().reference());
    use.certificate().number().ifPresent(number -> node.put("certificate", number));
    if (use.centres().fromHz() > 0) {
      JsonOutput.put(node, "fromMhz", use.centres().fromHz() / 1e6);
      JsonOutput.put(node, "toMhz", use.centres().toHz() / 1e6);
    }
    if (use.centres().stepHz() > 0) {
      JsonOutput.put(node, "stepMhz", use.centres().stepHz() / 1e6);
    }
    JsonOutput.put(node, "bandwidthKhz", use.bandwidthHz() / 1e3);
    JsonOutput.put(node, "conductedDbm", use.conductedDbm());
    JsonOutput.put(node, "eirpDbm", use.eirpDbm());
    if (use.rule().carrierSenseMicros() > 0) {
      node.put("carrierSenseMicros", use.rule().carrierSenseMicros());
      use.rule().carrierSenseDbm().ifPresent(dbm -> node.put("carrierSenseDbm", dbm));
    }
    AirtimeLimits airtime = use.airtime();
    micros(node, "maxTransmissionMicros", airtime.maxTransmissionMicros());
    micros(node, "pauseMicros", airtime.pauseMicros());
    micros(node, "perHourMicros", airtime.perHourMicros());
    micros(node, "dwellMicros", airtime.dwellMicros());
  }

  private static void micros(ObjectNode node, String key, OptionalLong micros) {
    if (micros.isPresent()) {
      node.put(key, micros.getAsLong());
    }
  }

  /** An allowed use in one line. */
  static String line(AllowedUse use) {
    StringBuilder line = new StringBuilder(use.centres().text());
    if (use.centres().stepHz() > 0) {
      line.append(" by ").append(use.centres().stepHz() / 1000).append(" kHz");
    }
    dbm(line, use.conductedDbm(), " dBm into the antenna");
    dbm(line, use.eirpDbm(), " dBm EIRP");
    AirtimeLimits airtime = use.airtime();
    millis(line, airtime.maxTransmissionMicros(), " ms at a time");
    millis(line, airtime.pauseMicros(), " ms pause");
    millis(line, airtime.perHourMicros(), " ms an hour");
    millis(line, airtime.dwellMicros(), " ms on a channel in 20 s");
    line.append(" [").append(use.rule().reference());
    use.certificate().number().ifPresent(number -> line.append(", ").append(number));
    return line.append(']').toString();
  }

  private static void dbm(StringBuilder line, double dbm, String what) {
    if (Double.isFinite(dbm)) {
      line.append(String.format(Locale.ROOT, ", %.2f%s", dbm, what));
    }
  }

  private static void millis(StringBuilder line, OptionalLong micros, String what) {
    if (micros.isPresent()) {
      line.append(", ")
          .append(
              new BigDecimal(micros.getAsLong())
                  .movePointLeft(3)
                  .stripTrailingZeros()
                  .toPlainString())
          .append(what);
    }
  }
}
