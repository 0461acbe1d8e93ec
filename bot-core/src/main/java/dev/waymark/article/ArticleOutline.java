package dev.waymark.article;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article taken apart.
 *
 * @param title the article's title
 * @param role the profession
 * @param parts what was found, in the order of the series
 */
record ArticleOutline(String title, String role, Map<ArticlePart, Part> parts) {

  /**
   * One part.
   *
   * @param heading its heading; empty when it has none
   * @param level 1 to 6; {@link Block#BOLD_LEVEL} or more when it is a heading by its look only
   * @param line where it begins
   * @param blocks what stands below the heading
   */
  record Part(String heading, int level, int line, List<Block> blocks) {}

  /** What articles of the series are called. */
  static final Pattern TITLE =
      Pattern.compile("(?i).*\\bhow (?:to|do you|do i|can you) (?:become|be|start)\\b.*");

  private static final String NOT_OF_THE_SERIES = "not a part that articles of this series have";
  // The parts whose headings are often no more than bold.
  private static final Set<ArticlePart> END_PARTS = Set.of(ArticlePart.FAQ, ArticlePart.CONCLUSION);
  private static final Optional<ArticlePart> INTRO = Optional.of(ArticlePart.INTRO);
  private static final int PLAIN_LEVEL = Block.BOLD_LEVEL + 1;

  /**
   * Takes apart. Parts without a block are not in the result, neither is what is not recognized.
   */
  static ArticleOutline of(List<Block> blocks, ImportNotes notes) {
    return new Walk(blocks, notes).outline();
  }

  /** One pass over the blocks. */
  private static final class Walk {
    private final List<Block> blocks;
    private final ImportNotes notes;
    private final boolean realHeadings;
    private final Map<ArticlePart, Part> parts = new EnumMap<>(ArticlePart.class);
    private Optional<ArticlePart> current = INTRO;
    private final Set<Integer> stepNumbers = new HashSet<>();
    private ArticlePart last = ArticlePart.INTRO;
    private int level = 1;

    private Walk(List<Block> all, ImportNotes notes) {
      this.blocks = TableOfContents.without(all, notes);
      this.notes = notes;
      this.realHeadings =
          blocks.stream()
                  .filter(b -> b instanceof Block.Heading h && h.level() < Block.BOLD_LEVEL)
                  .filter(b -> ArticlePart.of(b.text()).isPresent())
                  .count()
              >= 2;
    }

    private ArticleOutline outline() {
      int titleAt = titleAt();
      String title = titleAt < 0 ? "" : shortTitle(blocks.get(titleAt).text());
      for (int i = 0; i < titleAt; i++) {
        notes.leaveOut("before the title", blocks.get(i));
      }
      for (Block block : blocks.subList(titleAt + 1, blocks.size())) {
        boolean again = current.equals(INTRO) && shortTitle(block.text()).equals(title);
        if (!again) {
          take(block);
        }
      }
      parts.values().removeIf(p -> p.blocks().isEmpty());
      cutLinksAtEnd();
      String role = RoleName.find(title, parts);
      return new ArticleOutline(title.isEmpty() ? "How to become: " + role : title, role, parts);
    }

    private int titleAt() {
      int top = topLevel();
      int first = -1;
      boolean prose = false;
      for (int i = 0; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        boolean heading = block instanceof Block.Heading h && h.level() == top;
        if ((heading || mayBeTitle(block)) && TITLE.matcher(block.text()).matches()) {
          return i;
        }
        if (StepMark.isOn(block) || (prose && !heading && opens(block).isPresent())) {
          break;
        }
        first = first < 0 && heading ? i : first;
        prose |= ArticleText.endsSentence(block.text()) && !heading;
      }
      boolean plain = first < 0 && !blocks.isEmpty() && mayBeTitle(blocks.getFirst());
      return plain && ArticlePart.of(blocks.getFirst().text()).isEmpty() ? 0 : first;
    }

    private int topLevel() {
      return blocks.stream()
          .mapToInt(b -> b instanceof Block.Heading h ? h.level() : PLAIN_LEVEL)
          .min()
          .orElse(1);
    }

    private static boolean mayBeTitle(Block block) {
      return block instanceof Block.Paragraph
          && !block.text().endsWith(".")
          && !StepMark.isOn(block)
          && ArticleText.words(block.text()).size() <= 20;
    }

    private void take(Block block) {
      sort(block);
      if (StepMark.isOn(block)) {
        StepMark.of(block.text()).ifPresent(m -> stepNumbers.add(m.number()));
      }
    }

    private void sort(Block block) {
      Optional<ArticlePart> opened = opens(block);
      if (opened.isPresent()) {
        open(opened.get(), block);
      } else if (opensSteps(block)) {
        current = Optional.of(ArticlePart.STEPS);
        Part steps = new Part("", levelOf(block), block.line(), new ArrayList<>());
        parts.computeIfAbsent(ArticlePart.STEPS, p -> steps).blocks().add(block);
        last = ArticlePart.STEPS;
        level = parts.get(ArticlePart.STEPS).level();
      } else if (leaves(block)) {
        current = Optional.empty();
        notes.leaveOut(NOT_OF_THE_SERIES, block);
      } else if (current.isEmpty()) {
        notes.leaveOut(NOT_OF_THE_SERIES, block);
      } else {
        part(current.get()).blocks().add(block);
        last = current.get();
      }
    }

    private Part part(ArticlePart part) {
      return parts.computeIfAbsent(part, p -> new Part("", PLAIN_LEVEL, 0, new ArrayList<>()));
    }

    private void open(ArticlePart part, Block heading) {
      Part before = parts.get(part);
      if (before == null || before.blocks().isEmpty()) {
        String text = ArticleText.title(heading.text());
        parts.put(part, new Part(text, levelOf(heading), heading.line(), new ArrayList<>()));
      } else {
        before.blocks().add(new Block.Heading(Block.BOLD_LEVEL, heading.text(), heading.line()));
      }
      current = Optional.of(part);
      level = levelOf(heading);
    }

    private static int levelOf(Block block) {
      return block instanceof Block.Heading h ? h.level() : PLAIN_LEVEL;
    }

    // The part that a block opens here. A heading below the current part's own is inside of it.
    private Optional<ArticlePart> opens(Block block) {
      boolean real = block instanceof Block.Heading h && h.level() < Block.BOLD_LEVEL;
      boolean plain =
          (block instanceof Block.Paragraph && !realHeadings)
              || (block instanceof Block.Heading && !real);
      boolean question = block.text().endsWith("?");
      if (!real && !(plain && ArticlePart.mayBeHeading(block.text()))) {
        return Optional.empty();
      }
      Optional<ArticlePart> part = ArticlePart.of(block.text());
      if (part.isEmpty() || part.equals(current)) {
        return Optional.empty();
      }
      boolean known = parts.containsKey(part.get());
      boolean inside =
          levelOf(block) > level
              && level < Block.BOLD_LEVEL
              && divided()
              && (real || !END_PARTS.contains(part.get()) || known);
      boolean answered = current.equals(Optional.of(ArticlePart.FAQ)) && question;
      // Behind the conclusion, and in a part of another article, the headings are those of links.
      boolean over = current.isEmpty() || current.get() == ArticlePart.CONCLUSION;
      // Nor does an article tell twice how to become something.
      boolean other = known && part.get() == ArticlePart.STEPS;
      boolean blocked = inside || other || (known && (over || answered)) || (answered && !real);
      return blocked ? Optional.empty() : part;
    }

    private boolean divided() {
      return current.isPresent() && current.get() != ArticlePart.INTRO;
    }

    // A step opens the steps when no heading has, or goes on with them behind an advert; the steps
    // of another article begin with a number that was there.
    private boolean opensSteps(Block block) {
      boolean outside =
          current.isEmpty() || current.equals(INTRO) || !parts.containsKey(ArticlePart.STEPS);
      boolean ended = parts.containsKey(ArticlePart.CONCLUSION);
      return outside
          && !ended
          && StepMark.isOn(block)
          && StepMark.of(block.text()).filter(m -> stepNumbers.contains(m.number())).isEmpty();
    }

    // Whether a heading ends the current part without opening another that is known.
    private boolean leaves(Block block) {
      if (current.isEmpty() || isOtherArticle(block)) {
        return current.isPresent();
      }
      if (!(block instanceof Block.Heading heading)) {
        return false;
      }
      ArticlePart part = current.get();
      if (part == ArticlePart.CONCLUSION) {
        return heading.level() < Block.BOLD_LEVEL;
      }
      boolean asHigh = heading.level() <= level && heading.level() < Block.BOLD_LEVEL;
      boolean same = ArticlePart.of(block.text()).equals(current);
      if (!asHigh || same || part == ArticlePart.INTRO) {
        return false;
      }
      boolean single = part == ArticlePart.WHAT || part == ArticlePart.ENVIRONMENT;
      boolean unit =
          StepMark.isOn(block)
              || (part == ArticlePart.FAQ && block.text().endsWith("?"))
              || (part == ArticlePart.STEPS
                  && !ArticleText.unnumbered(block.text()).equals(block.text()));
      return !unit && (single || !flat(part));
    }

    // "How to become" something, once more, is a link to another article or that article.
    private boolean isOtherArticle(Block block) {
      return parts.containsKey(ArticlePart.STEPS)
          && !current.equals(Optional.of(ArticlePart.STEPS))
          && !(block instanceof Block.TableRow)
          && !block.text().endsWith("?")
          && TITLE.matcher(block.text()).matches()
          && ArticlePart.mayBeHeading(block.text());
    }

    // Whether the headings of the part's pieces are as high as its own.
    private boolean flat(ArticlePart part) {
      List<Block> inside = part(part).blocks();
      if (part == ArticlePart.STEPS && inside.stream().anyMatch(StepMark::isOn)) {
        return false;
      }
      return inside.stream().anyMatch(b -> b instanceof Block.Heading h && h.level() == level)
          || inside.stream()
              .noneMatch(b -> b instanceof Block.Heading || b instanceof Block.ListItem);
    }

    // Headlines at the end of the last part are links to other pages of the site.
    private void cutLinksAtEnd() {
      List<ArticlePart> prose =
          List.of(
              ArticlePart.STEPS,
              ArticlePart.WHAT,
              ArticlePart.ENVIRONMENT,
              ArticlePart.FAQ,
              ArticlePart.CONCLUSION);
      List<Block> end = prose.contains(last) ? part(last).blocks() : new ArrayList<>();
      while (end.size() > 1 && isLink(end.getLast())) {
        notes.leaveOut(PageFurniture.LINKS, end.removeLast());
      }
    }

    private static boolean isLink(Block block) {
      String text = block.text();
      return !(block instanceof Block.TableRow)
          && !text.endsWith(".")
          && !text.endsWith("?")
          && !StepMark.isOn(block)
          && ArticleText.words(text).size() >= 4
          && ArticleText.isHeadline(text);
    }
  }

  private static String shortTitle(String text) {
    Matcher more = Pattern.compile("\\s*\\([^)]*\\)\\s*$").matcher(text);
    return ArticleText.title(more.replaceFirst(""));
  }
}
