package io.nagare.standalone.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program, run by the same Java as the supervisor. */
final class JavaCommand {
  private final List<String> words = new ArrayList<>();

  private JavaCommand() {
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // One collector thread is enough, and shared archives and no counters file start faster.
    words.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData"));
    // A part that is out of memory is of no use; the supervisor starts it again.
    words.add("-XX:+ExitOnOutOfMemoryError");
    words.addAll(List.of("-Dfile.encoding=UTF-8", "-Duser.timezone=UTC"));
  }

  /** A program that runs for long enough to be worth the optimising compiler. */
  static JavaCommand hot(int heapMegabytes) {
    JavaCommand command = new JavaCommand();
    command.words.add("-Xmx" + heapMegabytes + "m");
    return command;
  }

  /** A program that has little to do: the quick compiler alone starts it in less time. */
  static JavaCommand light(int heapMegabytes) {
    return hot(heapMegabytes).flags(List.of("-XX:TieredStopAtLevel=1"));
  }

  /** Adds options of the Java machine. */
  JavaCommand flags(List<String> flags) {
    words.addAll(flags);
    return this;
  }

  /** The whole command line. */
  List<String> running(String classPath, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>(words);
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(arguments);
    return List.copyOf(command);
  }
}
