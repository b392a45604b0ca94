package io.nagare.standalone.parts;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked once per project folder from the jar that carries them.
 *
 * @param folder the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path folder) {
  private static final String VERSION = "14.22";
  private static final int OWNER_MAY_EXECUTE = 0100;

  /** The programs in a folder for unpacked programs; unpacks them if they are not there. */
  static PostgresPrograms unpack(Path keep) throws IOException {
    Path folder = keep.resolve("postgresql-" + VERSION + "-" + System.getProperty("os.arch"));
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(keep);
      Path unfinished = Files.createTempDirectory(keep, "unpacking-");
      try {
        untar(unfinished);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(unfinished, folder);
      } catch (FileAlreadyExistsException unpackedMeanwhile) {
        delete(unfinished);
      } catch (IOException failed) {
        delete(unfinished);
        throw failed;
      }
    }
    return new PostgresPrograms(folder);
  }

  Path initdb() {
    return folder.resolve("bin/initdb");
  }

  Path postgres() {
    return folder.resolve("bin/postgres");
  }

  private static void untar(Path target) throws IOException {
    String resource =
        System.getProperty("os.arch").equals("aarch64")
            ? "postgres-linux-arm_64.txz"
            : "postgres-linux-x86_64.txz";
    try (InputStream packed =
        PostgresPrograms.class.getClassLoader().getResourceAsStream(resource)) {
      if (packed == null) {
        throw new FileNotFoundException(resource + " is not on the class path");
      }
      TarArchiveInputStream tar =
          new TarArchiveInputStream(
              new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        put(tar, entry, target);
      }
    }
  }

  private static void put(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("the archive has an entry outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      String mode = (entry.getMode() & OWNER_MAY_EXECUTE) != 0 ? "rwxr-xr-x" : "rw-r--r--";
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
