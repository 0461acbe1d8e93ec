package dev.waymark.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * What of a section's body is read as one: a paragraph, or a list, with the heading or the line
 * that leads to it. Immutable.
 *
 * @param lead what leads to it; nothing when it stands by itself
 * @param kind what it is
 * @param pieces the entries of a list, in order; of anything else the whole
 */
public record BodyPart(Optional<Piece> lead, Kind kind, List<Piece> pieces) {

  private static final Parser PARSER =
      PlainText.parser().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  /** What a part can be. */
  public enum Kind {
    PROSE,
    CODE,
    LIST,
    NUMBERED_LIST
  }

  /**
   * A piece of a body.
   *
   * @param markdown as it stands there; an entry with its sign
   * @param sentences its sentences without marks
   */
  public record Piece(String markdown, List<String> sentences) {

    public Piece {
      sentences = List.copyOf(sentences);
    }
  }

  public BodyPart {
    pieces = List.copyOf(pieces);
  }

  /** The parts of a body, in order; HTML, lines across and what links stand for are left out. */
  public static List<BodyPart> of(String markdown) {
    var parts = new ArrayList<BodyPart>();
    Optional<Piece> lead = Optional.empty();
    for (Node node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
      if (isUnread(node)) {
        continue;
      }
      if (isLead(node)) {
        lead = Optional.of(joined(lead, piece(node, markdown)));
      } else {
        parts.add(new BodyPart(lead, kind(node), pieces(node, markdown)));
        lead = Optional.empty();
      }
    }
    lead.ifPresent(last -> parts.add(new BodyPart(Optional.empty(), Kind.PROSE, List.of(last))));
    return List.copyOf(parts);
  }

  private static boolean isUnread(Node node) {
    return node instanceof HtmlBlock
        || node instanceof ThematicBreak
        || node instanceof LinkReferenceDefinition;
  }

  /** A heading, or the line before a list. */
  private static boolean isLead(Node node) {
    return node instanceof Heading
        || (node instanceof Paragraph && node.getNext() instanceof ListBlock);
  }

  private static Kind kind(Node node) {
    return switch (node) {
      case OrderedList list -> Kind.NUMBERED_LIST;
      case ListBlock list -> Kind.LIST;
      case FencedCodeBlock code -> Kind.CODE;
      case IndentedCodeBlock code -> Kind.CODE;
      default -> Kind.PROSE;
    };
  }

  private static Piece joined(Optional<Piece> first, Piece second) {
    return first
        .map(
            f ->
                new Piece(
                    f.markdown() + "\n\n" + second.markdown(),
                    Stream.of(f, second).flatMap(p -> p.sentences().stream()).toList()))
        .orElse(second);
  }

  private static List<Piece> pieces(Node node, String markdown) {
    if (!(node instanceof ListBlock)) {
      return List.of(piece(node, markdown));
    }
    var entries = new ArrayList<Piece>();
    for (Node entry = node.getFirstChild(); entry != null; entry = entry.getNext()) {
      entries.add(piece(entry, markdown));
    }
    return entries;
  }

  private static Piece piece(Node node, String markdown) {
    List<SourceSpan> lines = ((Block) node).getSourceSpans();
    int from = lines.getFirst().getInputIndex();
    // Indented code is known by the spaces before it.
    if (node instanceof IndentedCodeBlock) {
      from = markdown.lastIndexOf('\n', from - 1) + 1;
    }
    SourceSpan last = lines.getLast();
    String source = markdown.substring(from, last.getInputIndex() + last.getLength());
    return new Piece(
        source.stripTrailing(),
        PlainText.blocks(source).stream().flatMap(b -> PlainText.sentences(b).stream()).toList());
  }
}
