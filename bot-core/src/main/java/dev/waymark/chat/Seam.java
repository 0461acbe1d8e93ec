package dev.waymark.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a text is cut in two, and what has to be closed before and opened again after.
 *
 * @param at the first character of the second part
 * @param code the code block that it cuts
 * @param quotes how many quotes it is in
 * @param indents how far the contents of the list items that it cuts are indented, the outermost
 *     first, each counted from the line's start
 */
record Seam(int at, Optional<Code> code, int quotes, List<Integer> indents) {

  /**
   * A code block in a text.
   *
   * @param closing the line that closes it, empty for one that is only indented
   * @param opening the line that opens it again, empty likewise
   * @param from where its code starts
   * @param to where its code ends
   */
  record Code(String closing, String opening, int from, int to) {}

  private static final String INDENTED = "    ";

  /** A cut that closes and opens nothing. */
  static Seam plain(int at) {
    return new Seam(at, Optional.empty(), 0, List.of());
  }

  static String withoutBlankLines(String text) {
    int line = 0;
    for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      line = text.charAt(i) == '\n' ? i + 1 : line;
    }
    return text.substring(line);
  }

  /** The first part. */
  String before(String text) {
    String part = text.substring(0, at).stripTrailing();
    return code.map(c -> part + c.closing()).orElse(part);
  }

  /** At most so many characters stand in what follows that were not there. */
  int added() {
    return quotes * 4 + code.map(c -> c.opening().length() + INDENTED.length()).orElse(0);
  }

  /** What follows, Markdown by itself. */
  String after(String text) {
    boolean midLine = at > 0 && text.charAt(at - 1) != '\n';
    String rest = text.substring(at);
    if (code.isEmpty()) {
      rest = midLine ? rest.stripLeading() : withoutBlankLines(rest);
    } else if (!midLine) {
      rest = withoutBlankLines(rest);
    }
    rest = dedented(rest, midLine);
    if (code.isPresent() && code.get().opening().isEmpty() && midLine) {
      rest = INDENTED + rest;
    }
    String quote = "> ".repeat(quotes);
    if (midLine || !rest.stripLeading().startsWith(">")) {
      rest = quote + rest;
    }
    return code.map(Code::opening).filter(o -> !o.isEmpty()).map(o -> quote + o + "\n").orElse("")
        + rest;
  }

  /**
   * Without the indentation that belonged to items whose first line is in the part before: by
   * itself it would make code of them.
   */
  private String dedented(String rest, boolean midLine) {
    if (indents.isEmpty()) {
      return rest;
    }
    var levels = new ArrayList<>(indents);
    var text = new StringBuilder();
    int line = 0;
    while (line < rest.length() && !levels.isEmpty()) {
      int end = rest.indexOf('\n', line);
      int next = end < 0 ? rest.length() : end + 1;
      int spaces = spaces(rest, line);
      boolean blank = rest.substring(line, next).isBlank();
      if (!blank && !(midLine && line == 0)) {
        while (!levels.isEmpty() && spaces < levels.getLast()) {
          levels.removeLast();
        }
      }
      int cut = levels.isEmpty() ? 0 : Math.min(spaces, levels.getLast());
      text.append(rest, line + cut, next);
      line = next;
    }
    return text.append(rest, line, rest.length()).toString();
  }

  private static int spaces(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i - from;
  }
}
