package dev.waymark.guide;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The words of a CommonMark text, without its marks. All methods are thread-safe. */
public final class PlainText {

  // No text that a person wrote is nested deeper; one made to be would overflow the stack of
  // whoever walks through it.
  private static final int DEEPEST = 100;

  private static final Parser PARSER = parser().build();

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private PlainText() {}

  /** A parser that no text can overflow. */
  static Parser.Builder parser() {
    return Parser.builder().maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST);
  }

  /**
   * The text's paragraphs, headings, list entries and code, each on one line, in order. HTML is
   * left out.
   */
  public static List<String> blocks(String markdown) {
    var blocks = new ArrayList<String>();
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Paragraph paragraph) {
                add(words(paragraph));
              }

              @Override
              public void visit(Heading heading) {
                add(words(heading));
              }

              @Override
              public void visit(FencedCodeBlock code) {
                add(code.getLiteral());
              }

              @Override
              public void visit(IndentedCodeBlock code) {
                add(code.getLiteral());
              }

              private void add(String text) {
                String line = SPACES.matcher(text).replaceAll(" ").strip();
                if (!line.isEmpty()) {
                  blocks.add(line);
                }
              }
            });
    return blocks;
  }

  /** The sentences of one block, by the rules of English, without spaces around them. */
  public static List<String> sentences(String block) {
    var sentences = new ArrayList<String>();
    BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    iterator.setText(block);
    int start = iterator.first();
    for (int end = iterator.next(); end != BreakIterator.DONE; start = end, end = iterator.next()) {
      String sentence = block.substring(start, end).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  private static String words(Node node) {
    var text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text t) {
            text.append(t.getLiteral());
          }

          @Override
          public void visit(Code code) {
            text.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak line) {
            text.append(' ');
          }

          @Override
          public void visit(HardLineBreak line) {
            text.append(' ');
          }
        });
    return text.toString();
  }
}
