package io.nagare.edge.recording;

import java.util.OptionalLong;

/**
 * How far a recording has been replayed; its text is kept in the spool.
 *
 * @param file index of the file that is being read
 * @param rows how many of its rows have been read, the header not counted
 * @param shiftMillis what is added to each time; fixed when the replay starts
 * @param first the first time that was read; empty before it
 * @param newest the newest time that was read; empty before the first
 */
record ReplayPosition(
    int file, long rows, long shiftMillis, OptionalLong first, OptionalLong newest) {

  static ReplayPosition start(long shiftMillis) {
    return new ReplayPosition(0, 0, shiftMillis, OptionalLong.empty(), OptionalLong.empty());
  }

  /** Reads what {@link #text} wrote. */
  static ReplayPosition parse(String text) {
    String[] words = text.split(" ", -1);
    if (words.length != 5) {
      throw new IllegalArgumentException("not the position of a recording: \"" + text + "\"");
    }
    return new ReplayPosition(
        Integer.parseInt(words[0]),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        optional(words[3]),
        optional(words[4]));
  }

  String text() {
    return file + " " + rows + " " + shiftMillis + " " + text(first) + " " + text(newest);
  }

  ReplayPosition afterRow(OptionalLong time) {
    if (time.isEmpty()) {
      return new ReplayPosition(file, rows + 1, shiftMillis, first, newest);
    }
    long millis = time.getAsLong();
    return new ReplayPosition(
        file,
        rows + 1,
        shiftMillis,
        first.isPresent() ? first : time,
        OptionalLong.of(Math.max(millis, newest.orElse(millis))));
  }

  ReplayPosition nextFile() {
    return new ReplayPosition(file + 1, 0, shiftMillis, first, newest);
  }

  /** How much recorded time has been replayed. */
  long recordedMillis() {
    return newest.isPresent() && first.isPresent() ? newest.getAsLong() - first.getAsLong() : 0;
  }

  private static OptionalLong optional(String word) {
    return word.equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(word));
  }

  private static String text(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "-";
  }
}
