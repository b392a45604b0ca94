package io.nagare.edge.recording;

import io.nagare.edge.admission.Admission;
import io.nagare.edge.admission.AdmissionRules;
import io.nagare.edge.admission.Reason;
import io.nagare.edge.reading.Reading;
import io.nagare.edge.recording.Recording.Column;
import io.nagare.edge.recording.Recording.SourceFile;
import java.util.OptionalLong;

/**
 * Decides what becomes of the cells of one row: nothing to report, a reading, or a refusal.
 *
 * <p>Every cell that is not empty and not one of the absent values is offered, and ends as exactly
 * one reading or one refusal.
 */
final class RowReader {
  private final Recording recording;

  RowReader(Recording recording) {
    this.recording = recording;
  }

  /** Takes what a row holds. */
  interface Outcome {
    void admitted(Reading reading);

    /** So many cells of one line were refused for one reason. */
    void refused(int cells, String place, Reason reason, String detail);
  }

  /** The time of a row, as the file says it; empty if it cannot be read. */
  OptionalLong timeOf(SourceFile file, CsvRows.Row row) {
    return recording.times().read(timeText(file, row));
  }

  /**
   * Reads the cells of a row.
   *
   * @param time what {@link #timeOf} said
   * @param shiftMillis is added to the time
   */
  void read(
      SourceFile file, CsvRows.Row row, OptionalLong time, long shiftMillis, Outcome outcome) {
    int width = file.width() + lead();
    if (row.width() > width) {
      refuseRow(
          file,
          row,
          Reason.ROW_TOO_LONG,
          "the row has "
              + row.width()
              + " fields, the header has "
              + file.width()
              + "; if a row number leads each row, the manifest must say leading: row-number",
          outcome);
    } else if (time.isEmpty()) {
      refuseRow(
          file,
          row,
          Reason.UNREADABLE_TIME,
          "\"" + timeText(file, row) + "\" fits no time pattern of the manifest",
          outcome);
    } else {
      long eventMillis = time.getAsLong() + shiftMillis;
      for (Column column : file.columns()) {
        String cell = row.field(column.index() + lead());
        if (reports(cell)) {
          read(file, row, column, cell, eventMillis, outcome);
        }
      }
    }
  }

  private static void read(
      SourceFile file,
      CsvRows.Row row,
      Column column,
      String cell,
      long eventMillis,
      Outcome outcome) {
    Admission admission =
        AdmissionRules.admit(cell, column.device(), column.channel(), eventMillis);
    if (admission instanceof Admission.Admitted admitted) {
      outcome.admitted(admitted.reading());
    } else if (admission instanceof Admission.Refused refused) {
      outcome.refused(
          1,
          file.name() + ":" + row.line(),
          refused.reason(),
          "column \"" + column.header() + "\": " + refused.detail());
    }
  }

  private void refuseRow(
      SourceFile file, CsvRows.Row row, Reason reason, String detail, Outcome outcome) {
    int cells = 0;
    for (Column column : file.columns()) {
      if (reports(row.field(column.index() + lead()))) {
        cells++;
      }
    }
    if (cells > 0) {
      outcome.refused(
          cells,
          file.name() + ":" + row.line(),
          reason,
          detail + " (" + cells + (cells == 1 ? " value)" : " values)"));
    }
  }

  private boolean reports(String cell) {
    return !cell.isEmpty() && !recording.absent().contains(cell);
  }

  private String timeText(SourceFile file, CsvRows.Row row) {
    return row.field(file.timeColumn() + lead());
  }

  private int lead() {
    return recording.leadingRowNumber() ? 1 : 0;
  }
}
