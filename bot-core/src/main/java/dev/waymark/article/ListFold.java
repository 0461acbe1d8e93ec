package dev.waymark.article;

import java.util.ArrayList;
import java.util.List;

/** Turns what stands inside one entry of a list into blocks. */
final class ListFold {

  private ListFold() {}

  /**
   * Folds the entry's paragraphs into one list item. An entry that holds headings is left as it is:
   * such a list only numbers the parts of a page.
   *
   * @param inner what stands inside, nested lists too
   * @param depth 0 in an outer list
   * @param number from 1, 0 in a bulleted list
   */
  static List<Block> fold(List<Block> inner, int depth, int number) {
    boolean parts =
        inner.stream().anyMatch(b -> b instanceof Block.Heading h && h.level() < Block.BOLD_LEVEL);
    if (parts || inner.isEmpty()) {
      return inner;
    }
    var folded = new ArrayList<Block>();
    var lead = "";
    var text = new StringBuilder();
    var rest = new ArrayList<Block>();
    for (Block block : inner) {
      switch (block) {
        case Block.Heading heading when text.isEmpty() -> {
          lead = ArticleText.title(heading.text());
          text.append(heading.text());
        }
        case Block.Paragraph paragraph when text.isEmpty() -> {
          lead = paragraph.lead();
          text.append(paragraph.text());
        }
        case Block.ListItem item -> rest.add(item);
        case Block.TableRow row -> rest.add(row);
        case Block.Heading heading -> append(text, heading.text());
        case Block.Paragraph paragraph -> append(text, paragraph.text());
      }
    }
    if (!text.isEmpty()) {
      int line = inner.getFirst().line();
      folded.add(new Block.ListItem(depth, number, lead, text.toString(), line));
    }
    folded.addAll(rest);
    return folded;
  }

  private static void append(StringBuilder text, String more) {
    boolean ended = ":.?!…,;".indexOf(text.charAt(text.length() - 1)) >= 0;
    text.append(ended ? " " : ": ").append(more);
  }
}
