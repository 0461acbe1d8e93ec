package dev.waymark.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Where in a Markdown text its blocks begin, and what of it is better not cut. */
final class MarkdownSpans {

  // How much it matters that something stays whole, when it fits.
  static final int NEIGHBOURS = 1;
  private static final int ITEM = 2;
  private static final int EMPHASIS = 3;
  static final int WORDS = 4;
  private static final int LINK = 5;
  private static final int CODE = 6;

  // Deeper nesting is nobody's; without a limit a hostile text takes for ever.
  private static final int DEEPEST = 50;

  // A longer info string is nobody's language.
  private static final int INFO = 20;

  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();

  /** Where a block begins, and whether it is in no other. */
  record Start(int at, boolean outermost) {}

  /** What is better kept whole. */
  record Kept(int from, int to, int weight) {}

  private record Container(int from, int to, Node node) {}

  private final String text;
  private final List<Start> starts = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final List<Container> containers = new ArrayList<>();

  private MarkdownSpans(String text) {
    this.text = text;
  }

  static MarkdownSpans of(String text) {
    var spans = new MarkdownSpans(text);
    spans.read(PARSER.parse(text));
    return spans;
  }

  List<Start> starts() {
    return starts;
  }

  List<Kept> kept() {
    return kept;
  }

  /** What a cut at a position closes and opens again. */
  Seam seam(int at) {
    Optional<Seam.Code> code = Optional.empty();
    int quotes = 0;
    int indent = 0;
    var indents = new ArrayList<Integer>();
    for (Container container : containers) {
      if (container.from() >= at || at >= container.to()) {
        continue;
      }
      switch (container.node()) {
        case BlockQuote quote -> quotes++;
        case ListItem item -> {
          if (quotes == 0) {
            indent += item.getContentIndent() == null ? 0 : item.getContentIndent();
            indents.add(indent);
          }
        }
        case FencedCodeBlock block -> code = Optional.of(fenced(block, container));
        case IndentedCodeBlock block ->
            code = Optional.of(new Seam.Code("", "", container.from(), container.to()));
        default -> {}
      }
    }
    return new Seam(at, code, quotes, indents);
  }

  private Seam.Code fenced(FencedCodeBlock block, Container container) {
    int line = text.lastIndexOf('\n', container.from() - 1) + 1;
    // What stood before the fence made a quote or an item of it; the closing one needs as much.
    String before = text.substring(line, container.from()).replaceAll("[^>]", " ");
    int length = block.getOpeningFenceLength() == null ? 3 : block.getOpeningFenceLength();
    String fence = block.getFenceCharacter().repeat(length);
    String info = block.getInfo() == null ? "" : block.getInfo();
    int end = text.indexOf('\n', container.from());
    int from = end < 0 ? text.length() : end + 1;
    int to = container.to();
    if (block.getClosingFenceLength() != null) {
      to = text.lastIndexOf('\n', Math.max(0, to - 1));
    }
    return new Seam.Code(
        "\n" + before + fence, fence + (info.length() > INFO ? "" : info), from, to);
  }

  // By hand and not by a visitor, which goes as deep as the text does.
  private void read(Node document) {
    Node node = document;
    while (node != null) {
      add(node);
      Node next = node.getFirstChild();
      while (next == null && node != null) {
        next = node.getNext();
        node = node.getParent();
      }
      node = next;
    }
  }

  private void add(Node node) {
    List<SourceSpan> of = node.getSourceSpans();
    if (of.isEmpty()) {
      return;
    }
    int from = of.getFirst().getInputIndex();
    int to = of.getLast().getInputIndex() + of.getLast().getLength();
    if (node instanceof Block) {
      starts.add(new Start(from, node.getParent() instanceof Document));
      containers.add(new Container(from, to, node));
    }
    int weight =
        switch (node) {
          case FencedCodeBlock block -> CODE;
          case IndentedCodeBlock block -> CODE;
          case Code code -> CODE;
          case Link link -> LINK;
          case Image image -> LINK;
          case HtmlInline html -> LINK;
          case Heading heading -> LINK;
          case Emphasis emphasis -> EMPHASIS;
          case StrongEmphasis strong -> EMPHASIS;
          case ListItem item -> ITEM;
          default -> 0;
        };
    if (weight > 0) {
      kept.add(new Kept(from, to, weight));
    }
    Node next = node.getNext();
    if (next != null && !next.getSourceSpans().isEmpty() && introduces(node, next, to)) {
      int nextFrom = next.getSourceSpans().getFirst().getInputIndex();
      kept.add(new Kept(from, nextFrom + 1, NEIGHBOURS));
    }
  }

  /** A heading stays with what is under it, and a line that ends in a colon with its list. */
  private boolean introduces(Node node, Node next, int end) {
    return node instanceof Heading
        || (node instanceof Paragraph
            && next instanceof ListBlock
            && end > 0
            && end <= text.length()
            && text.charAt(end - 1) == ':');
  }
}
