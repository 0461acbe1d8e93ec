package dev.waymark.article;

import dev.waymark.guide.PlainText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the steps of an article and their numbers. */
final class StepUnits {

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})\\s*[.):–—-]");
  private static final int TITLE_WORDS = 18;

  /** A step: its number, 0 when the article gives none, and what is said. */
  record Numbered(int number, Unit unit) {}

  private final ImportNotes notes;
  private final List<Numbered> steps = new ArrayList<>();
  private final List<Block> before = new ArrayList<>();

  private StepUnits(ImportNotes notes) {
    this.notes = notes;
  }

  /**
   * The steps by their numbers, from 1.
   *
   * @param before takes the text above the first step
   */
  static List<Numbered> of(List<Block> blocks, List<Block> before, ImportNotes notes) {
    var steps = new StepUnits(notes);
    if (blocks.stream().anyMatch(StepMark::isOn)) {
      steps.readMarked(blocks);
    } else {
      steps.readUnmarked(blocks);
    }
    before.addAll(steps.before);
    return steps.numbered();
  }

  private void readMarked(List<Block> blocks) {
    int level =
        blocks.stream()
            .filter(b -> b instanceof Block.Heading && StepMark.isOn(b))
            .mapToInt(b -> ((Block.Heading) b).level())
            .min()
            .orElse(0);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean alike =
          block instanceof Block.Heading h && h.level() == level && level < Block.BOLD_LEVEL;
      if (StepMark.isOn(block)) {
        StepMark mark = StepMark.of(block.text()).orElseThrow();
        boolean titleBelow = mark.title().isEmpty() && isTitle(blocks, i + 1);
        begin(mark.number(), titleBelow ? blocks.get(++i).text() : mark.title(), block);
      } else if (alike) {
        Matcher number = NUMBER.matcher(block.text());
        int value = number.lookingAt() ? Integer.parseInt(number.group(1)) : 0;
        begin(value, ArticleText.unnumbered(block.text()), block);
      } else {
        add(block);
      }
    }
  }

  private static boolean isTitle(List<Block> blocks, int at) {
    if (at >= blocks.size()) {
      return false;
    }
    Block block = blocks.get(at);
    boolean line =
        block instanceof Block.Paragraph
            && !ArticleText.endsSentence(block.text())
            && ArticleText.words(block.text()).size() <= TITLE_WORDS;
    return line || block instanceof Block.Heading;
  }

  // Without "Step 4" the steps are headings, numbered lines, or lines that look like headings.
  private void readUnmarked(List<Block> blocks) {
    boolean headings = blocks.stream().anyMatch(b -> b instanceof Block.Heading);
    boolean items = blocks.stream().anyMatch(b -> b instanceof Block.ListItem i && i.number() > 0);
    Unit.Split split =
        headings || !items
            ? Unit.byHeadings(blocks, Unit::looksLikeTitle)
            : Unit.byItems(blocks, counted(blocks)::contains, true);
    if (split.isEmpty()) {
      split = Unit.byLeads(blocks, b -> Lead.of(b).isPresent());
    }
    before.addAll(split.loose());
    split.units().forEach(u -> steps.add(new Numbered(0, u)));
  }

  // The entries whose numbers count on; a list inside of a step begins with 1 again.
  private static Set<Block> counted(List<Block> blocks) {
    var counted = new HashSet<Block>();
    for (Block block : blocks) {
      boolean next =
          block instanceof Block.ListItem item
              && item.depth() == 0
              && item.number() == counted.size() + 1;
      if (next) {
        counted.add(block);
      }
    }
    return counted;
  }

  // A line that goes on behind its title is taken apart at the first sentence's end.
  private void begin(int number, String text, Block block) {
    var unit = new Unit(ArticleText.title(text), block.line(), new ArrayList<>());
    Optional<Lead> lead = Optional.empty();
    if (block instanceof Block.Paragraph p && !p.lead().isEmpty()) {
      String bold = StepMark.of(p.lead()).map(StepMark::title).orElse("");
      if (!bold.isEmpty() && text.startsWith(bold)) {
        lead = Lead.of(new Block.Paragraph(bold, text, p.line()));
      }
    }
    List<String> sentences = PlainText.sentences(text);
    if (lead.isPresent()) {
      unit = unit(lead.get().title(), lead.get().rest(), block);
    } else if (ArticleText.words(text).size() > TITLE_WORDS && sentences.size() > 1) {
      String first = sentences.getFirst();
      String rest = String.join(" ", sentences.subList(1, sentences.size()));
      unit = unit(first, rest, block);
    }
    String title = unit.title();
    String plain = title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
    steps.add(new Numbered(number, new Unit(plain, unit.line(), unit.blocks())));
  }

  private static Unit unit(String title, String rest, Block block) {
    var blocks = new ArrayList<Block>();
    if (!rest.isEmpty()) {
      blocks.add(new Block.Paragraph("", rest, block.line()));
    }
    return new Unit(ArticleText.title(title), block.line(), blocks);
  }

  private void add(Block block) {
    (steps.isEmpty() ? before : steps.getLast().unit().blocks()).add(block);
  }

  private List<Numbered> numbered() {
    dropEmptyDoubles();
    var numbers = new HashSet<Integer>();
    for (Numbered step : steps) {
      if (step.number() > 0 && !numbers.add(step.number())) {
        notes.warn(
            step.unit().line(),
            "step " + step.number() + " is there twice, so the steps are numbered in their order");
        return inOrder();
      }
    }
    if (steps.stream().anyMatch(s -> s.number() == 0)) {
      if (!numbers.isEmpty()) {
        notes.warn(0, "some steps have no number, so all are numbered in their order");
      }
      return inOrder();
    }
    var byNumber = new TreeMap<Integer, Numbered>();
    steps.forEach(s -> byNumber.put(s.number(), s));
    int last = byNumber.isEmpty() ? 0 : byNumber.lastKey();
    for (int i = 1; i < last; i++) {
      if (!byNumber.containsKey(i)) {
        notes.warn(0, "step " + i + " is missing; the others keep the numbers the article gives");
      }
    }
    if (!List.copyOf(byNumber.values()).equals(steps)) {
      notes.warn(0, "the steps do not stand in the order of their numbers; the numbers hold");
    }
    return List.copyOf(byNumber.values());
  }

  // A list of the steps above them says each title once more.
  private void dropEmptyDoubles() {
    Set<String> told =
        steps.stream()
            .filter(s -> !s.unit().blocks().isEmpty())
            .map(StepUnits::heading)
            .collect(Collectors.toSet());
    List<Numbered> empty =
        steps.stream()
            .filter(s -> s.unit().blocks().isEmpty() && told.contains(heading(s)))
            .toList();
    empty.forEach(s -> notes.leaveOut(PageFurniture.CONTENTS, s.unit().title(), s.unit().line()));
    steps.removeIf(s -> s.unit().blocks().isEmpty() && told.contains(heading(s)));
  }

  private static String heading(Numbered step) {
    return step.number() + " " + step.unit().title();
  }

  private List<Numbered> inOrder() {
    var inOrder = new ArrayList<Numbered>();
    steps.forEach(s -> inOrder.add(new Numbered(inOrder.size() + 1, s.unit())));
    return inOrder;
  }
}
