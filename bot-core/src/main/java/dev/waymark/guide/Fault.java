package dev.waymark.guide;

import java.nio.file.Path;

/**
 * Something wrong in a guide folder.
 *
 * @param file the file, or the folder when a file is missing
 * @param line from 1; 0 when the fault is of the file as a whole
 * @param what what is wrong and what to do
 * @param severity whether the guide can be used all the same
 */
public record Fault(Path file, int line, String what, Severity severity) {

  /** How bad a fault is. */
  public enum Severity {
    /** The guide cannot be used until it is mended. */
    UNUSABLE,
    /** The guide works, but an editor should mend it. */
    MEND
  }

  /** {@code file:line: what}, as compilers write it. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + what;
  }
}
