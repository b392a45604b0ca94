package io.nagare.edge.recording;

import io.nagare.edge.recording.Recording.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Gives each recording of a set the id under which its progress is kept.
 *
 * <p>The id holds the first file's name and a checksum of how that file begins. So a recording goes
 * on where it stopped even if the folder was moved, and another set that happens to use the same
 * names in the same data folder is not taken for a finished one.
 */
final class RecordingIds {
  private static final int BEGINNING = 16 * 1024;

  private final Path folder;
  private final Set<String> given = new HashSet<>();

  RecordingIds(Path folder) {
    this.folder = folder;
  }

  String of(String gateway, List<SourceFile> files) {
    if (files.isEmpty()) {
      return "";
    }
    String name = files.get(0).name();
    String id = String.format(Locale.ROOT, "%s~%08x", name, beginning(folder.resolve(name)));
    String unique = id;
    for (int i = 2; !given.add(gateway + "/" + unique); i++) {
      unique = id + "~" + i;
    }
    return unique;
  }

  private static long beginning(Path file) {
    CRC32C crc = new CRC32C();
    try (InputStream in = Files.newInputStream(file)) {
      crc.update(in.readNBytes(BEGINNING));
    } catch (IOException unreadable) {
      // The recording itself fails with this when it is read; the id needs no more than a name.
      return 0;
    }
    return crc.getValue();
  }
}
