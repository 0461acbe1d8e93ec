package dev.waymark.article;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** Writes blocks as CommonMark. */
final class MarkdownBody {

  private static final Parser PARSER = Parser.builder().build();
  private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().build();

  private final StringBuilder body = new StringBuilder();
  private final List<Integer> indents = new ArrayList<>();
  private List<String> columns = List.of();
  private int outermost;

  private MarkdownBody() {}

  /** The blocks' own text; lists stay lists, tables become lists, headings bold lines. */
  static String of(List<Block> blocks) {
    var writer = new MarkdownBody();
    blocks.forEach(writer::block);
    return writer.body.toString().strip();
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> paragraph(bold(heading.text()));
      case Block.Paragraph paragraph -> paragraph(escaped(paragraph.text()));
      case Block.ListItem item -> item(item.depth(), item.number(), item.text());
      case Block.TableRow row -> row(row);
    }
  }

  private void paragraph(String text) {
    indents.clear();
    columns = List.of();
    body.append("\n\n").append(text);
  }

  private void row(Block.TableRow row) {
    if (row.header()) {
      columns = row.cells();
      return;
    }
    item(0, 0, cells(columns, row.cells()));
  }

  /** The cells of a row as a line: the first says what it is about, the others follow. */
  private static String cells(List<String> columns, List<String> cells) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        boolean named =
            i > 0 && cells.size() > 2 && i < columns.size() && !columns.get(i).isEmpty();
        line.append(line.isEmpty() ? "" : i == 1 ? ": " : ", ");
        line.append(named ? columns.get(i) + " " : "").append(cells.get(i));
      }
    }
    return line.toString();
  }

  private void item(int depth, int number, String text) {
    // A body may begin amid a list, with what stood below one of its entries.
    outermost = indents.isEmpty() ? depth : Math.min(outermost, depth);
    int level = Math.min(depth - outermost, indents.size());
    String marker = number > 0 ? number + ". " : "- ";
    body.append(indents.isEmpty() ? "\n\n" : "\n");
    while (indents.size() > level) {
      indents.removeLast();
    }
    int indent = indents.stream().mapToInt(Integer::intValue).sum();
    body.append(" ".repeat(indent)).append(marker).append(escaped(text));
    indents.add(marker.length());
  }

  private static String bold(String text) {
    var paragraph = new Paragraph();
    var strong = new StrongEmphasis();
    strong.appendChild(new Text(text));
    paragraph.appendChild(strong);
    return RENDERER.render(paragraph).strip();
  }

  // Escaped only where CommonMark would read the text as something else, so that a body reads well
  // in an editor too.
  private static String escaped(String text) {
    Node first = PARSER.parse(text).getFirstChild();
    boolean plain =
        first instanceof Paragraph
            && first.getNext() == null
            && first.getFirstChild() instanceof Text only
            && only.getNext() == null
            && only.getLiteral().equals(text);
    if (plain) {
      return text;
    }
    var paragraph = new Paragraph();
    paragraph.appendChild(new Text(text));
    return RENDERER.render(paragraph).strip();
  }
}
