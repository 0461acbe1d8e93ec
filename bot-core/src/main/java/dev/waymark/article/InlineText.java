package dev.waymark.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The runs of text of one paragraph, of HTML or of Markdown, gathered and turned into blocks: a
 * hard break begins a new block, a line all bold becomes a heading, bold words at the beginning
 * become a lead. Not thread-safe.
 */
final class InlineText {

  private static final Pattern NEW_LINE =
      Pattern.compile("(?i)(?:step\\s+#?\\d{1,2}\\b\\s*[:.)–—-]|[qa]\\s*\\d{0,2}\\s*[:.)]\\s).*");
  private static final Pattern SEPARATOR_AT_END = Pattern.compile(".*[:.?!–—-]$");
  private static final Pattern SEPARATOR_AT_START = Pattern.compile("^\\s*[:–—-].*");
  private static final Pattern LEAD_END = Pattern.compile("[\\s:.–—-]+$");
  private static final int HEADING_WORDS = 16;
  private static final int LEAD_WORDS = 16;

  private final List<Line> lines = new ArrayList<>();

  InlineText() {
    lines.add(new Line(false));
  }

  /** A line while it grows. */
  private static final class Line {
    private final boolean soft;
    private final StringBuilder bold = new StringBuilder();
    private final StringBuilder rest = new StringBuilder();
    private int letters;
    private int linked;
    private boolean begun;

    private Line(boolean soft) {
      this.soft = soft;
    }

    private void add(String text, boolean isBold, boolean isLink) {
      int count = (int) text.chars().filter(Character::isLetterOrDigit).count();
      letters += count;
      linked += isLink ? count : 0;
      begun |= !isBold && !text.isBlank();
      (isBold && !begun ? bold : rest).append(text);
    }

    private void join(Line next) {
      rest.append(' ').append(next.bold).append(next.rest);
      letters += next.letters;
      linked += next.linked;
    }

    private String text() {
      return ArticleText.tidy(bold.toString() + rest);
    }

    private boolean allBold() {
      return !bold.toString().isBlank() && rest.chars().noneMatch(Character::isLetterOrDigit);
    }
  }

  void add(String text, boolean bold, boolean link) {
    lines.getLast().add(text, bold, link);
  }

  /** The end of a line that the author wanted. */
  void breakLine() {
    lines.add(new Line(false));
  }

  /** The end of a line of the file, which mostly means no more than a space. */
  void wrapLine() {
    lines.add(new Line(true));
  }

  /** The text of each line as it stands in the file. */
  List<String> rawLines() {
    return lines.stream().map(Line::text).toList();
  }

  /** Adds what was gathered to the blocks, and begins anew. */
  void flush(List<Block> blocks, int line, ImportNotes notes) {
    var joined = new ArrayList<Line>();
    for (Line next : lines) {
      boolean joins = !joined.isEmpty() && joins(joined.getLast(), next);
      if (joins) {
        joined.getLast().join(next);
      } else {
        joined.add(next);
      }
    }
    lines.clear();
    lines.add(new Line(false));
    joined.forEach(l -> toBlock(l, blocks, line, notes));
  }

  private static boolean joins(Line before, Line next) {
    String text = next.text();
    if (before.allBold() || text.isEmpty() || NEW_LINE.matcher(text).matches()) {
      return false;
    }
    boolean midSentence =
        Character.isLowerCase(text.charAt(0)) && !ArticleText.endsSentence(before.text());
    return next.soft || midSentence;
  }

  private static void toBlock(Line line, List<Block> blocks, int number, ImportNotes notes) {
    String text = line.text();
    if (line.letters == 0) {
      return;
    }
    if (line.linked == line.letters && !text.endsWith("?")) {
      notes.leaveOut(PageFurniture.LINKS, text, number);
    } else if (line.allBold() && isHeading(text)) {
      blocks.add(new Block.Heading(Block.BOLD_LEVEL, ArticleText.heading(text), number));
    } else {
      blocks.add(paragraph(line, text, number));
    }
  }

  private static boolean isHeading(String text) {
    boolean sentence = text.endsWith(".") && !NEW_LINE.matcher(text).matches();
    return !sentence && ArticleText.words(text).size() <= HEADING_WORDS;
  }

  private static Block.Paragraph paragraph(Line line, String text, int number) {
    String bold = ArticleText.tidy(line.bold.toString());
    String rest = line.rest.toString();
    if (bold.isEmpty() || rest.isBlank() || ArticleText.words(bold).size() > LEAD_WORDS) {
      return new Block.Paragraph("", text, number);
    }
    boolean before = SEPARATOR_AT_END.matcher(bold).matches();
    boolean after = SEPARATOR_AT_START.matcher(rest).matches();
    String tidyRest = ArticleText.tidy(rest);
    if (!before && !after) {
      return new Block.Paragraph("", text, number);
    }
    String whole = after ? text : bold + " " + tidyRest;
    return new Block.Paragraph(LEAD_END.matcher(bold).replaceFirst(""), whole, number);
  }
}
