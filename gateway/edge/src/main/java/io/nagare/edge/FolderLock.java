package io.nagare.edge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a data folder to one process: two gateways on one spool would give ids twice. */
final class FolderLock implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FolderLock.class);

  private final FileChannel file;

  private FolderLock(FileChannel file) {
    this.file = file;
  }

  /**
   * Takes the lock, and makes the folder if need be.
   *
   * @throws IOException if the folder cannot be written, or another process has it
   */
  static FolderLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel file =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(file);
    if (lock == null) {
      file.close();
      throw new IOException(
          "another gateway process uses " + folder + "; stop it or give another data folder");
    }
    return new FolderLock(file);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException unclosable) {
      log.warn("the lock of the data folder could not be released", unclosable);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }
}
