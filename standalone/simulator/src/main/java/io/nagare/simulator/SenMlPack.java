package io.nagare.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes a report as a SenML pack in JSON (RFC 8428, sections 4 and 5). */
final class SenMlPack {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MILLI = 3;

  private SenMlPack() {}

  /** The pack: base name {@code <device>/}, base time in seconds, one record per reading. */
  static byte[] json(Report report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartArray();
      boolean first = true;
      for (Reading reading : report.readings()) {
        json.writeStartObject();
        if (first) {
          json.writeStringField("bn", report.device() + "/");
          json.writeNumberField("bt", BigDecimal.valueOf(report.timeMillis(), MILLI));
          first = false;
        }
        json.writeStringField("n", reading.measurement());
        writeValue(json, reading);
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (IOException impossible) {
      throw new IllegalStateException("a pack could not be written to memory", impossible);
    }
    return bytes.toByteArray();
  }

  private static void writeValue(JsonGenerator json, Reading reading) throws IOException {
    if (reading instanceof Reading.OfNumber number) {
      json.writeNumberField("v", number.value());
    } else if (reading instanceof Reading.OfBoolean truth) {
      json.writeBooleanField("vb", truth.value());
    } else if (reading instanceof Reading.OfText text) {
      json.writeStringField("vs", text.value());
    }
  }
}
