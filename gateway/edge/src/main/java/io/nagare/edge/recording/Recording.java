package io.nagare.edge.recording;

import io.nagare.edge.reading.Device;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Files of one form that are replayed one after the other, with all that is needed to read them.
 *
 * @param id names the recording as a source: its first file and a checksum of how that begins, so
 *     that another set with the same file names is another source
 * @param gateway which replays it
 * @param files in order
 * @param separator between fields
 * @param leadingRowNumber whether each row has one field more than the header, at its front
 * @param times reads a row's time
 * @param absent which values report nothing
 */
public record Recording(
    String id,
    String gateway,
    List<SourceFile> files,
    String separator,
    boolean leadingRowNumber,
    TimeReader times,
    AbsentValues absent) {

  /** Keeps a copy of the files. */
  public Recording {
    files = List.copyOf(files);
  }

  /** The devices that the recording reports on, each once, in the order of the columns. */
  public Set<Device> devices() {
    Set<Device> devices = new LinkedHashSet<>();
    files.forEach(file -> file.columns().forEach(column -> devices.add(column.device())));
    return devices;
  }

  /**
   * One file and what its columns mean.
   *
   * @param path where it is
   * @param name as the manifest says it
   * @param width how many columns its header has
   * @param timeColumn index of the column with the time
   * @param columns the columns that are read
   */
  public record SourceFile(
      Path path, String name, int width, int timeColumn, List<Column> columns) {}

  /**
   * One column that is read.
   *
   * @param index in the header
   * @param header its name
   * @param device whose values it holds
   * @param channel which of the device's channels
   */
  public record Column(int index, String header, Device device, int channel) {}
}
