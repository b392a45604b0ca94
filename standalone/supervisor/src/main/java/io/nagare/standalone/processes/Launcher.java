package io.nagare.standalone.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts programs so that they end with the supervisor.
 *
 * <p>{@code setsid} takes a child out of the terminal's process group: a Ctrl-C reaches the
 * supervisor alone, which then stops its children in order. {@code setpriv --pdeathsig} has the
 * kernel end the child when the supervisor is killed. The kernel counts the <em>thread</em> that
 * started the child as its parent (prctl(2), PR_SET_PDEATHSIG), so one launcher is used by one
 * thread that lives as long as the children shall.
 */
final class Launcher {
  private final List<String> wrapper;

  /** A launcher that uses what this machine has. */
  Launcher() {
    List<String> parts = new ArrayList<>();
    program("setsid").ifPresent(parts::add);
    program("setpriv")
        .ifPresent(
            setpriv -> {
              parts.add(setpriv);
              parts.add("--pdeathsig");
              parts.add("KILL");
            });
    this.wrapper = List.copyOf(parts);
  }

  /** Starts the command; what it writes comes by the process's input stream. */
  Process start(List<String> command, Path workingDirectory) throws IOException {
    List<String> wrapped = new ArrayList<>(wrapper);
    wrapped.addAll(command);
    return new ProcessBuilder(wrapped)
        .directory(workingDirectory.toFile())
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .start();
  }

  private static Optional<String> program(String name) {
    for (String folder : List.of("/usr/bin", "/bin")) {
      Path candidate = Path.of(folder, name);
      if (Files.isExecutable(candidate)) {
        return Optional.of(candidate.toString());
      }
    }
    return Optional.empty();
  }
}
