package dev.waymark.terminal;

import dev.waymark.text.ChannelLink;
import dev.waymark.text.Line;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Markdown as a person reads it on a terminal. Whatever the text holds, it moves no cursor, changes
 * no colours and turns no direction. Immutable and thread-safe.
 */
public final class MarkdownText {

  // Deeper nesting is nobody's; without a limit a hostile text exhausts the stack.
  private static final int DEEPEST = 30;
  private static final Parser PARSER =
      Parser.builder().maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST).build();
  private static final String CODE_INDENT = "    ";
  private static final int RULE = 20;

  private final Look look;

  public MarkdownText(Look look) {
    this.look = look;
  }

  /** The text in lines, without a line's end at its end. */
  public String render(String markdown) {
    return String.join("\n", blocks(PARSER.parse(markdown), look, true));
  }

  private static List<String> blocks(Node parent, Look look, boolean apart) {
    var lines = new ArrayList<String>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      List<String> block = block(node, look);
      if (!lines.isEmpty() && !block.isEmpty() && apart) {
        lines.add("");
      }
      lines.addAll(block);
    }
    return lines;
  }

  private static List<String> block(Node node, Look look) {
    return switch (node) {
      case Heading heading -> heading(inlines(heading, look), look);
      case Paragraph paragraph -> Columns.wrap(inlines(paragraph, look), look.width());
      case FencedCodeBlock code -> code(code.getLiteral(), look);
      case IndentedCodeBlock code -> code(code.getLiteral(), look);
      case HtmlBlock html -> Columns.wrap(Line.each(html.getLiteral()), look.width());
      case BlockQuote quote ->
          blocks(quote, look.narrower(2), true).stream()
              .map(l -> (look.faint(">") + " " + l).stripTrailing())
              .toList();
      case ListBlock list -> list(list, look);
      case ThematicBreak rule -> List.of(look.faint("-".repeat(RULE)));
      case LinkReferenceDefinition definition -> List.of();
      default -> blocks(node, look, true);
    };
  }

  private static List<String> heading(String text, Look look) {
    if (look.colours()) {
      return Columns.wrap(look.bold(text), look.width());
    }
    var lines = new ArrayList<>(Columns.wrap(text, look.width()));
    int widest = lines.stream().mapToInt(Columns::of).max().orElse(0);
    lines.add("-".repeat(widest));
    return lines;
  }

  private static List<String> code(String literal, Look look) {
    // As it was written: tabs are part of some code, and as harmless as spaces.
    return literal
        .replace("\t", CODE_INDENT)
        .lines()
        .map(l -> l.isBlank() ? "" : CODE_INDENT + look.cyan(Line.of(l)))
        .toList();
  }

  private static List<String> list(ListBlock list, Look look) {
    var lines = new ArrayList<String>();
    Integer start = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
    int number = start == null ? 1 : start;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String marker = list instanceof BulletList ? "- " : number++ + ". ";
      String indent = " ".repeat(marker.length());
      List<String> of = blocks(item, look.narrower(marker.length()), !list.isTight());
      if (!lines.isEmpty() && !list.isTight()) {
        lines.add("");
      }
      lines.add((marker + (of.isEmpty() ? "" : of.getFirst())).stripTrailing());
      of.stream().skip(1).map(l -> l.isEmpty() ? l : indent + l).forEach(lines::add);
    }
    return lines;
  }

  private static String inlines(Node parent, Look look) {
    var text = new StringBuilder();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      text.append(inline(node, look));
    }
    return text.toString();
  }

  private static String inline(Node node, Look look) {
    return switch (node) {
      case Text text -> Line.of(text.getLiteral());
      case Code code -> look.cyan(Line.of(code.getLiteral()));
      case HtmlInline html -> Line.of(html.getLiteral());
      case Emphasis emphasis -> look.italic(inlines(emphasis, look));
      case StrongEmphasis strong -> look.bold(inlines(strong, look));
      case Link link -> linked(inlines(link, look), link.getDestination(), look);
      case Image image -> linked(inlines(image, look), image.getDestination(), look);
      // What was written on two lines is read on two lines, as Discord and Slack show it.
      case SoftLineBreak soft -> "\n";
      case HardLineBreak hard -> "\n";
      default -> inlines(node, look);
    };
  }

  private static String linked(String text, String destination, Look look) {
    if (ChannelLink.channel(destination).isPresent()) {
      return "This terminal";
    }
    String address = Line.of(destination);
    return text.isBlank() || text.equals(address) || address.equals("mailto:" + text)
        ? (text.isBlank() ? address : text)
        : text + " " + look.faint("(" + address + ")");
  }
}
