package io.nagare.profiles.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The form of a decision log: a line of JSON an entry, each with the hash of the one before.
 *
 * <p>{@code hash} is the SHA-256 of the line's bytes without {@code ,"hash":"…"}; it is written
 * last, so that a check needs no canonical form. The first entry's {@code previous} is 64 zeros.
 */
final class DecisionChain {
  static final String START = "0".repeat(64);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HASH_KEY = ",\"hash\":\"";
  private static final int HASH_TAIL = HASH_KEY.length() + 64 + 2;

  private DecisionChain() {}

  /** A line without its end, and its hash. */
  record Line(String text, String hash) {}

  static Line line(long sequence, Instant at, LocalDate day, DecisionEntry entry, String previous) {
    ObjectNode node = JSON.createObjectNode();
    node.put("seq", sequence);
    node.put("at", at.toString());
    node.put("day", day.toString());
    node.put("event", entry.event());
    node.put("device", entry.device());
    node.put("profile", entry.profile());
    node.put("verdict", entry.verdict());
    entry.reasons().forEach(node.putArray("reasons")::add);
    node.put("previous", previous);
    String body = node.toString();
    String hash = hash(body);
    return new Line(body.substring(0, body.length() - 1) + HASH_KEY + hash + "\"}", hash);
  }

  /** Checks a log from its first byte on, a line at a time. */
  static ChainCheck check(Path file) throws IOException {
    Progress progress = new Progress();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          continue;
        }
        Optional<String> wrong = progress.take(line.toString(StandardCharsets.UTF_8));
        if (wrong.isPresent()) {
          return progress.broken(wrong.get(), false);
        }
        progress.bytes += line.size() + 1;
        line.reset();
      }
      if (line.size() > 0) {
        return progress.broken("it ends in the middle of an entry", true);
      }
    }
    return progress.intact();
  }

  private static String hash(String body) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** How far a check has come. */
  private static final class Progress {
    private long entries;
    private long bytes;
    private String head = START;
    private Optional<LocalDate> latestDay = Optional.empty();

    private Optional<String> take(String line) {
      int end = line.length() - HASH_TAIL;
      if (end < 1 || !line.startsWith(HASH_KEY, end) || !line.endsWith("\"}")) {
        return Optional.of("it does not end in a hash");
      }
      String hash = line.substring(end + HASH_KEY.length(), line.length() - 2);
      String body = line.substring(0, end) + "}";
      if (!hash(body).equals(hash)) {
        return Optional.of("its hash does not fit what it says: it was changed");
      }
      try {
        JsonNode node = JSON.readTree(body);
        if (!node.path("previous").asText().equals(head)) {
          return Optional.of(
              "it does not follow the entry before: one was removed, added or moved");
        }
        if (node.path("seq").asLong(-1) != entries + 1) {
          return Optional.of("its seq is " + node.path("seq") + " and not " + (entries + 1));
        }
        LocalDate day = LocalDate.parse(node.path("day").asText());
        latestDay = Optional.of(latestDay.filter(known -> known.isAfter(day)).orElse(day));
      } catch (JsonProcessingException | DateTimeParseException broken) {
        return Optional.of("it is not an entry: " + broken.getMessage());
      }
      entries++;
      head = hash;
      return Optional.empty();
    }

    private ChainCheck intact() {
      return new ChainCheck(entries, head, latestDay, bytes, Optional.empty());
    }

    private ChainCheck broken(String what, boolean torn) {
      return new ChainCheck(
          entries,
          head,
          latestDay,
          bytes,
          Optional.of(new ChainCheck.Break(entries + 1, what, torn)));
    }
  }
}
