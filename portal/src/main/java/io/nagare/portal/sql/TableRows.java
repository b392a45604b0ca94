package io.nagare.portal.sql;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as an aligned table for a terminal; numbers stand at the right. The first 1,000 rows decide
 * the widths, so that a long result starts at once and costs no memory.
 */
public final class TableRows implements RowSink {
  private static final int SAMPLE = 1000;
  private static final String MISSING = "–";

  private record Row(List<String> cells, List<Boolean> numbers) {}

  private final Writer out;
  private final List<Row> sample = new ArrayList<>();
  private List<String> names = List.of();
  private int[] widths = {};
  private boolean started;
  private long count;

  /** Writes to {@code out}, which stays open. */
  public TableRows(Writer out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    this.names = names;
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    count++;
    List<String> cells = new ArrayList<>();
    List<Boolean> numbers = new ArrayList<>();
    for (Object value : values) {
      cells.add(value == null ? MISSING : oneLine(Values.text(value)));
      numbers.add(value instanceof Number);
    }
    Row row = new Row(cells, numbers);
    if (started) {
      write(row);
      return;
    }
    sample.add(row);
    if (sample.size() == SAMPLE) {
      start();
    }
  }

  @Override
  public void end() throws IOException {
    if (!started) {
      start();
    }
    out.write(count == 1 ? "(1 row)\n" : "(%d rows)\n".formatted(count));
    out.flush();
  }

  private void start() throws IOException {
    started = true;
    widths = names.stream().mapToInt(TextWidth::of).toArray();
    for (Row row : sample) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.cells().get(i)));
      }
    }
    write(new Row(names, names.stream().map(name -> false).toList()));
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("─".repeat(width));
    }
    write(new Row(rules, rules.stream().map(rule -> false).toList()));
    for (Row row : sample) {
      write(row);
    }
    sample.clear();
  }

  private void write(Row row) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.cells().get(i);
      String gap = " ".repeat(Math.max(0, widths[i] - TextWidth.of(cell)));
      line.append(i == 0 ? "" : "  ").append(row.numbers().get(i) ? gap + cell : cell + gap);
    }
    out.write(line.toString().stripTrailing());
    out.write('\n');
  }

  /** A terminal obeys control characters; a table shows them. */
  private static String oneLine(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n') {
                safe.append("\\n");
              } else if (Character.isISOControl(point)) {
                safe.append("\\x%02x".formatted(point));
              } else {
                safe.appendCodePoint(point);
              }
            });
    return safe.toString();
  }
}
