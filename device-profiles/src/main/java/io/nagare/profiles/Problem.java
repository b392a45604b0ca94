package io.nagare.profiles;

/**
 * One thing that is wrong in a configuration file.
 *
 * @param file the file's path as the user gave it
 * @param path where in the file, such as {@code measurements[2].unit}; empty for the whole file
 * @param found what stands there
 * @param remedy what is allowed there, and what to do
 */
public record Problem(String file, String path, String found, String remedy) {

  /** The problem in one line: where, what was found, what is allowed. */
  public String text() {
    String place = path.isEmpty() ? file : file + ": " + path;
    return place + " is " + found + "; " + remedy;
  }
}
