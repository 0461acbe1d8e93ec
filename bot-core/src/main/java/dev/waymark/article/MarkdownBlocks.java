package dev.waymark.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown, with the tables and the HTML that people put into it. */
final class MarkdownBlocks {

  // Deeper nesting than this is no article; without a limit a hostile one exhausts the stack.
  private static final int DEEPEST = 50;
  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---[ \\t]*\\R((?:(?!---).*\\R){1,60}?)---[ \\t]*(?:\\R|\\z)");
  private static final Pattern TITLE = Pattern.compile("(?m)^title:\\s*[\"']?(.+?)[\"']?\\s*$");
  private static final Pattern TABLE_RULE =
      Pattern.compile("^\\|?\\s*:?-{2,}:?\\s*(?:\\|\\s*:?-{2,}:?\\s*)*\\|?$");

  private final ImportNotes notes;
  private final List<Block> blocks;

  private MarkdownBlocks(ImportNotes notes, List<Block> blocks) {
    this.notes = notes;
    this.blocks = blocks;
  }

  static List<Block> read(String markdown, ImportNotes notes) {
    var blocks = new ArrayList<Block>();
    String text = markdown;
    Matcher front = FRONT_MATTER.matcher(markdown);
    if (front.find()) {
      Matcher title = TITLE.matcher(front.group(1));
      if (title.find()) {
        blocks.add(new Block.Heading(1, ArticleText.heading(title.group(1)), 1));
      }
      // The lines stay, so that line numbers hold.
      text = "\n".repeat((int) front.group().lines().count()) + markdown.substring(front.end());
    }
    new MarkdownBlocks(notes, blocks).children(PARSER.parse(text), 0);
    return blocks;
  }

  private void children(Node parent, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node, depth);
    }
  }

  private void block(Node node, int depth) {
    switch (node) {
      case Heading heading -> {
        String text = ArticleText.heading(String.join(" ", inline(heading).rawLines()));
        if (!text.isEmpty()) {
          blocks.add(new Block.Heading(heading.getLevel(), text, line(heading)));
        }
      }
      case Paragraph paragraph -> paragraph(paragraph);
      case ListBlock list -> list(list, depth);
      case BlockQuote quote -> children(quote, depth);
      case HtmlBlock html ->
          blocks.addAll(HtmlBlocks.fragment(html.getLiteral(), line(html), notes));
      case FencedCodeBlock code -> code(code.getLiteral(), line(code));
      case IndentedCodeBlock code -> code(code.getLiteral(), line(code));
      default -> {}
    }
  }

  private void code(String literal, int line) {
    literal
        .lines()
        .map(ArticleText::tidy)
        .filter(l -> !l.isEmpty())
        .forEach(l -> blocks.add(new Block.Paragraph("", l, line)));
  }

  private void paragraph(Paragraph paragraph) {
    InlineText text = inline(paragraph);
    List<String> raw = text.rawLines();
    int line = line(paragraph);
    boolean table =
        raw.size() > 1 && raw.getFirst().contains("|") && TABLE_RULE.matcher(raw.get(1)).matches();
    if (!table) {
      text.flush(blocks, line, notes);
      return;
    }
    for (int i = 0; i < raw.size(); i++) {
      if (i != 1) {
        blocks.add(new Block.TableRow(i == 0, TextBlocks.cells(raw.get(i)), line + i));
      }
    }
  }

  private void list(ListBlock list, int depth) {
    if (onlyLinks(list)) {
      notes.leaveOut(PageFurniture.LINKS, firstWords(list), line(list));
      return;
    }
    int number = list instanceof OrderedList ordered ? start(ordered) : 0;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      var inner = new ArrayList<Block>();
      new MarkdownBlocks(notes, inner).children(item, depth + 1);
      blocks.addAll(ListFold.fold(inner, depth, number));
      number += number > 0 ? 1 : 0;
    }
  }

  private static int start(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    return start == null || start < 1 ? 1 : start;
  }

  private static boolean onlyLinks(ListBlock list) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      boolean link =
          item.getFirstChild() instanceof Paragraph p
              && p.getFirstChild() instanceof Link only
              && only.getNext() == null
              && p.getNext() == null;
      if (!link) {
        return false;
      }
    }
    return true;
  }

  private static String firstWords(ListBlock list) {
    Node item = list.getFirstChild();
    Node paragraph = item == null ? null : item.getFirstChild();
    return paragraph == null ? "" : String.join(" ", inline(paragraph).rawLines());
  }

  private static InlineText inline(Node paragraph) {
    var text = new InlineText();
    inline(paragraph, text, false, false);
    return text;
  }

  private static void inline(Node parent, InlineText text, boolean bold, boolean link) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text t -> text.add(t.getLiteral(), bold, link);
        case Code code -> text.add(code.getLiteral(), bold, link);
        case SoftLineBreak wrap -> text.wrapLine();
        case HardLineBreak hard -> text.breakLine();
        case HtmlInline html -> {
          if (html.getLiteral().matches("(?i)<br\\s*/?>")) {
            text.breakLine();
          }
        }
        case Image image -> {}
        case StrongEmphasis strong -> inline(strong, text, true, link);
        case Link l -> inline(l, text, bold, true);
        default -> inline(node, text, bold, link);
      }
    }
  }

  private static int line(Node node) {
    return node.getSourceSpans().isEmpty()
        ? 0
        : node.getSourceSpans().getFirst().getLineIndex() + 1;
  }
}
