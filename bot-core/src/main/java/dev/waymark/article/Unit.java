package dev.waymark.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A piece of a part that becomes a section: a responsibility, a skill, a stage, a question.
 *
 * @param title its heading or lead
 * @param line where it begins
 * @param blocks what is said
 */
record Unit(String title, int line, List<Block> blocks) {

  private static final int TITLE_WORDS = 16;
  private static final int SHORT_TITLE_WORDS = 8;

  /** The units of a part, and the blocks that belong to none. */
  record Split(List<Unit> units, List<Block> loose) {

    private Split() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    boolean isEmpty() {
      return units.isEmpty();
    }

    private void begin(String title, Block block) {
      units.add(new Unit(title, block.line(), new ArrayList<>()));
    }

    private void add(Block block) {
      (units.isEmpty() ? loose : units.getLast().blocks()).add(block);
    }
  }

  /** All words, the title's too. */
  String text() {
    var text = new StringBuilder(title);
    blocks.forEach(b -> text.append('\n').append(b.text()));
    return text.toString();
  }

  /**
   * Splits at headings; where there is none, at lines that look like one.
   *
   * @param blocks the part's blocks
   * @param isTitle whether a line without a mark is a heading here, given the block below it
   */
  static Split byHeadings(List<Block> blocks, BiPredicate<Block, Block> isTitle) {
    int level = highest(blocks);
    var split = new Split();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Optional<Block> next =
          i + 1 < blocks.size() ? Optional.of(blocks.get(i + 1)) : Optional.empty();
      boolean begins =
          level > 0
              ? block instanceof Block.Heading h && h.level() == level
              : next.isPresent() && isTitle.test(block, next.get());
      if (begins) {
        split.begin(ArticleText.title(block.text()), block);
      } else {
        split.add(block);
      }
    }
    return split;
  }

  // The highest level of the part's headings; 0 when it has none.
  private static int highest(List<Block> blocks) {
    return blocks.stream()
        .filter(b -> b instanceof Block.Heading)
        .mapToInt(b -> ((Block.Heading) b).level())
        .min()
        .orElse(0);
  }

  /**
   * Splits at list entries and paragraphs that begin with a lead.
   *
   * @param blocks the part's blocks
   * @param wanted which leads begin a unit
   */
  static Split byLeads(List<Block> blocks, Predicate<Block> wanted) {
    boolean listed = blocks.stream().anyMatch(b -> isOuterItem(b) && wanted.test(b));
    var split = new Split();
    for (Block block : blocks) {
      boolean place = listed ? isOuterItem(block) : block instanceof Block.Paragraph;
      Optional<Lead> lead = place && wanted.test(block) ? Lead.of(block) : Optional.empty();
      if (lead.isPresent()) {
        split.begin(lead.get().title(), block);
        if (!lead.get().rest().isEmpty()) {
          split.add(new Block.Paragraph("", lead.get().rest(), block.line()));
        }
      } else if (listed && !(block instanceof Block.ListItem)) {
        split.loose().add(block);
      } else {
        split.add(block);
      }
    }
    return split;
  }

  /**
   * List entries that begin a unit each.
   *
   * @param begins which entries do
   * @param withProse whether paragraphs below an entry belong to it, or only other entries
   */
  static Split byItems(List<Block> blocks, Predicate<Block> begins, boolean withProse) {
    var split = new Split();
    for (Block block : blocks) {
      if (!begins.test(block)) {
        boolean below = withProse || block instanceof Block.ListItem;
        (below && !split.isEmpty() ? split.units().getLast().blocks() : split.loose()).add(block);
        continue;
      }
      Lead lead = Lead.of(block).orElseGet(() -> new Lead(block.text(), ""));
      split.begin(ArticleText.title(lead.title()), block);
      if (!lead.rest().isEmpty()) {
        split.add(new Block.Paragraph("", lead.rest(), block.line()));
      }
    }
    return split;
  }

  static boolean isOuterItem(Block block) {
    return block instanceof Block.ListItem item && item.depth() == 0;
  }

  /** Whether a line looks like a title of what stands below it. */
  static boolean looksLikeTitle(Block block, Block next) {
    String text = block.text();
    boolean line =
        block instanceof Block.Paragraph p
            && p.lead().isEmpty()
            && ArticleText.words(text).size() <= TITLE_WORDS
            && !text.matches(".*[.!?,;…]$")
            && !Character.isLowerCase(text.charAt(0));
    boolean isShort = !text.endsWith(":") && ArticleText.words(text).size() <= SHORT_TITLE_WORDS;
    boolean above = next instanceof Block.ListItem || ArticleText.endsSentence(next.text());
    return line && ((isShort && above) || ArticleText.isHeadline(text));
  }
}
