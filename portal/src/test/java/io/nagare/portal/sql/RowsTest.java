package io.nagare.portal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsTest {
  @Test
  void alignsATableByTheWidthOfEastAsianCharacters() throws IOException {
    StringWriter out = new StringWriter();
    RowSink rows = new TableRows(out);
    rows.columns(List.of("場所", "free", "note"));
    rows.row(row("駅前駐車場", 7, "満\u0007"));
    rows.row(row("Ulm", -120, null));
    rows.end();
    assertThat(out.toString())
        .isEqualTo(
            """
            場所        free  note
            ──────────  ────  ──────
            駅前駐車場     7  満\\x07
            Ulm         -120  –
            (2 rows)
            """);
  }

  @Test
  void startsATableBeforeAllRowsAreThere() throws IOException {
    StringWriter out = new StringWriter();
    RowSink rows = new TableRows(out);
    rows.columns(List.of("n"));
    for (int i = 0; i < 1000; i++) {
      rows.row(row(i));
    }
    assertThat(out.toString().lines()).hasSize(1002);
    rows.row(row(123456789));
    rows.end();
    assertThat(out.toString()).contains("123456789\n(1001 rows)");
  }

  @Test
  void quotesCsvWhereNeededAndTellsEmptyTextFromNoValue() throws IOException {
    StringWriter out = new StringWriter();
    RowSink rows = new CsvRows(out);
    rows.columns(List.of("a,b", "c"));
    rows.row(row("two\nlines", "\"said\""));
    rows.row(row("", null));
    rows.row(row(null, 1.5));
    rows.end();
    assertThat(out.toString())
        .isEqualTo("\"a,b\",c\r\n\"two\nlines\",\"\"\"said\"\"\"\r\n\"\",\r\n,1.5\r\n");
  }

  @Test
  void writesJsonThatIsValidForEveryValue() throws IOException {
    StringWriter out = new StringWriter();
    RowSink rows = new JsonRows(out);
    rows.columns(List.of("a", "b"));
    rows.row(row(Double.NaN, "改行\n\"x\""));
    rows.row(row(true, new java.math.BigDecimal("1E+3")));
    rows.end();
    assertThat(out.toString())
        .isEqualTo("[\n{\"a\":null,\"b\":\"改行\\n\\\"x\\\"\"},\n{\"a\":true,\"b\":1000}\n]\n");
  }

  @Test
  void writesAnEmptyArrayForNoRows() throws IOException {
    StringWriter out = new StringWriter();
    RowSink rows = new JsonRows(out);
    rows.columns(List.of("a"));
    rows.end();
    assertThat(out.toString()).isEqualTo("[]\n");
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return new ArrayList<>(Arrays.asList(values));
  }
}
