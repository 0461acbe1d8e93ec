package dev.waymark.text;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
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
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Markdown as mrkdwn, the dialect that Slack shows, and what people write there as it is read. What
 * is literal stays so: whatever a text holds, it mentions nobody and links only where the Markdown
 * did.
 */
public final class Mrkdwn {

  // Deeper nesting is nobody's; without a limit a hostile text exhausts the stack.
  private static final int DEEPEST = 30;
  // <@U1|ana>, <#C1|general>, <!subteam^S1|@team>, <!here>, <https://example.org|a label>
  private static final Pattern REFERENCE =
      Pattern.compile(
          "<(?:([@#!])([^<>|\\s]+)|((?:https?|mailto|tel):[^<>|\\s]+))(?:\\|([^<>]*))?>");
  private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();
  private static final Parser PARSER =
      Parser.builder().maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST).build();
  // Slack knows no escape for its marks; beside something unseen, a mark is none.
  private static final String UNSEEN = "\u200B";
  private static final String MARKS = "*_~`";

  private Mrkdwn() {}

  /** Markdown in that dialect. */
  public static String of(String markdown) {
    return blocks(PARSER.parse(markdown), "\n\n");
  }

  /** The words of Markdown alone, for where no dialect is shown. */
  public static String words(String markdown) {
    return PLAIN.render(PARSER.parse(markdown)).strip();
  }

  /**
   * What somebody wrote, as it is read: with the names of others, and without the reader's own.
   *
   * @param self the reader's id, {@code U1}
   */
  public static String read(String text, String self) {
    String plain =
        REFERENCE
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(reference(self, found)));
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }

  private static String reference(String self, MatchResult found) {
    @Nullable String sign = found.group(1);
    @Nullable String label = found.group(4);
    String target = String.valueOf(found.group(sign == null ? 3 : 2));
    String shown = label == null || label.isEmpty() ? target : label;
    return switch (sign) {
      case null -> shown;
      case "@" -> target.equals(self) ? " " : "@" + shown;
      case "#" -> "#" + shown;
      default -> shown.equals(target) ? "@" + target : shown;
    };
  }

  /** The only three characters that Slack wants escaped; without them there are no mentions. */
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String blocks(Node parent, String between) {
    var blocks = new ArrayList<String>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      String block = block(node);
      if (!block.isBlank()) {
        blocks.add(block);
      }
    }
    return String.join(between, blocks);
  }

  private static String block(Node node) {
    return switch (node) {
      case Heading heading -> marked("*", inlines(heading, false));
      case FencedCodeBlock code -> code(code.getLiteral());
      case IndentedCodeBlock code -> code(code.getLiteral());
      case HtmlBlock html -> literal(html.getLiteral().stripTrailing());
      case BlockQuote quote -> "> " + blocks(quote, "\n\n").replace("\n", "\n> ");
      case ListBlock list -> list(list);
      case ThematicBreak rule -> "———";
      case LinkReferenceDefinition definition -> "";
      default -> inlines(node, true);
    };
  }

  private static String code(String literal) {
    return "```\n" + escape(literal.stripTrailing().replace("```", "'''")) + "\n```";
  }

  private static String list(ListBlock list) {
    var items = new ArrayList<String>();
    int number =
        list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
            ? ordered.getMarkerStartNumber()
            : 1;
    String bullet = list.getParent() instanceof ListItem ? "◦ " : "• ";
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String marker = list instanceof OrderedList ? number++ + ". " : bullet;
      items.add(marker + blocks(item, "\n").replace("\n", "\n    "));
    }
    return String.join("\n", items);
  }

  /**
   * The words of a block.
   *
   * @param bold whether bold may be marked, which it may not within bold
   */
  private static String inlines(Node parent, boolean bold) {
    var text = new StringBuilder();
    boolean afterMark = false;
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      String inline = inline(node, bold);
      if (inline.isEmpty()) {
        continue;
      }
      boolean mark =
          node instanceof Code || node instanceof Emphasis || node instanceof StrongEmphasis;
      // A mark counts only at a word's edge.
      if ((mark && !text.isEmpty() && isWord(text.charAt(text.length() - 1)))
          || (afterMark && (mark || isWord(inline.charAt(0))))) {
        text.append(UNSEEN);
      }
      text.append(inline);
      afterMark = mark;
    }
    return text.toString();
  }

  private static String inline(Node node, boolean bold) {
    return switch (node) {
      case Text text -> literal(Line.of(text.getLiteral()));
      case HtmlInline html -> literal(Line.of(html.getLiteral()));
      case Code code -> marked("`", escape(Line.of(code.getLiteral()).replace('`', '\'')));
      case Emphasis emphasis -> marked("_", inlines(emphasis, bold));
      case StrongEmphasis strong ->
          bold ? marked("*", inlines(strong, false)) : inlines(strong, false);
      case Link link -> link(link.getDestination(), PLAIN.render(inner(link)));
      case Image image -> link(image.getDestination(), PLAIN.render(inner(image)));
      case SoftLineBreak soft -> "\n";
      case HardLineBreak hard -> "\n";
      default -> inlines(node, bold);
    };
  }

  /** What a link or a picture says, without its address. */
  private static Node inner(Node node) {
    var inner = new Paragraph();
    while (node.getFirstChild() != null) {
      inner.appendChild(node.getFirstChild());
    }
    return inner;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static String marked(String mark, String text) {
    return text.isBlank() ? text : mark + text + mark;
  }

  /** Text in which no mark begins anything. */
  private static String literal(String text) {
    var literal = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      literal.append(c);
      if (MARKS.indexOf(c) >= 0 && (i == 0 || !isWord(text.charAt(i - 1)))) {
        literal.append(UNSEEN);
      }
    }
    return escape(literal.toString());
  }

  private static String link(String destination, String label) {
    Optional<String> channel = ChannelLink.channel(destination);
    if (channel.isPresent()) {
      return "<#" + channel.get() + ">";
    }
    String text = escape(Line.of(label).replace('|', '¦')).strip();
    if (!destination.matches("(?:https?://|mailto:)[^\\s<>|]+")) {
      return text;
    }
    String address = escape(destination);
    return text.isEmpty() || text.equals(address)
        ? "<" + address + ">"
        : "<" + address + "|" + text + ">";
  }
}
