package io.nagare.edge.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a file of separated values, header included, with the line on which each starts.
 *
 * <p>Quoted fields may hold separators, quotes and line ends. A byte order mark is skipped, and so
 * are empty lines. A quote that is never closed runs to the end of the file instead of failing.
 */
final class CsvRows implements AutoCloseable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  private CsvRows(CSVParser parser) {
    this.parser = parser;
    this.records = parser.iterator();
  }

  /**
   * One row.
   *
   * @param line on which it starts, from 1
   * @param fields without surrounding blanks
   */
  record Row(long line, List<String> fields) {
    /** The field at this index; empty where the row is too short. */
    String field(int index) {
      return index < fields.size() ? fields.get(index) : "";
    }

    /** How many fields there are, not counting empty ones at the end. */
    int width() {
      int width = fields.size();
      while (width > 0 && fields.get(width - 1).isEmpty()) {
        width--;
      }
      return width;
    }
  }

  static CsvRows open(Path file, String separator) throws IOException {
    // Unlike Files.newBufferedReader, this one replaces bytes that are not UTF-8.
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return new CsvRows(
          CSVFormat.Builder.create(CSVFormat.RFC4180)
              .setDelimiter(separator)
              .setIgnoreSurroundingSpaces(true)
              .setIgnoreEmptyLines(false)
              .setLenientEof(true)
              .setTrailingData(true)
              .build()
              .parse(reader));
    } catch (IOException | IllegalArgumentException unusable) {
      reader.close();
      throw unusable;
    }
  }

  /** The next row that is not empty. */
  Optional<Row> next() throws IOException {
    try {
      while (true) {
        long line = parser.getCurrentLineNumber() + 1;
        if (!records.hasNext()) {
          return Optional.empty();
        }
        List<String> fields = records.next().stream().map(String::strip).toList();
        if (fields.size() > 1 || !fields.get(0).isEmpty()) {
          return Optional.of(new Row(line, fields));
        }
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
