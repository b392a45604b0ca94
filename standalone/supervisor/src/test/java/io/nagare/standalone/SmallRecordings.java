package io.nagare.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small recording set with the traps of real ones, and what must become of it.
 *
 * @param folder where it stands
 * @param pumpRows rows of the pump's file, of {@value #PUMP_COLUMNS} values each
 * @param lotCells cells of the car parks' file that report something, the bad one included
 */
record SmallRecordings(Path folder, int pumpRows, int lotCells) {
  static final String PUMP_GATEWAY = "pump-gw";
  static final String LOT_GATEWAY = "lot-gw";
  private static final int PUMP_COLUMNS = 3;
  private static final int LOTS = 4;
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final Instant BEGIN = Instant.parse("2025-03-01T08:00:00Z");

  /** Writes the set; at speed 60, it takes {@code seconds} to replay. */
  static SmallRecordings write(Path folder, int seconds) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("recordings.yaml"),
        """
        site: {id: test-site, country: JP, zone: Asia/Tokyo}
        recordings:
          - gateway: pump-gw
            files: [pump.csv]
            separator: ";"
            time: {column: at, pattern: "yyyy-MM-dd HH:mm:ss", zone: UTC}
            rows: one-device
            device: {id: pump-1, profile: recorded/pump-rig, asset: pump-1, area: hall-a}
            measurements: {current: Amps, pressure: Bar, temperature: Celsius}
          - gateway: lot-gw
            files: [lots.csv]
            separator: ","
            time: {column: timestamp, pattern: iso}
            rows: column-per-device
            absent: -999
            measurement: free_spaces
            profile: recorded/parking-lot-counter
        """);
    return new SmallRecordings(
        folder, writePump(folder.resolve("pump.csv"), seconds * 60), writeLots(folder, seconds));
  }

  long offered() {
    return pumpOffered() + lotCells;
  }

  long pumpOffered() {
    return (long) pumpRows * PUMP_COLUMNS;
  }

  /** One cell of each file is no number. */
  long refused() {
    return 2;
  }

  long accepted() {
    return offered() - refused();
  }

  long pumpAccepted() {
    return pumpOffered() - 1;
  }

  long lotAccepted() {
    return lotCells - 1;
  }

  /** A row a second; one cell is bad, a row comes twice, and one comes an hour late. */
  private static int writePump(Path file, int seconds) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("at;Amps;Bar;Celsius;anomaly");
    for (int i = 0; i < seconds; i++) {
      String amps = i == 7 ? "n/a" : String.format(Locale.ROOT, "%.2f", 2 + i % 10 / 10.0);
      String row = local(BEGIN.plusSeconds(i)) + ";" + amps + ";1.5;" + (20 + i % 5) + ";0";
      lines.add(row);
      if (i == 20) {
        lines.add(row);
      }
      if (i == 40) {
        lines.add(local(BEGIN.minusSeconds(3600)) + ";2.0;1.5;21;0");
      }
    }
    Files.write(file, lines);
    return lines.size() - 1;
  }

  /** A row a minute with a column per car park: some cells are empty, one absent, one bad. */
  private static int writeLots(Path folder, int minutes) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("timestamp,lot-a,lot-b,lot-c,lot-d");
    int cells = 0;
    for (int i = 0; i < minutes; i++) {
      StringBuilder line = new StringBuilder(BEGIN.plusSeconds(60L * i).toString());
      for (int lot = 0; lot < LOTS; lot++) {
        String cell = cell(i, lot);
        line.append(',').append(cell);
        cells += cell.isEmpty() || cell.equals("-999") ? 0 : 1;
      }
      lines.add(line.toString());
    }
    Files.write(folder.resolve("lots.csv"), lines);
    return cells;
  }

  private static String cell(int row, int lot) {
    if (row == 3 && lot == 0) {
      return "closed";
    }
    if (row == 4 && lot == 0) {
      return "-999";
    }
    return (row + lot) % 3 == 0 ? "" : Integer.toString(100 - row % 50);
  }

  private static String local(Instant instant) {
    return LOCAL.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }
}
