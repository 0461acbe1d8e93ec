package dev.waymark.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Reads plain text: each line a paragraph or a list entry, unless the text is wrapped. */
final class TextBlocks {

  private static final Pattern BULLET =
      Pattern.compile("^(?:[•·▪▫◦‣●○►➤✓✔∙]\\s*|[-*–—o+]\\s+)(.+)$");
  private static final Pattern NUMBER = Pattern.compile("^(\\d{1,2})[.)]\\s+(.+)$");
  private static final Pattern RULE = Pattern.compile("^[=\\-_*~+|•.\\s]{3,}$");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)^.{0,80}?\\b(?:https?://|www\\.)\\S+$");
  private static final Pattern TAB = Pattern.compile("\\t+");
  private static final Pattern PIPE = Pattern.compile("\\|");
  private static final Pattern MARKER =
      Pattern.compile("(?i)^(?:step\\s+#?\\w+|[qa]\\s*\\d*\\s*[:.)]).*");
  // A line shorter than this was hardly broken by a margin.
  private static final int SHORT_LINE = 45;
  private static final double WRAPPED_SHARE = 0.3;
  private static final int LONGEST = 5_000;

  private final List<String> lines;
  private final ImportNotes notes;
  private final List<Block> blocks = new ArrayList<>();
  private final int margin;

  private TextBlocks(List<String> lines, ImportNotes notes) {
    this.lines = lines;
    this.notes = notes;
    this.margin = margin(lines);
  }

  static List<Block> read(String text, ImportNotes notes) {
    List<String> lines = text.lines().map(l -> Parser.unescapeEntities(l, false)).toList();
    return new TextBlocks(lines, notes).read();
  }

  private List<Block> read() {
    boolean open = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = ArticleText.tidy(lines.get(i));
      if (line.isEmpty() || RULE.matcher(line).matches()) {
        open = false;
        continue;
      }
      Matcher bullet = BULLET.matcher(line);
      Matcher number = NUMBER.matcher(line);
      if (ADDRESS.matcher(line).matches() && ArticleText.words(line).size() <= 8) {
        notes.leaveOut(PageFurniture.LINKS, line, i + 1);
        open = false;
      } else if (bullet.matches()) {
        blocks.add(new Block.ListItem(depth(i), 0, "", bullet.group(1), i + 1));
        open = true;
      } else if (number.matches()) {
        int value = Integer.parseInt(number.group(1));
        blocks.add(new Block.ListItem(depth(i), Math.max(1, value), "", number.group(2), i + 1));
        open = true;
      } else if (isRow(i)) {
        List<String> cells = cells(lines.get(i));
        boolean first = i == 0 || !isRow(i - 1);
        boolean header = first && !line.matches(".*\\d.*");
        blocks.add(new Block.TableRow(header, cells, i + 1));
        open = false;
      } else if (open && continues(i, line)) {
        blocks.add(joined(blocks.removeLast(), line));
      } else {
        blocks.add(new Block.Paragraph("", line, i + 1));
        open = true;
      }
    }
    return blocks;
  }

  private int depth(int i) {
    String line = lines.get(i);
    int indent = 0;
    while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
      indent++;
    }
    boolean below = !blocks.isEmpty() && blocks.getLast() instanceof Block.ListItem;
    return indent >= 2 && below && listIndent(i - 1) < indent ? 1 : sameDepth(i, indent);
  }

  // A list that is indented as a whole has no depth; one below a deeper entry keeps that depth.
  private int sameDepth(int i, int indent) {
    boolean alike =
        i > 0
            && !blocks.isEmpty()
            && blocks.getLast() instanceof Block.ListItem
            && listIndent(i - 1) == indent;
    return alike && blocks.getLast() instanceof Block.ListItem item ? item.depth() : 0;
  }

  private int listIndent(int i) {
    String line = i < 0 ? "" : lines.get(i);
    return line.length() - line.stripLeading().length();
  }

  private static Block joined(Block block, String line) {
    // "real-" and "world" are one word.
    String before = block.text();
    int end = before.length() - 1;
    boolean hyphen = end > 0 && before.charAt(end) == '-';
    boolean oneWord = hyphen && Character.isLetter(before.charAt(end - 1));
    String text = before + (oneWord ? "" : " ") + line;
    return switch (block) {
      case Block.ListItem item ->
          new Block.ListItem(item.depth(), item.number(), item.lead(), text, item.line());
      default -> new Block.Paragraph("", text, block.line());
    };
  }

  // A line goes on with the one before when that one ends amid a sentence and this one begins
  // small, or when the first word of this one would not have fitted there.
  private boolean continues(int i, String line) {
    String before = ArticleText.tidy(lines.get(i - 1));
    if (MARKER.matcher(line).matches() || blocks.getLast().text().length() > LONGEST) {
      return false;
    }
    if (Character.isLowerCase(line.charAt(0)) && !ArticleText.endsSentence(before)) {
      return true;
    }
    int space = line.indexOf(' ');
    int word = space < 0 ? line.length() : space;
    return margin > 0
        && before.length() >= SHORT_LINE
        && lines.get(i - 1).stripTrailing().length() + 1 + word > margin;
  }

  /** The width at which the text is wrapped; 0 when each line is a paragraph of its own. */
  private static int margin(List<String> lines) {
    int pairs = 0;
    int broken = 0;
    int widest = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = lines.get(i).strip();
      String next = lines.get(i + 1).strip();
      widest = Math.max(widest, lines.get(i).stripTrailing().length());
      if (line.length() >= SHORT_LINE && !next.isEmpty()) {
        pairs++;
        broken += ArticleText.endsSentence(line) || line.endsWith(":") ? 0 : 1;
      }
    }
    boolean wrapped = broken >= 3 && broken >= WRAPPED_SHARE * pairs && widest <= 120;
    return wrapped ? widest : 0;
  }

  private boolean isRow(int i) {
    int count = cells(lines.get(i)).size();
    return count >= 2 && (count == cellCount(i - 1) || count == cellCount(i + 1));
  }

  // Rows may have a rule or an empty line between them.
  private int cellCount(int i) {
    return i >= 0 && i < lines.size()
        ? RULE.matcher(lines.get(i)).matches() ? rowBeyond(i) : cells(lines.get(i)).size()
        : 0;
  }

  private int rowBeyond(int rule) {
    return rule + 1 < lines.size() ? cells(lines.get(rule + 1)).size() : 0;
  }

  static List<String> cells(String line) {
    String inner = line.strip();
    boolean pipes = inner.indexOf('|') >= 0;
    if (pipes) {
      inner = inner.startsWith("|") ? inner.substring(1) : inner;
      inner = inner.endsWith("|") ? inner.substring(0, inner.length() - 1) : inner;
    }
    if (!pipes && inner.indexOf('\t') < 0) {
      return List.of();
    }
    return (pipes ? PIPE : TAB).splitAsStream(inner).map(ArticleText::tidy).toList();
  }
}
