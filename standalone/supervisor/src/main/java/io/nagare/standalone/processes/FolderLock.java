package io.nagare.standalone.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nagare.standalone.settings.CannotStart;
import io.nagare.standalone.settings.DataFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The lock of a data folder: held by one process of this machine, and gone with it.
 *
 * <p>Beside it stands {@code run/holder.json}, which says who holds it.
 */
public final class FolderLock implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Who holds a lock.
   *
   * @param command {@code demo} or {@code sql}
   * @param pid its process id
   * @param port the first of its ports; 0 for {@code sql}
   */
  public record Holder(String command, long pid, int port) {}

  /** Takes the lock of a folder, if nobody holds it. */
  public static Optional<FolderLock> tryTake(DataFolder data, Holder holder) throws IOException {
    Files.createDirectories(data.run());
    FileChannel channel =
        FileChannel.open(
            data.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      // Nobody gets it twice.
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    DataFolder.replace(
        holderFile(data),
        JSON.createObjectNode()
            .put("command", holder.command())
            .put("pid", holder.pid())
            .put("port", holder.port())
            .toPrettyString());
    return Optional.of(new FolderLock(channel, lock));
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws CannotStart if another process holds it, naming that process
   */
  public static FolderLock take(DataFolder data, Holder holder) throws CannotStart {
    try {
      Optional<FolderLock> lock = tryTake(data, holder);
      if (lock.isPresent()) {
        return lock.get();
      }
    } catch (IOException unwritable) {
      throw CannotStart.machine(
          List.of("the data folder " + data.root() + " cannot be locked (" + unwritable + ")"));
    }
    String who =
        holder(data)
            .map(h -> "process " + h.pid() + " (nagare " + h.command() + ")")
            .orElse("another process");
    throw CannotStart.machine(
        List.of(
            "the data folder "
                + data.root()
                + " is in use by "
                + who
                + "; stop that one, or give another --data"));
  }

  /** Who holds, or held last, the lock of a folder. */
  public static Optional<Holder> holder(DataFolder data) {
    try {
      JsonNode node = JSON.readTree(Files.readAllBytes(holderFile(data)));
      return Optional.of(
          new Holder(
              node.path("command").asText(), node.path("pid").asLong(), node.path("port").asInt()));
    } catch (IOException noneOrBroken) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }

  private static Path holderFile(DataFolder data) {
    return data.run().resolve("holder.json");
  }
}
