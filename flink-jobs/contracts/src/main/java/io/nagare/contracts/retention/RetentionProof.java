package io.nagare.contracts.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The record that something was removed: one line of JSON that names the record before it by its
 * hash, so that none can be left out or changed later without the rest showing it.
 *
 * @param previous SHA-256 of the line before, {@link #FIRST} for the first
 * @param dataset its contract's id
 * @param contractVersion whose terms asked for it
 * @param most the maximum in these terms, ISO 8601
 * @param store where it was
 * @param name of the place
 * @param action how it went
 * @param oldest event time that went
 * @param before event times before it went
 * @param rows that went; 0 when it cannot be told
 * @param bytes that went
 * @param removedAt when
 * @param verifiedAt when it was looked for and not found
 */
public record RetentionProof(
    String previous,
    String dataset,
    String contractVersion,
    String most,
    String store,
    String name,
    String action,
    Instant oldest,
    Instant before,
    long rows,
    long bytes,
    Instant removedAt,
    Instant verifiedAt) {

  /** What the first record names. */
  public static final String FIRST = "0".repeat(64);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Refuses a removal that was verified before it happened. */
  public RetentionProof {
    if (verifiedAt.isBefore(removedAt)) {
      throw new IllegalArgumentException("verified " + verifiedAt + ", removed " + removedAt);
    }
  }

  /** The proof of a step, after the line before. */
  public static RetentionProof of(
      RetentionPlan.Step step,
      long rows,
      long bytes,
      Instant removedAt,
      Instant verifiedAt,
      String previous) {
    return new RetentionProof(
        previous,
        step.terms().dataset(),
        step.terms().version(),
        step.terms().most().map(Object::toString).orElse(""),
        lower(step.holding().store()),
        step.holding().name(),
        lower(step.action()),
        step.holding().oldest(),
        step.before(),
        rows,
        bytes,
        removedAt,
        verifiedAt);
  }

  /** The record in one line, its keys in this order. */
  public String line() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("previous", previous);
    fields.put("dataset", dataset);
    fields.put("contractVersion", contractVersion);
    fields.put("most", most);
    fields.put("store", store);
    fields.put("name", name);
    fields.put("action", action);
    fields.put("oldest", oldest.toString());
    fields.put("before", before.toString());
    fields.put("rows", rows);
    fields.put("bytes", bytes);
    fields.put("removedAt", removedAt.toString());
    fields.put("verifiedAt", verifiedAt.toString());
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers are always JSON", impossible);
    }
  }

  /** The hash by which the next record names this line. */
  public static String hash(String line) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** Whether each line names the one before it. */
  public static boolean unbroken(List<String> lines) {
    String previous = FIRST;
    for (String line : lines) {
      if (!line.startsWith("{\"previous\":\"" + previous + "\"")) {
        return false;
      }
      previous = hash(line);
    }
    return true;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
