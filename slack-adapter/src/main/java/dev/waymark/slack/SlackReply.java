package dev.waymark.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.SlackFileObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Picture;
import dev.waymark.chat.ReplySplitter;
import dev.waymark.chat.Source;
import dev.waymark.text.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Replies as Slack shows them, in blocks. */
final class SlackReply {

  // Slack refuses a section of more than 3,000 characters, a message of more than 50 blocks, and,
  // undocumented, one whose
  // blocks have more than some 13,200 together.
  private static final int SECTION = 3_000;
  private static final int SECTIONS = 40;
  private static final int MESSAGE = 13_000;
  private static final int TITLE = 150;
  private static final int SOURCE = 250;
  private static final int SOURCES = 10;
  private static final int ALT = 2_000;
  private static final int NOTIFICATION = 3_000;

  private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();

  /**
   * A message.
   *
   * @param text what a notification and a screen reader say; never blank
   * @param blocks what is seen
   */
  record Message(String text, List<LayoutBlock> blocks) {}

  private SlackReply() {}

  /**
   * The messages of a reply; the last one has what there is to press.
   *
   * @param picture the id of the uploaded picture; without one its words take its place
   */
  static List<Message> of(ChatReply reply, Optional<String> picture) {
    List<LayoutBlock> ending = ending(reply, picture);
    int room = MESSAGE - TITLE - length(reply, picture);
    var messages = new ArrayList<Message>();
    var part = new ArrayList<String>();
    int filled = 0;
    for (String section : sections(reply.markdown(), SECTION - 100)) {
      if (filled + section.length() > room || part.size() == SECTIONS) {
        messages.add(message(reply, part, messages.isEmpty(), List.of()));
        part.clear();
        filled = 0;
      }
      part.add(section);
      filled += section.length();
    }
    messages.add(message(reply, part, messages.isEmpty(), ending));
    return messages;
  }

  /** How much of a message goes to what stands under its text. */
  private static int length(ChatReply reply, Optional<String> picture) {
    int choices =
        reply.choices().stream().mapToInt(c -> c.label().length() + c.id().length()).sum();
    int sources = Math.min(SOURCES, reply.sources().size()) * (SOURCE + 50);
    return choices + sources + (picture.isEmpty() && reply.picture().isEmpty() ? 0 : ALT);
  }

  private static Message message(
      ChatReply reply, List<String> sections, boolean first, List<LayoutBlock> ending) {
    var blocks = new ArrayList<LayoutBlock>();
    String title = first ? cut(Line.of(reply.title()), TITLE) : "";
    if (!title.isBlank()) {
      blocks.add(HeaderBlock.builder().text(plain(title)).build());
    }
    sections.forEach(s -> blocks.add(section(s)));
    blocks.addAll(ending);
    String text = first ? notification(reply, title) : "(continued)";
    return new Message(text, blocks);
  }

  private static String notification(ChatReply reply, String title) {
    String body = PLAIN.render(Mrkdwn.parse(reply.markdown())).strip();
    String all = title.isBlank() ? body : title + "\n" + body;
    return Mrkdwn.escape(cut(all.isBlank() ? "Waymark" : all, NOTIFICATION));
  }

  /** The text in sections that each fit; escaping may make a part longer than it was cut. */
  private static List<String> sections(String markdown, int limit) {
    var sections = new ArrayList<String>();
    for (String part : new ReplySplitter(limit).split(markdown)) {
      String mrkdwn = Mrkdwn.of(part);
      if (mrkdwn.length() <= SECTION) {
        if (!mrkdwn.isBlank()) {
          sections.add(mrkdwn);
        }
      } else {
        sections.addAll(sections(part, limit / 2));
      }
    }
    return sections;
  }

  private static List<LayoutBlock> ending(ChatReply reply, Optional<String> picture) {
    var blocks = new ArrayList<LayoutBlock>();
    reply.picture().ifPresent(p -> blocks.add(picture(p, picture)));
    if (!reply.sources().isEmpty()) {
      blocks.add(
          ContextBlock.builder()
              .elements(reply.sources().stream().limit(SOURCES).map(SlackReply::source).toList())
              .build());
    }
    if (!reply.choices().isEmpty()) {
      blocks.add(buttons(reply.choices()));
    }
    return blocks;
  }

  private static LayoutBlock picture(Picture picture, Optional<String> file) {
    String alt = cut(picture.alt(), ALT);
    return file.<LayoutBlock>map(
            id ->
                ImageBlock.builder()
                    .slackFile(SlackFileObject.builder().id(id).build())
                    .altText(alt)
                    .build())
        .orElseGet(() -> section(Mrkdwn.escape(cut("Picture: " + alt, SECTION / 2))));
  }

  private static ContextBlockElement source(Source source) {
    String note = source.note().isEmpty() ? "" : ", " + source.note();
    return mrkdwn(Mrkdwn.escape("Source: " + cut(Line.of(source.title()), SOURCE) + note));
  }

  private static SectionBlock section(String mrkdwn) {
    // Without the expanding, Slack folds a long answer behind "See more".
    return SectionBlock.builder().text(mrkdwn(mrkdwn)).expand(true).build();
  }

  /** Text as it was written: Slack makes no names, channels and addresses of its own accord. */
  private static MarkdownTextObject mrkdwn(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(false).build();
  }

  /** Choices as buttons, whose actions have the choices' own ids. */
  static ActionsBlock buttons(List<Choice> choices) {
    return ActionsBlock.builder()
        .elements(choices.stream().<BlockElement>map(SlackReply::button).toList())
        .build();
  }

  private static ButtonElement button(Choice choice) {
    ButtonElement button =
        ButtonElement.builder().actionId(choice.id()).text(plain(choice.label())).build();
    switch (choice.weight()) {
      case MAIN -> button.setStyle("primary");
      case PLAIN -> {}
      case DANGER -> button.setStyle("danger");
    }
    return button;
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  /**
   * Markdown as Slack's mrkdwn. What is literal stays so: whatever the text holds, it mentions
   * nobody and links only where the Markdown did.
   */
  static final class Mrkdwn {

    // Deeper nesting is nobody's; without a limit a hostile text exhausts the stack.
    private static final int DEEPEST = 30;
    private static final Parser PARSER =
        Parser.builder().maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST).build();
    // Slack knows no escape for its marks; beside something unseen, a mark is none.
    private static final String UNSEEN = "\u200B";
    private static final String MARKS = "*_~`";

    private Mrkdwn() {}

    static Node parse(String markdown) {
      return PARSER.parse(markdown);
    }

    static String of(String markdown) {
      return blocks(parse(markdown), "\n\n");
    }

    /** The only three characters that Slack wants escaped; without them there are no mentions. */
    static String escape(String text) {
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
}
