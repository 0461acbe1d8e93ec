package dev.waymark.terminal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The file that keeps what was typed, for its user alone to read. */
final class HistoryFile {

  private HistoryFile() {}

  /** The file, ready to be read and written; nothing when it cannot be. */
  static Optional<Path> ready(Optional<Path> wanted) {
    return wanted.map(Path::toAbsolutePath).filter(HistoryFile::make);
  }

  private static boolean make(Path file) {
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder, SavedFiles.onlyMine(folder, "rwx------"));
      }
      try {
        Files.createFile(file, SavedFiles.onlyMine(file, "rw-------"));
      } catch (FileAlreadyExistsException e) {
        close(file);
      }
      return Files.isRegularFile(file) && Files.isReadable(file) && Files.isWritable(file);
    } catch (IOException | SecurityException e) {
      return false;
    }
  }

  /** Lets nobody else read it. */
  private static void close(Path file) throws IOException {
    if (Files.isRegularFile(file)
        && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
