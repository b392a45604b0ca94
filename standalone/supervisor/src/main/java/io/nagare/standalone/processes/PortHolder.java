package io.nagare.standalone.processes;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the process that listens on a port, as far as this user may see it.
 *
 * <p>The kernel lists sockets with their inodes in {@code /proc/net} (proc(5)); a process has its
 * sockets among its open files as {@code socket:[inode]}.
 */
final class PortHolder {
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String TCP_LISTEN = "0A";

  private PortHolder() {}

  /** The holder, such as {@code process 4242 (java -cp … kafka.Kafka)}. */
  static Optional<String> of(int port, boolean udp) {
    Set<String> sockets = new HashSet<>();
    for (String table : udp ? List.of("udp", "udp6") : List.of("tcp", "tcp6")) {
      sockets.addAll(inodes(Path.of("/proc/net", table), port, udp));
    }
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.allProcesses()
        .filter(process -> holdsAny(process.pid(), sockets))
        .findFirst()
        .map(process -> "process " + process.pid() + " (" + command(process.pid()) + ")");
  }

  private static Set<String> inodes(Path table, int port, boolean udp) {
    String suffix = ":" + String.format(Locale.ROOT, "%04X", port);
    Set<String> inodes = new HashSet<>();
    try {
      for (String line : Files.readAllLines(table)) {
        String[] fields = line.strip().split("\\s+");
        if (fields.length > INODE
            && fields[LOCAL_ADDRESS].endsWith(suffix)
            && (udp || fields[STATE].equals(TCP_LISTEN))) {
          inodes.add("socket:[" + fields[INODE] + "]");
        }
      }
    } catch (IOException notLinux) {
      // Then nobody is named.
    }
    return inodes;
  }

  private static boolean holdsAny(long pid, Set<String> sockets) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path file : files) {
        if (sockets.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException notAllowedOrGone) {
      // Then this one is not named.
    }
    return false;
  }

  private static String command(long pid) {
    try {
      String line =
          Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
              .replace('\0', ' ')
              .strip();
      String[] words = line.split(" ");
      return line.length() <= 60 ? line : words[0] + " … " + words[words.length - 1];
    } catch (IOException gone) {
      return "unknown";
    }
  }
}
