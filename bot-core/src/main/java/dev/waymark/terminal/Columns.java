package dev.waymark.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text in the columns of a terminal. */
final class Columns {

  private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");

  // First and last of what takes two columns: East Asian scripts and pictures.
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD}
  };

  private Columns() {}

  /** How many columns a text takes; what sets its style takes none. */
  static int of(String text) {
    String seen = text.indexOf('\u001b') < 0 ? text : STYLE.matcher(text).replaceAll("");
    return seen.codePoints().map(Columns::of).sum();
  }

  private static int of(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** The lines of a text, each at most so wide unless a word alone is wider. */
  static List<String> wrap(String text, int width) {
    var lines = new ArrayList<String>();
    for (String line : text.split("\n", -1)) {
      join(List.of(line.split(" ", -1)), " ", width, lines);
    }
    return lines;
  }

  /** Pieces side by side, on as many lines as they need. */
  static void join(List<String> pieces, String between, int width, List<String> lines) {
    var line = new StringBuilder();
    int column = 0;
    for (String piece : pieces) {
      int columns = of(piece);
      if (column > 0 && column + between.length() + columns > width) {
        lines.add(line.toString());
        line.setLength(0);
        column = 0;
      } else if (column > 0) {
        line.append(between);
        column += between.length();
      }
      line.append(piece);
      column += columns;
    }
    lines.add(line.toString());
  }
}
