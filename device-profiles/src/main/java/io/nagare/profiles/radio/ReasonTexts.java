package io.nagare.profiles.radio;

import io.nagare.profiles.InvalidFiles;
import io.nagare.profiles.LocalizedText;
import io.nagare.profiles.Problem;
import io.nagare.profiles.YamlDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What each reason code means, and what to do, in words. */
public final class ReasonTexts {
  private final Map<ReasonCode, Text> texts;

  private ReasonTexts(Map<ReasonCode, Text> texts) {
    this.texts = texts;
  }

  /**
   * What a code means.
   *
   * @param means what is the matter
   * @param remedy what to do
   */
  public record Text(LocalizedText means, LocalizedText remedy) {}

  /**
   * The texts that come with the product.
   *
   * @throws IllegalStateException if a code has none: a defect of the build
   */
  public static ReasonTexts builtIn() {
    List<Problem> problems = new ArrayList<>();
    YamlDocument file =
        YamlDocument.parse("reasons.yaml", RadioLaw.resource("/radio/reasons.yaml"), problems);
    Map<ReasonCode, Text> texts = new EnumMap<>(ReasonCode.class);
    file.onlyKeys(Arrays.stream(ReasonCode.values()).map(ReasonCode::code).toArray(String[]::new));
    for (ReasonCode code : ReasonCode.values()) {
      YamlDocument text = file.mapping(code.code());
      text.onlyKeys("means", "remedy");
      texts.put(code, new Text(text.localized("means"), text.localized("remedy")));
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("reason texts", new InvalidFiles(problems));
    }
    return new ReasonTexts(texts);
  }

  /** The text of a code. */
  public Text of(ReasonCode code) {
    return Objects.requireNonNull(texts.get(code));
  }

  /** The code with this name. */
  public static Optional<ReasonCode> find(String name) {
    for (ReasonCode code : ReasonCode.values()) {
      if (code.code().equals(name)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  /** A reason in one line: what is the matter, with its numbers, by which rule. */
  public String line(Reason reason, String language) {
    StringBuilder line = new StringBuilder(of(reason.code()).means().in(language));
    String numbers = reason.numbers();
    if (!reason.subject().isEmpty() || !numbers.isEmpty()) {
      String between = reason.subject().isEmpty() || numbers.isEmpty() ? "" : ", ";
      line.append(" (").append(reason.subject()).append(between).append(numbers).append(')');
    }
    reason.rule().ifPresent(rule -> line.append(" [").append(rule.reference()).append(']'));
    return line.toString();
  }
}
