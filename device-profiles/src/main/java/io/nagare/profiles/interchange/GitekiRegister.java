package io.nagare.profiles.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.profiles.CertificateReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Japanese register of certified radio equipment, read from recorded answers.
 *
 * <p>The register's Web API is asked with {@link #question}; it refuses clients that do not look
 * like a browser, so a person asks and saves the answer as {@code <number>.json} in a folder. The
 * JSON has {@code giteki} with one {@code gitekiInfo} a row, no {@code giteki} when there is no
 * result, and {@code errs} when the question was wrong.
 */
public final class GitekiRegister {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADDRESS = "https://www.tele.soumu.go.jp/giteki/list";

  private final Path answers;

  /** A register whose answers were saved in this folder. */
  public GitekiRegister(Path answers) {
    this.answers = answers;
  }

  /**
   * One row of the register, in the register's words.
   *
   * @param number the certificate's number
   * @param date when it was given
   * @param name its holder
   * @param typeName the model
   * @param equipmentCode the kind of equipment
   * @param wave class of emission, frequencies and power
   * @param body the certification body
   * @param note remarks
   */
  public record Row(
      String number,
      String date,
      String name,
      String typeName,
      String equipmentCode,
      String wave,
      String body,
      String note) {}

  /** Where to ask for a number: JSON, ten rows from the first one on. */
  public static URI question(String number) {
    String bare = CertificateReader.withoutBoxedR(number);
    return URI.create(
        ADDRESS + "?OF=2&DC=1&SC=1&NUM=" + URLEncoder.encode(bare, StandardCharsets.UTF_8));
  }

  /**
   * The rows that a recorded answer holds for a number; none when the register knows none.
   *
   * @return empty when no answer was recorded
   * @throws IOException if the answer cannot be read, or is no answer of the register
   */
  public Optional<List<Row>> find(String number) throws IOException {
    String bare = CertificateReader.withoutBoxedR(number);
    if (!bare.matches("[0-9A-Za-z-]{1,40}")) {
      throw new IOException("\"" + number + "\" is no certificate number");
    }
    Path file = answers.resolve(bare + ".json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<Row> rows = parse(Files.readString(file, StandardCharsets.UTF_8));
    return Optional.of(rows.stream().filter(row -> row.number().equals(bare)).toList());
  }

  /**
   * The rows of an answer.
   *
   * @throws IOException if it is no answer of the register, or one that refuses the question
   */
  public static List<Row> parse(String answer) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(answer);
    } catch (JsonProcessingException noJson) {
      throw new IOException(
          "the answer is not JSON; a page of the register instead of an answer means that the"
              + " client did not look like a browser",
          noJson);
    }
    if (root.has("errs") || root.has("err")) {
      throw new IOException("the register refused the question: " + root);
    }
    if (!root.isObject() || !(root.has("gitekiInformation") || root.has("giteki"))) {
      throw new IOException("the answer has neither gitekiInformation nor giteki");
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode entry : root.path("giteki")) {
      JsonNode info = entry.has("gitekiInfo") ? entry.get("gitekiInfo") : entry;
      rows.add(
          new Row(
              text(info, "number"),
              text(info, "date"),
              text(info, "name"),
              text(info, "typeName"),
              text(info, "radioEquipmentCode"),
              text(info, "elecWave"),
              text(info, "organName"),
              text(info, "note")));
    }
    return rows;
  }

  private static String text(JsonNode info, String key) {
    return CertificateReader.withoutBoxedR(info.path(key).asText(""));
  }
}
