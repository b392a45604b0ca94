package io.nagare.portal.sql;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV after RFC 4180: header, CRLF, quotes where needed. A missing value is empty, an empty
 * text is {@code ""}.
 */
public final class CsvRows implements RowSink {
  private final Writer out;

  /** Writes to {@code out}, which stays open. */
  public CsvRows(Writer out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) throws IOException {
    for (int i = 0; i < names.size(); i++) {
      field(i, names.get(i));
    }
    out.write("\r\n");
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value != null) {
        field(i, Values.text(value));
      } else if (i > 0) {
        out.write(',');
      }
    }
    out.write("\r\n");
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private void field(int index, String text) throws IOException {
    if (index > 0) {
      out.write(',');
    }
    boolean quoted = text.isEmpty() || text.chars().anyMatch(CsvRows::needsQuotes);
    out.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
  }

  private static boolean needsQuotes(int character) {
    return character == ',' || character == '"' || character == '\n' || character == '\r';
  }
}
