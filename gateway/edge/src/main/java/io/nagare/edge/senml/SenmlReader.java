package io.nagare.edge.senml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a SenML pack into resolved records.
 *
 * <p>Source: RFC 8428; the version with secondary units is RFC 9100's. Labels that nobody knows are
 * skipped, as the RFC asks, unless they end in {@code _}, which makes them mandatory to understand.
 */
public final class SenmlReader {
  private static final ObjectMapper JSON = mapper(new JsonFactory());
  private static final ObjectMapper CBOR = mapper(new CBORFactory());

  private SenmlReader() {}

  /**
   * Reads a pack.
   *
   * @param nowMillis what relative times count from, UTC milliseconds
   * @return one resolved record for each record that reports something, at least one
   * @throws MalformedSenml if any record of the pack is wrong: a pack is taken whole or not at all
   */
  public static List<SenmlRecord> read(SenmlFormat format, byte[] pack, long nowMillis)
      throws MalformedSenml {
    JsonNode root = parse(format, pack);
    if (!root.isArray() || root.isEmpty()) {
      throw new MalformedSenml("a SenML pack is an array of at least one record");
    }
    SenmlResolver resolver = new SenmlResolver(nowMillis);
    List<SenmlRecord> records = new ArrayList<>(root.size());
    for (int i = 0; i < root.size(); i++) {
      try {
        resolver.resolve(fields(format, root.get(i))).ifPresent(records::add);
      } catch (MalformedSenml wrong) {
        throw new MalformedSenml("record " + (i + 1) + ": " + wrong.getMessage(), wrong);
      }
    }
    if (records.isEmpty()) {
      throw new MalformedSenml("the pack has base values only and reports nothing");
    }
    return records;
  }

  private static JsonNode parse(SenmlFormat format, byte[] pack) throws MalformedSenml {
    try {
      JsonNode root = (format == SenmlFormat.JSON ? JSON : CBOR).readTree(pack);
      if (root == null || root.isMissingNode()) {
        throw new MalformedSenml("the payload is empty");
      }
      return root;
    } catch (JacksonException broken) {
      throw new MalformedSenml("not " + format + ": " + reason(broken), broken);
    } catch (IOException broken) {
      throw new MalformedSenml("not " + format + ": " + broken.getMessage(), broken);
    }
  }

  private static Map<SenmlLabel, JsonNode> fields(SenmlFormat format, JsonNode record)
      throws MalformedSenml {
    if (!record.isObject()) {
      throw new MalformedSenml("a record is a map of labels to values");
    }
    Map<SenmlLabel, JsonNode> fields = new EnumMap<>(SenmlLabel.class);
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      SenmlLabel label = SenmlLabel.of(format, field.getKey()).orElse(null);
      if (label != null) {
        fields.put(label, field.getValue());
      } else if (field.getKey().endsWith("_")) {
        throw new MalformedSenml(
            "\"" + field.getKey() + "\" is mandatory to understand, and is not understood here");
      }
    }
    return fields;
  }

  private static String reason(JacksonException broken) {
    String message = broken.getOriginalMessage();
    String first = message == null ? "unreadable" : message.lines().findFirst().orElse("");
    return broken.getLocation() == null
        ? first
        : first + " (at byte " + Math.max(0, broken.getLocation().getByteOffset()) + ")";
  }

  private static ObjectMapper mapper(JsonFactory factory) {
    factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
    ObjectMapper mapper =
        factory instanceof CBORFactory ? new ObjectMapper(factory) : new JsonMapper(factory);
    return mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }
}
