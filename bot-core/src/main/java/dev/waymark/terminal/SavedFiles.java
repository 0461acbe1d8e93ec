package dev.waymark.terminal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/**
 * Keeps what a reply brings along in a folder, for its user alone to read. No file is ever written
 * over.
 */
final class SavedFiles {

  private static final int MOST = 10_000;
  private static final int NAME = 60;

  private final Path folder;
  private final Clock clock;

  /**
   * Makes one.
   *
   * @param folder made when the first file is saved
   * @param clock whose date stands in the names
   */
  SavedFiles(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  Path folder() {
    return folder;
  }

  /**
   * Saves.
   *
   * @param name such as {@code roadmap.png}, which becomes {@code roadmap-2026-11-24.png}
   */
  Path save(String name, byte[] content) throws IOException {
    Files.createDirectories(folder, onlyMine(folder, "rwx------"));
    String plain = plain(name);
    int dot = plain.lastIndexOf('.');
    String stem = dot > 0 ? plain.substring(0, dot) : plain;
    String ending = dot > 0 ? plain.substring(dot) : "";
    String dated = stem + "-" + LocalDate.now(clock);
    for (int i = 1; i < MOST; i++) {
      Path file = folder.resolve(dated + (i == 1 ? "" : "-" + i) + ending);
      try (var channel =
          Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              onlyMine(folder, "rw-------"))) {
        var bytes = java.nio.ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        return file;
      } catch (FileAlreadyExistsException e) {
        // The next number.
      }
    }
    throw new IOException("there are too many files called " + dated);
  }

  /** Without what would lead out of the folder or mean something to a shell. */
  private static String plain(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
    if (plain.length() > NAME) {
      plain = plain.substring(plain.length() - NAME).replaceAll("^[.-]+", "");
    }
    return plain.isEmpty() ? "file" : plain;
  }

  /** Permissions where the file system has such. */
  static FileAttribute<?>[] onlyMine(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
