package dev.waymark.article;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Finds a table of contents in plain text: a run of headings with nothing between them, all of
 * which come again.
 */
final class TableOfContents {

  // Two headings may follow each other in an article that has nothing to say below the first.
  private static final int SHORTEST = 3;

  private TableOfContents() {}

  /** The blocks without it. */
  static List<Block> without(List<Block> blocks, ImportNotes notes) {
    var kept = new ArrayList<Block>();
    int at = 0;
    while (at < blocks.size()) {
      int end = at;
      var run = EnumSet.noneOf(ArticlePart.class);
      while (end < blocks.size() && isMark(blocks.get(end))) {
        ArticlePart.of(blocks.get(end).text()).ifPresent(run::add);
        end++;
      }
      if (run.size() >= SHORTEST && comeAgain(run, blocks.subList(end, blocks.size()))) {
        blocks.subList(at, end).forEach(b -> notes.leaveOut(PageFurniture.CONTENTS, b));
      } else {
        end = Math.max(end, at + 1);
        kept.addAll(blocks.subList(at, end));
      }
      at = end;
    }
    return kept;
  }

  private static boolean isMark(Block block) {
    String text = block.text();
    boolean opens = ArticlePart.of(text).isPresent() || StepMark.of(text).isPresent();
    return opens && !ArticleOutline.TITLE.matcher(text).matches();
  }

  private static boolean comeAgain(EnumSet<ArticlePart> run, List<Block> rest) {
    var left = EnumSet.copyOf(run);
    for (Block block : rest) {
      ArticlePart.of(block.text()).ifPresent(left::remove);
      if (left.isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
