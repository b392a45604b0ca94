package io.nagare.edge.senml;

import com.fasterxml.jackson.databind.JsonNode;
import io.nagare.edge.senml.SenmlRecord.BooleanValue;
import io.nagare.edge.senml.SenmlRecord.Content;
import io.nagare.edge.senml.SenmlRecord.DataValue;
import io.nagare.edge.senml.SenmlRecord.NumberValue;
import io.nagare.edge.senml.SenmlRecord.StringValue;
import io.nagare.edge.senml.SenmlRecord.SumOnly;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Applies the base values of a pack to its records, one after the other (RFC 8428, section 4). */
final class SenmlResolver {
  /** RFC 8428, section 4.4: the version of the format, and the default. */
  private static final int VERSION = 10;

  /** RFC 9100, section 3: version 10 with the feature "secondary units", bit 4. */
  private static final int VERSION_WITH_SECONDARY_UNITS = 26;

  /** RFC 8428, section 4.5.1: what a joined name consists of. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:./_-]*");

  /** RFC 8428, section 4.5.3: seconds below this count from now, 2^28. */
  private static final BigDecimal RELATIVE_BELOW = BigDecimal.valueOf(1L << 28);

  /** Seconds beyond which a time does not fit UTC milliseconds; some 292 million years. */
  private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(Long.MAX_VALUE / 1000 - 1);

  private static final Set<SenmlLabel> VALUES =
      Set.of(
          SenmlLabel.VALUE,
          SenmlLabel.STRING_VALUE,
          SenmlLabel.BOOLEAN_VALUE,
          SenmlLabel.DATA_VALUE);

  private final long nowMillis;

  private String baseName = "";
  private BigDecimal baseTime = BigDecimal.ZERO;
  private Optional<String> baseUnit = Optional.empty();
  private @Nullable Double baseValue;
  private boolean baseSum;
  private @Nullable Integer version;

  SenmlResolver(long nowMillis) {
    this.nowMillis = nowMillis;
  }

  /** Resolves the next record of the pack; empty if it only sets base values. */
  Optional<SenmlRecord> resolve(Map<SenmlLabel, JsonNode> fields) throws MalformedSenml {
    takeBaseValues(fields);
    if (!fields.isEmpty() && fields.keySet().stream().allMatch(SenmlLabel::isBase)) {
      return Optional.empty();
    }
    String name = baseName + text(fields, SenmlLabel.NAME).orElse("");
    if (!NAME.matcher(name).matches()) {
      throw new MalformedSenml(
          "the name \""
              + name
              + "\" must start with a letter or digit and go on with these and - : . / _");
    }
    requireNumber(fields, SenmlLabel.UPDATE_TIME);
    requireNumber(fields, SenmlLabel.SUM);
    Optional<String> unit = text(fields, SenmlLabel.UNIT).or(() -> baseUnit);
    return Optional.of(new SenmlRecord(name, unit, timeMillis(fields), content(fields)));
  }

  private void takeBaseValues(Map<SenmlLabel, JsonNode> fields) throws MalformedSenml {
    JsonNode bver = fields.get(SenmlLabel.BASE_VERSION);
    if (bver != null) {
      takeVersion(bver);
    }
    baseName = text(fields, SenmlLabel.BASE_NAME).orElse(baseName);
    baseTime = seconds(fields, SenmlLabel.BASE_TIME).orElse(baseTime);
    baseUnit = text(fields, SenmlLabel.BASE_UNIT).or(() -> baseUnit);
    JsonNode bv = fields.get(SenmlLabel.BASE_VALUE);
    if (bv != null) {
      baseValue = number(bv, SenmlLabel.BASE_VALUE);
    }
    requireNumber(fields, SenmlLabel.BASE_SUM);
    baseSum |= fields.containsKey(SenmlLabel.BASE_SUM);
  }

  private void takeVersion(JsonNode bver) throws MalformedSenml {
    if (!bver.isIntegralNumber() || !bver.canConvertToInt() || bver.intValue() < 1) {
      throw new MalformedSenml("bver must be a positive whole number");
    }
    int found = bver.intValue();
    if (found > VERSION && found != VERSION_WITH_SECONDARY_UNITS) {
      throw new MalformedSenml(
          "bver "
              + found
              + " is not understood; use "
              + VERSION
              + " or "
              + VERSION_WITH_SECONDARY_UNITS);
    }
    if (version != null && version != found) {
      throw new MalformedSenml("bver must be the same in the whole pack");
    }
    version = found;
  }

  private long timeMillis(Map<SenmlLabel, JsonNode> fields) throws MalformedSenml {
    BigDecimal seconds = baseTime.add(seconds(fields, SenmlLabel.TIME).orElse(BigDecimal.ZERO));
    if (seconds.abs().compareTo(MAX_SECONDS) > 0) {
      throw new MalformedSenml("the time is out of range");
    }
    long millis = seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValue();
    return seconds.compareTo(RELATIVE_BELOW) < 0 ? nowMillis + millis : millis;
  }

  private Content content(Map<SenmlLabel, JsonNode> fields) throws MalformedSenml {
    if (fields.keySet().stream().filter(VALUES::contains).count() > 1) {
      throw new MalformedSenml("only one of v, vs, vb and vd may be given");
    }
    JsonNode vb = fields.get(SenmlLabel.BOOLEAN_VALUE);
    if (vb != null) {
      if (!vb.isBoolean()) {
        throw new MalformedSenml("vb must be true or false");
      }
      return new BooleanValue(vb.booleanValue());
    }
    if (fields.containsKey(SenmlLabel.DATA_VALUE)) {
      return new DataValue();
    }
    Optional<String> vs = text(fields, SenmlLabel.STRING_VALUE);
    if (vs.isPresent()) {
      return new StringValue(vs.get());
    }
    JsonNode v = fields.get(SenmlLabel.VALUE);
    if (v != null || baseValue != null) {
      double value = v == null ? 0 : number(v, SenmlLabel.VALUE);
      return new NumberValue(value + (baseValue == null ? 0 : baseValue));
    }
    if (baseSum || fields.containsKey(SenmlLabel.SUM)) {
      return new SumOnly();
    }
    throw new MalformedSenml("a record needs a value: one of v, vs, vb");
  }

  private static Optional<String> text(Map<SenmlLabel, JsonNode> fields, SenmlLabel label)
      throws MalformedSenml {
    JsonNode node = fields.get(label);
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw new MalformedSenml(label.json() + " must be a text");
    }
    return Optional.of(node.textValue());
  }

  private static Optional<BigDecimal> seconds(Map<SenmlLabel, JsonNode> fields, SenmlLabel label)
      throws MalformedSenml {
    JsonNode node = fields.get(label);
    if (node == null) {
      return Optional.empty();
    }
    double number = number(node, label);
    if (!Double.isFinite(number)) {
      throw new MalformedSenml(label.json() + " must be finite");
    }
    return Optional.of(BigDecimal.valueOf(number));
  }

  private static void requireNumber(Map<SenmlLabel, JsonNode> fields, SenmlLabel label)
      throws MalformedSenml {
    JsonNode node = fields.get(label);
    if (node != null && !node.isNumber()) {
      throw new MalformedSenml(label.json() + " must be a number");
    }
  }

  private static double number(JsonNode node, SenmlLabel label) throws MalformedSenml {
    if (!node.isNumber()) {
      throw new MalformedSenml(label.json() + " must be a number");
    }
    return node.doubleValue();
  }
}
