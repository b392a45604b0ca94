package io.nagare.edge.recording;

import io.nagare.edge.reading.Device;
import io.nagare.edge.recording.Recording.Column;
import io.nagare.edge.recording.Recording.SourceFile;
import io.nagare.profiles.YamlDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides which columns of a file are read, and whose values they hold. */
sealed interface ColumnRules {

  /** The name of the column with the time. */
  String timeColumn();

  /** The columns that are read; what is wrong with them is noted at {@code file}. */
  List<Column> columns(YamlDocument file, List<String> header);

  /**
   * A column and what it holds.
   *
   * @param header the column's name
   * @param device whose values
   * @param channel which of the device's channels
   */
  record Target(String header, Device device, int channel) {}

  /** The plan of a file with this header; empty if its time column is missing. */
  default Optional<SourceFile> plan(YamlDocument file, Path folder, CsvRows.Row header) {
    String name = file.asText();
    int time = header.fields().indexOf(timeColumn());
    if (time < 0 && !timeColumn().isEmpty()) {
      file.problem(missing("time", timeColumn(), header.fields()));
      return Optional.empty();
    }
    List<Column> columns = columns(file, header.fields());
    return Optional.of(
        new SourceFile(folder.resolve(name), name, header.fields().size(), time, columns));
  }

  /** One device a row: the manifest names the column of each measurement. */
  record OneDevice(String timeColumn, List<Target> targets) implements ColumnRules {
    @Override
    public List<Column> columns(YamlDocument file, List<String> header) {
      List<Column> columns = new ArrayList<>();
      for (Target target : targets) {
        String wanted = target.header().strip();
        int index = header.indexOf(wanted);
        if (index < 0 && !wanted.isEmpty()) {
          file.problem(missing("measurement", wanted, header));
        } else if (index != header.lastIndexOf(wanted)) {
          file.problem("it has two columns \"" + wanted + "\"; rename one of them");
        } else if (index >= 0) {
          columns.add(new Column(index, wanted, target.device(), target.channel()));
        }
      }
      return columns;
    }
  }

  /** One device a column: every column is one, but the time and those to ignore. */
  record ColumnPerDevice(String timeColumn, List<String> ignored, Function<String, Target> targets)
      implements ColumnRules {
    @Override
    public List<Column> columns(YamlDocument file, List<String> header) {
      List<Column> columns = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < header.size(); i++) {
        String id = header.get(i);
        // A column without a name is an index that a table tool wrote: no device reports there.
        if (id.isEmpty() || id.equals(timeColumn) || ignored.contains(id)) {
          continue;
        }
        if (!seen.add(id)) {
          file.problem("it has two columns \"" + id + "\"; a device has one column");
          continue;
        }
        Target target = targets.apply(id);
        columns.add(new Column(i, id, target.device(), target.channel()));
      }
      if (columns.isEmpty()) {
        file.problem(
            "no column is left for a device among "
                + shown(header)
                + "; check separator and ignore");
      }
      return columns;
    }
  }

  private static String missing(String what, String wanted, List<String> header) {
    return "its header has no "
        + what
        + " column \""
        + wanted
        + "\"; it has "
        + shown(header)
        + "; check the name and the separator";
  }

  private static String shown(List<String> header) {
    int most = Math.min(header.size(), 12);
    String names = "\"" + String.join("\", \"", header.subList(0, most)) + "\"";
    return header.size() > most ? names + " and " + (header.size() - most) + " more" : names;
  }
}
