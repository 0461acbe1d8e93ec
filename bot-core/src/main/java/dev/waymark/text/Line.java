package dev.waymark.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text from elsewhere (a question, a guide, a file's name) as a terminal may show it: it cannot
 * move the cursor, change colours, turn the direction of the text around it or break a line.
 */
public final class Line {

  private static final int QUOTED = 60;

  // The line ends that some programs know besides \n, and the marks that override directions.
  private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r\\x0B\\f\\x85\\u2028\\u2029]+");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+");

  private Line() {}

  /** The text on as many lines as it has; tabs become spaces. */
  public static String each(String text) {
    return text.lines().map(Line::of).collect(Collectors.joining("\n"));
  }

  /** The text on one line. */
  public static String of(String text) {
    return UNSEEN.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
  }

  /** The text in quotes and short enough for a message. */
  public static String quoted(String text) {
    int[] points = of(text).codePoints().limit(QUOTED + 1L).toArray();
    return points.length <= QUOTED
        ? "\"" + new String(points, 0, points.length) + "\""
        : "\"" + new String(points, 0, QUOTED) + "…\"";
  }
}
