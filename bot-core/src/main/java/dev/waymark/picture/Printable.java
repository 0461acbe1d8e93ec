package dev.waymark.picture;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** Text from elsewhere as it may be drawn or read out. */
final class Printable {

  // More is neither read nor drawn; a title of a megabyte must not cost a second.
  private static final int MAX = 400;

  private Printable() {}

  /** One line that holds only what a typeface can draw; may be empty. */
  static String drawn(String text, Typeface face) {
    return line(text, c -> face.has(c) && !isMark(c));
  }

  /** One line without what is not seen: controls, half characters, marks that turn directions. */
  static String spoken(String text) {
    return line(text, c -> Character.getType(c) != Character.FORMAT || c == ZERO_WIDTH_JOINER);
  }

  // It holds an emoji of several parts together.
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private static String line(String text, IntPredicate wanted) {
    String start = text.length() <= MAX ? text : text.substring(0, MAX);
    var line = new StringBuilder();
    boolean gap = false;
    for (int c : Normalizer.normalize(start, Normalizer.Form.NFC).codePoints().toArray()) {
      if (isSpace(c)) {
        gap = !line.isEmpty();
      } else if (isWhole(c) && wanted.test(c)) {
        line.append(gap ? " " : "").appendCodePoint(c);
        gap = false;
      }
    }
    return line.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.NON_SPACING_MARK;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isWhole(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
