package dev.waymark.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the questions and answers of an article. */
final class FaqUnits {

  private static final Pattern QUESTION =
      Pattern.compile("(?i)^(?:Q(?:uestion)?\\s*\\d{0,2}\\s*[:.)–-]|\\d{1,2}\\s*[.)])\\s*(.+)$");
  private static final Pattern ANSWER =
      Pattern.compile("(?i)^A(?:nswer)?\\s*\\d{0,2}\\s*[:.)–-]\\s*(?=\\S)");
  private static final Pattern BOTH =
      Pattern.compile("(?i)^(.{8,200}?\\?)\\s+A(?:nswer)?\\s*\\d{0,2}\\s*[:.)–-]\\s*(\\S.*)$");
  private static final Pattern ASKS =
      Pattern.compile(
          "^(?:what|how|can|could|is|are|do|does|did|will|would|should|which|where|when|why|who|whose"
              + "|may|must|am|have|has)\\b.*");
  private static final int LONGEST = 180;

  private final ImportNotes notes;
  private final List<Unit> units = new ArrayList<>();
  private final int level;

  private FaqUnits(int level, ImportNotes notes) {
    this.level = level;
    this.notes = notes;
  }

  /** The questions with an answer, in order. */
  static List<Unit> of(List<Block> blocks, ImportNotes notes) {
    int level =
        blocks.stream()
            .filter(b -> b instanceof Block.Heading)
            .mapToInt(b -> ((Block.Heading) b).level())
            .min()
            .orElse(0);
    var faq = new FaqUnits(level, notes);
    blocks.forEach(faq::take);
    return faq.answered();
  }

  private void take(Block block) {
    String text = block.text();
    Matcher marked = QUESTION.matcher(text);
    boolean isMarked = marked.matches() && text.toLowerCase(Locale.ROOT).startsWith("q");
    String plain = marked.matches() ? marked.group(1) : text;
    Matcher both = BOTH.matcher(plain);
    Optional<Lead> lead = Lead.of(block).filter(l -> !l.rest().isEmpty());
    if (block instanceof Block.Heading heading) {
      heading(heading, plain);
    } else if (both.matches() && (isMarked || asks(both.group(1)))) {
      begin(both.group(1), block);
      add(new Block.Paragraph("", both.group(2), block.line()));
    } else if (plain.length() <= LONGEST && plain.endsWith("?") && (isMarked || asks(plain))) {
      begin(plain, block);
    } else if (lead.isPresent() && questionOf(block).isPresent()) {
      begin(questionOf(block).get(), block);
      add(new Block.Paragraph("", lead.get().rest(), block.line()));
    } else {
      add(answer(block));
    }
  }

  // The bold words at the beginning, when they ask.
  private static Optional<String> questionOf(Block block) {
    String lead =
        switch (block) {
          case Block.Paragraph p -> p.lead();
          case Block.ListItem i -> i.lead();
          default -> "";
        };
    Matcher marked = QUESTION.matcher(lead);
    String plain = marked.matches() ? marked.group(1) : lead;
    return plain.endsWith("?") ? Optional.of(plain) : Optional.empty();
  }

  // A question may lack its mark when its heading is as high as the others.
  private void heading(Block.Heading heading, String plain) {
    boolean question = plain.endsWith("?");
    if (question || heading.level() == level) {
      begin(plain, heading);
    } else {
      add(heading);
    }
  }

  private static boolean asks(String text) {
    return ArticleText.words(text).size() >= 3
        && ASKS.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  private static Block answer(Block block) {
    String text = ANSWER.matcher(block.text()).replaceFirst("");
    return switch (block) {
      case Block.Paragraph p -> new Block.Paragraph("", ArticleText.capitalized(text), p.line());
      default -> block;
    };
  }

  private void begin(String question, Block block) {
    units.add(new Unit(ArticleText.heading(question), block.line(), new ArrayList<>()));
  }

  private void add(Block block) {
    if (units.isEmpty()) {
      notes.leaveOut("text before the first question", block);
    } else {
      units.getLast().blocks().add(block);
    }
  }

  private List<Unit> answered() {
    var byQuestion = new LinkedHashMap<String, Unit>();
    for (Unit unit : units) {
      String key = SectionIds.slug(unit.title());
      Unit before = byQuestion.get(key);
      if (before == null || before.blocks().isEmpty()) {
        byQuestion.put(key, unit);
      } else if (!unit.blocks().isEmpty()) {
        notes.warn(unit.line(), "\"" + unit.title() + "\" is asked twice; both answers are kept");
        before.blocks().addAll(unit.blocks());
      }
    }
    byQuestion.values().removeIf(this::unanswered);
    return List.copyOf(byQuestion.values());
  }

  private boolean unanswered(Unit unit) {
    if (unit.blocks().isEmpty()) {
      notes.leaveOut("a question without an answer", unit.title(), unit.line());
    }
    return unit.blocks().isEmpty();
  }
}
