package dev.waymark.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Collects what is wrong with a guide. A fault met twice, as when reading and lint look at the same
 * value, is kept once. Not thread-safe.
 */
final class Faults {

  // Enough to find the place, and a message still fits on a line or two.
  private static final int QUOTED = 80;

  private final Set<Fault> faults = new LinkedHashSet<>();

  /**
   * Adds a fault that keeps the guide from being used.
   *
   * @param line from 1; 0 for the file as a whole
   * @param what one sentence, from a lower-case letter on, with the mend
   */
  void unusable(Path file, int line, String what) {
    faults.add(new Fault(file, line, what, Fault.Severity.UNUSABLE));
  }

  /**
   * Adds a fault with which the guide works all the same.
   *
   * @param line from 1; 0 for the file as a whole
   * @param what one sentence, from a lower-case letter on, with the mend
   */
  void mend(Path file, int line, String what) {
    faults.add(new Fault(file, line, what, Fault.Severity.MEND));
  }

  /** What an editor wrote, in quotes and short enough for a message of one line. */
  static String quote(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    int[] points = line.codePoints().limit(QUOTED + 1L).toArray();
    return points.length <= QUOTED
        ? "\"" + line + "\""
        : "\"" + new String(points, 0, QUOTED) + "…\"";
  }

  /** What to do about a character that no editor sees. */
  static String invisible(int codePoint) {
    return String.format(Locale.ROOT, "holds the invisible character U+%04X: delete it", codePoint);
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /** All faults, by file and line. */
  List<Fault> sorted() {
    var sorted = new ArrayList<>(faults);
    sorted.sort(
        Comparator.comparing((Fault f) -> f.file().toString()).thenComparingInt(Fault::line));
    return List.copyOf(sorted);
  }
}
