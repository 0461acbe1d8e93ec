package dev.waymark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes what a command was asked to keep in a file; where no file was named, nothing. */
final class OutputFile {

  private OutputFile() {}

  /**
   * Finds out before the work that the file cannot be written after it.
   *
   * @param read a file that the command reads, which is never written over
   */
  static void check(@Nullable Path file, Path read) throws Console.CannotDo {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw cannotWrite(file);
    }
    if (isSame(file, read)) {
      throw new Console.CannotDo(
          file + " holds the questions and is not written over: name another file");
    }
  }

  private static boolean isSame(Path file, Path other) {
    try {
      return Files.exists(file) && Files.isSameFile(file, other);
    } catch (IOException e) {
      return false;
    }
  }

  static void write(@Nullable Path file, String text) throws Console.CannotDo {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw cannotWrite(file);
    }
  }

  private static Console.CannotDo cannotWrite(Path file) {
    return new Console.CannotDo(
        file + " cannot be written: name a file in a folder that exists and that you may write to");
  }
}
