package dev.waymark.chat;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds where to cut a Markdown text that is too long. */
final class SeamFinder {

  // What a position is; the lower, the better to cut there.
  private static final int BLOCK = 0;
  private static final int PART_OF_BLOCK = 1;
  private static final int LINE = 2;
  private static final int SENTENCE = 3;
  private static final int WORD = 4;
  private static final int CHARACTER = 5;
  private static final int NEVER = 9;

  // What a cut there would make of the second part by mistake: a list, a quote, a heading.
  private static final Pattern MARKER =
      Pattern.compile("(?:[-+*>=]|#{1,6}|\\d{1,9}[.)]|\\|)(?:\\s|$)|[-=_*]{3}");
  private static final Pattern LINE_START = Pattern.compile("[ \\t>]*");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？]");
  private static final Pattern AFTER_SENTENCE_END = Pattern.compile("[\"'”’»)\\]*_`]");

  private final String text;
  private final int limit;
  private final int last;
  private final MarkdownSpans spans;
  private final int[] ranks;
  private final int[] penalties;

  /**
   * Makes a finder.
   *
   * @param text longer than the limit, with no blank line at its start
   */
  SeamFinder(String text, int limit) {
    this.text = text;
    this.limit = limit;
    this.last = pastWhiteSpace(limit);
    // What begins before the cut and ends after this window is too long to be kept whole.
    int window = Math.min(text.length(), last + limit + 2);
    this.spans = MarkdownSpans.of(text.substring(0, window));
    this.ranks = new int[last + 1];
    this.penalties = new int[last + 1];
  }

  /** The best place to cut. */
  Seam find() {
    rankCharacters();
    rankBlocks();
    penalise();
    Seam best = Seam.plain(anywhere());
    long least = Long.MAX_VALUE;
    for (int p = Math.min(last, text.length() - 1); p > 0; p--) {
      if (ranks[p] != NEVER && cost(p) < least) {
        Seam seam = spans.seam(p);
        if (fits(seam)) {
          best = seam;
          least = cost(p);
        }
      }
    }
    return best;
  }

  private int pastWhiteSpace(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** When nothing else will do, because what it takes to close and open again has no room. */
  private int anywhere() {
    int at = text.offsetByCodePoints(0, text.codePointCount(0, limit - 1));
    return Math.max(1, Math.min(at, limit));
  }

  /**
   * What must be avoided counts most, then how much of the part is filled, by halves, then what is
   * cut.
   */
  private long cost(int p) {
    int halves = 0;
    for (int half = limit / 2; half > 0 && p <= half; half /= 2) {
      halves++;
    }
    return (penalties[p] * 100L + halves) * 10 + ranks[p];
  }

  private boolean fits(Seam seam) {
    if (seam.before(text).length() > limit) {
      return false;
    }
    return seam.added() < seam.at()
        && seam.code()
            .map(
                c ->
                    seam.at() > c.from()
                        && seam.at() < c.to()
                        && !text.substring(c.from(), seam.at()).isBlank()
                        && !text.substring(seam.at(), c.to()).isBlank())
            .orElse(true);
  }

  private void rankCharacters() {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.substring(0, Math.min(text.length(), last + limit)));
    BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
    lines.setText(text.substring(0, Math.min(text.length(), last + limit)));
    int word = 0;
    for (int p = 1; p <= last && p < text.length(); p++) {
      char before = text.charAt(p - 1);
      boolean space = Character.isWhitespace(before);
      if (!characters.isBoundary(p)) {
        ranks[p] = NEVER;
      } else if (before == '\n') {
        ranks[p] = LINE;
      } else if (space || Character.isWhitespace(text.charAt(p))) {
        ranks[p] = space && endsSentence(p) ? SENTENCE : WORD;
      } else if (before > 0x2E7F && lines.isBoundary(p)) {
        // Scripts that put no spaces between words.
        ranks[p] = endsSentence(p) ? SENTENCE : WORD;
      } else {
        ranks[p] = CHARACTER;
      }
      if (space) {
        word = p;
      }
      if (ranks[p] == CHARACTER && isWordThatFits(word)) {
        penalties[p] = MarkdownSpans.WORDS;
      }
      if ((ranks[p] == WORD || ranks[p] == SENTENCE)
          && MARKER.matcher(text).region(pastWhiteSpace(p), text.length()).lookingAt()) {
        penalties[p] = Math.max(penalties[p], MarkdownSpans.NEIGHBOURS);
      }
    }
  }

  private boolean isWordThatFits(int from) {
    int end = from;
    while (end < text.length()
        && end - from <= limit
        && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end - from <= limit;
  }

  private boolean endsSentence(int p) {
    int i = p - 1;
    while (i > 0 && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    while (i > 0 && AFTER_SENTENCE_END.matcher(text.substring(i, i + 1)).matches()) {
      i--;
    }
    return SENTENCE_END.matcher(text.substring(i, i + 1)).matches();
  }

  private void rankBlocks() {
    for (MarkdownSpans.Start start : spans.starts()) {
      int line = text.lastIndexOf('\n', start.at() - 1) + 1;
      if (line > 0
          && line <= last
          && LINE_START.matcher(text.substring(line, start.at())).matches()) {
        ranks[line] = Math.min(ranks[line], start.outermost() ? BLOCK : PART_OF_BLOCK);
      }
    }
    for (int p = 2; p <= last && p < text.length(); p++) {
      if (ranks[p] == LINE && text.charAt(p - 2) == '\n') {
        ranks[p] = PART_OF_BLOCK;
      }
    }
  }

  private void penalise() {
    for (MarkdownSpans.Kept kept : spans.kept()) {
      if (kept.to() - kept.from() <= limit) {
        for (int p = kept.from() + 1; p < kept.to() && p <= last; p++) {
          penalties[p] = Math.max(penalties[p], kept.weight());
        }
      }
    }
  }
}
