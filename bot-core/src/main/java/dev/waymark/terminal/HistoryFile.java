package dev.waymark.terminal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        setAsideIfDamaged(file);
      }
      return Files.isRegularFile(file) && Files.isReadable(file) && Files.isWritable(file);
    } catch (IOException | SecurityException e) {
      return false;
    }
  }

  /** What is no text cannot be read, and would keep all that follows from being read again. */
  private static void setAsideIfDamaged(Path file) throws IOException {
    try {
      Files.readString(file);
    } catch (CharacterCodingException e) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
      Files.createFile(file, SavedFiles.onlyMine(file, "rw-------"));
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
