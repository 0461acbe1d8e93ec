package dev.waymark.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits Markdown into parts that each fit a message. A part ends at the best boundary past half
 * the limit: a paragraph's end, a line's, a sentence's, a word's. What fits a message by itself (a
 * code block, a list item, a link, bold words, a word) is not cut; a code block that does not is
 * closed at the end of a part and opened again in the next. Nothing but white space is lost.
 *
 * <p>Immutable and thread-safe.
 */
public final class ReplySplitter {

  /** The smallest limit: below it there is no room for a fence and a word. */
  public static final int LEAST = 40;

  private final int limit;

  /**
   * Makes a splitter.
   *
   * @param limit the most {@code char}s that a part may have
   * @throws IllegalArgumentException when it is less than {@link #LEAST}
   */
  public ReplySplitter(int limit) {
    if (limit < LEAST) {
      throw new IllegalArgumentException("a part has at least " + LEAST + " characters: " + limit);
    }
    this.limit = limit;
  }

  /**
   * Splits.
   *
   * @param markdown CommonMark of any length
   * @return the parts in order, each of them Markdown by itself, none blank; no part for a blank
   *     text
   */
  public List<String> split(String markdown) {
    var parts = new ArrayList<String>();
    String rest = Seam.withoutBlankLines(markdown).stripTrailing();
    while (rest.length() > limit) {
      Seam seam = new SeamFinder(rest, limit).find();
      add(seam.before(rest), parts);
      rest = seam.after(rest);
    }
    add(rest, parts);
    return List.copyOf(parts);
  }

  private static void add(String part, List<String> parts) {
    if (!isBlank(part)) {
      parts.add(part);
    }
  }

  /** No platform takes a message of which nothing is seen. */
  private static boolean isBlank(String part) {
    return part.codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.isISOControl(c));
  }
}
