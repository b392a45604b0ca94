package io.nagare.portal.sql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as a JSON array of objects, one row a line. Not-a-number and infinities are null. */
public final class JsonRows implements RowSink {
  private static final JsonMapper JSON = new JsonMapper();

  private final Writer out;
  private List<String> names = List.of();
  private boolean first = true;

  /** Writes to {@code out}, which stays open. */
  public JsonRows(Writer out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) throws IOException {
    this.names = names;
    out.write("[");
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    out.write(first ? "\n" : ",\n");
    first = false;
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.writeStartObject();
      for (int i = 0; i < values.size(); i++) {
        json.writeFieldName(names.get(i));
        value(json, values.get(i));
      }
      json.writeEndObject();
    }
  }

  @Override
  public void end() throws IOException {
    out.write(first ? "]\n" : "\n]\n");
    out.flush();
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null || (value instanceof Number && !Values.isNumber(value))) {
      json.writeNull();
    } else if (value instanceof Number) {
      json.writeNumber(Values.text(value));
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(Values.text(value));
    }
  }
}
