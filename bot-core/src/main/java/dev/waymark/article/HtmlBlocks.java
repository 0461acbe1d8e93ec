package dev.waymark.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Reads HTML, a page or a piece of one. */
final class HtmlBlocks {

  private static final Set<String> BOLD = Set.of("b", "strong");
  private static final Pattern BOLD_STYLE =
      Pattern.compile("(?i).*font-weight\\s*:\\s*(?:bold|[6-9]00).*");
  private static final String BLOCK_TAGS =
      "h1, h2, h3, h4, h5, h6, p, ul, ol, dl, table, details, div, section, article, blockquote";
  private static final Pattern SITE_NAME = Pattern.compile("\\s+[|–—»·-]\\s+[^|–—»·]{2,40}$");

  private final ImportNotes notes;
  private final int above;
  private final List<Block> blocks;

  private HtmlBlocks(ImportNotes notes, int above, List<Block> blocks) {
    this.notes = notes;
    this.above = above;
    this.blocks = blocks;
  }

  /** A whole page. */
  static List<Block> read(String html, ImportNotes notes) {
    Document page = parse(html);
    var blocks = new ArrayList<Block>();
    HtmlFurniture.remove(page, notes);
    String title = SITE_NAME.matcher(page.title()).replaceFirst("");
    if (page.select("h1").isEmpty() && !title.isBlank()) {
      blocks.add(new Block.Heading(1, ArticleText.heading(title), 1));
    }
    new HtmlBlocks(notes, 0, blocks).children(page.body(), 0);
    return blocks;
  }

  /** A piece of HTML within another form, beginning on that line. */
  static List<Block> fragment(String html, int line, ImportNotes notes) {
    Document page = parse(html);
    var blocks = new ArrayList<Block>();
    HtmlFurniture.remove(page, notes);
    new HtmlBlocks(notes, Math.max(0, line - 1), blocks).children(page.body(), 0);
    return blocks;
  }

  private static Document parse(String html) {
    return Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
  }

  private int line(Element element) {
    int line = HtmlFurniture.line(element);
    return line > 0 ? above + line : above;
  }

  private void children(Element parent, int depth) {
    var text = new InlineText();
    for (Node node : parent.childNodes()) {
      if (node instanceof Element element && isBlock(element)) {
        text.flush(blocks, line(parent), notes);
        block(element, depth);
      } else {
        inline(node, text, false, false);
      }
    }
    text.flush(blocks, line(parent), notes);
  }

  private static boolean isBlock(Element element) {
    return switch (element.normalName()) {
      case "br" -> false;
      case "button" -> true;
      default -> element.isBlock() || !element.select(BLOCK_TAGS).isEmpty();
    };
  }

  private void block(Element element, int depth) {
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          heading(element.normalName().charAt(1) - '0', element);
      case "summary", "dt" -> heading(Block.BOLD_LEVEL, element);
      case "button" -> {
        if (element.text().endsWith("?")) {
          heading(Block.BOLD_LEVEL, element);
        } else if (element.hasText()) {
          notes.leaveOut("buttons", element.text(), line(element));
        }
      }
      case "ul", "ol" -> list(element, depth);
      // Without a list around it, which is wrong and read by browsers all the same.
      case "li" -> item(element, depth, 0);
      case "table" -> table(element, depth);
      case "figure" -> figure(element, depth);
      case "hr" -> {}
      default -> children(element, depth);
    }
  }

  private void heading(int level, Element element) {
    String text = ArticleText.heading(element.text());
    if (!text.isEmpty()) {
      blocks.add(new Block.Heading(level, text, line(element)));
    }
  }

  private void figure(Element figure, int depth) {
    if (figure.select("table, ul, ol, p, blockquote").isEmpty()) {
      notes.leaveOut(PageFurniture.IMAGES, figure.text(), line(figure));
    } else {
      children(figure, depth);
    }
  }

  private void list(Element list, int depth) {
    List<Element> items = list.children();
    if (!items.isEmpty() && items.stream().allMatch(HtmlBlocks::onlyLink)) {
      notes.leaveOut(PageFurniture.LINKS, list.text(), line(list));
      return;
    }
    boolean numbered = list.normalName().equals("ol");
    int number = numbered ? Math.max(1, number(list.attr("start"))) : 0;
    for (Element item : items) {
      item(item, depth, number);
      number += numbered ? 1 : 0;
    }
  }

  private void item(Element item, int depth, int number) {
    var inner = new ArrayList<Block>();
    new HtmlBlocks(notes, above, inner).children(item, depth + 1);
    blocks.addAll(ListFold.fold(inner, depth, number));
  }

  private static int number(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 1;
  }

  private static boolean onlyLink(Element item) {
    String linked = String.join("", item.select("a").eachText()).replaceAll("\\W", "");
    boolean isText = item.text().endsWith("?") && !item.select("p, div, details").isEmpty();
    return !isText && !linked.isEmpty() && linked.equals(item.text().replaceAll("\\W", ""));
  }

  private void table(Element table, int depth) {
    List<Element> rows = table.select("tr");
    boolean layout =
        !table.select("h1, h2, h3, h4, h5, ul, ol, table table").isEmpty()
            || rows.stream().allMatch(r -> r.childrenSize() < 2);
    if (layout) {
      table.select("td, th").stream()
          .filter(c -> table.equals(c.closest("table")))
          .forEach(c -> children(c, depth));
      return;
    }
    for (Element row : rows) {
      List<String> cells = row.children().stream().map(c -> ArticleText.tidy(c.text())).toList();
      boolean header =
          row.closest("thead") != null
              || row.children().stream().allMatch(c -> c.normalName().equals("th"))
              || (row.equals(rows.getFirst())
                  && cells.stream().noneMatch(c -> c.matches(".*\\d.*")));
      if (cells.stream().anyMatch(c -> !c.isEmpty())) {
        blocks.add(new Block.TableRow(header, cells, line(row)));
      }
    }
  }

  private void inline(Node node, InlineText text, boolean bold, boolean link) {
    switch (node) {
      case TextNode t -> text.add(t.getWholeText(), bold, link);
      case Element element -> {
        switch (element.normalName()) {
          case "br" -> text.breakLine();
          case "img", "picture" ->
              notes.leaveOut(PageFurniture.IMAGES, element.attr("alt"), line(element));
          default -> {
            boolean isBold =
                bold
                    || BOLD.contains(element.normalName())
                    || BOLD_STYLE.matcher(element.attr("style")).matches();
            boolean isLink = link || (element.normalName().equals("a") && element.hasAttr("href"));
            element.childNodes().forEach(n -> inline(n, text, isBold, isLink));
          }
        }
      }
      default -> {}
    }
  }
}
