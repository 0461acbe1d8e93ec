package dev.waymark.article;

import dev.waymark.guide.Section;
import dev.waymark.guide.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes a guide's sections of an article's parts. Not thread-safe. */
final class ArticleSections {

  private static final Pattern GROUP =
      Pattern.compile("(?i).*\\b(?:skills|abilities|qualities|competenc\\w+|traits|knowledge)");
  private static final int BULLET_TITLE_WORDS = 10;

  private final ArticleOutline outline;
  private final ImportNotes notes;
  private final SectionIds ids;
  private final List<Section> sections = new ArrayList<>();

  private ArticleSections(ArticleOutline outline, ImportNotes notes) {
    this.outline = outline;
    this.notes = notes;
    this.ids = new SectionIds(RoleName.words(outline.role()));
  }

  /** The sections, in the article's order of parts. */
  static List<Section> of(ArticleOutline outline, ImportNotes notes) {
    return new ArticleSections(outline, notes).all();
  }

  /** A section of a unit. */
  static Section section(String id, Section.Kind kind, Unit unit, Section.Details details) {
    String body = MarkdownBody.of(unit.blocks());
    return new Section(
        id,
        kind,
        unit.title(),
        "",
        List.of(),
        List.of(),
        body.isEmpty() ? MarkdownBody.of(List.of(new Block.Paragraph("", unit.title(), 0))) : body,
        details);
  }

  private List<Section> all() {
    var beforeSteps = new ArrayList<Block>();
    part(ArticlePart.STEPS).ifPresent(p -> steps(p, beforeSteps));
    intro(beforeSteps);
    part(ArticlePart.ROLES).ifPresent(this::roles);
    part(ArticlePart.WHAT).ifPresent(p -> topic("what-they-do", "What the role does", p));
    part(ArticlePart.SKILLS).ifPresent(this::skills);
    part(ArticlePart.PATH).ifPresent(this::paths);
    part(ArticlePart.SALARY).ifPresent(p -> sections.addAll(SalarySections.of(p, ids, notes)));
    part(ArticlePart.ENVIRONMENT).ifPresent(p -> topic("environment", "Work environment", p));
    part(ArticlePart.FAQ).ifPresent(this::faq);
    part(ArticlePart.CONCLUSION).ifPresent(p -> topic("conclusion", "Conclusion", p));
    for (Map.Entry<ArticlePart, String> name : NAMES.entrySet()) {
      if (!outline.parts().containsKey(name.getKey())) {
        notes.warn(0, "the article has no part about " + name.getValue());
      }
    }
    return List.copyOf(sections);
  }

  private static final Map<ArticlePart, String> NAMES =
      new EnumMap<>(
          Map.of(
              ArticlePart.STEPS, "the steps",
              ArticlePart.ROLES, "roles and responsibilities",
              ArticlePart.WHAT, "what the role does",
              ArticlePart.SKILLS, "skills",
              ArticlePart.PATH, "the career path",
              ArticlePart.SALARY, "salaries",
              ArticlePart.ENVIRONMENT, "the work environment",
              ArticlePart.FAQ, "frequently asked questions",
              ArticlePart.CONCLUSION, "a conclusion"));

  private Optional<ArticleOutline.Part> part(ArticlePart part) {
    return Optional.ofNullable(outline.parts().get(part));
  }

  private void topic(String id, String name, ArticleOutline.Part part) {
    String title = part.heading().isEmpty() ? name : part.heading();
    add(ids.free(id), Section.Kind.TOPIC, new Unit(title, part.line(), part.blocks()));
  }

  private void add(String id, Section.Kind kind, Unit unit) {
    sections.add(section(id, kind, unit, new Section.Plain()));
  }

  private void intro(List<Block> beforeSteps) {
    var blocks = new ArrayList<Block>();
    part(ArticlePart.INTRO).ifPresent(p -> blocks.addAll(p.blocks()));
    blocks.addAll(beforeSteps);
    if (!blocks.isEmpty()) {
      sections.addFirst(
          section(
              "intro",
              Section.Kind.TOPIC,
              new Unit(outline.title(), 0, blocks),
              new Section.Plain()));
    }
  }

  private void steps(ArticleOutline.Part part, List<Block> before) {
    for (StepUnits.Numbered step : StepUnits.of(part.blocks(), before, notes)) {
      Unit unit = named(step.unit(), "Step " + step.number());
      if (unit.blocks().isEmpty()) {
        notes.warn(unit.line(), "step " + step.number() + " has a title and no text");
      }
      var details = new Step(step.number(), Optional.empty(), List.of(), "", List.of());
      sections.add(section(ids.free("step-" + step.number()), Section.Kind.STEP, unit, details));
    }
  }

  private static Unit named(Unit unit, String name) {
    return unit.title().isEmpty() ? new Unit(name, unit.line(), unit.blocks()) : unit;
  }

  private void roles(ArticleOutline.Part part) {
    Unit.Split split = Unit.byHeadings(part.blocks(), Unit::looksLikeTitle);
    if (split.isEmpty()) {
      split = Unit.byLeads(part.blocks(), b -> Lead.of(b).isPresent());
    }
    if (split.isEmpty()) {
      notes.warn(part.line(), "the responsibilities have no headings and stay one section");
    }
    if (!split.loose().isEmpty()) {
      // "They are responsible for:" and the headings that followed.
      if (split.loose().getLast().text().endsWith(":")) {
        for (Unit unit : split.units()) {
          split.loose().add(new Block.ListItem(0, 0, "", unit.title(), unit.line()));
        }
      }
      String title = part.heading().isEmpty() ? "Roles and responsibilities" : part.heading();
      add(
          ids.free("roles-overview"),
          Section.Kind.TOPIC,
          new Unit(title, part.line(), split.loose()));
    }
    each(split.units(), "responsibility", u -> ids.of("role-", u.title()), Section.Kind.ROLE);
  }

  private void skills(ArticleOutline.Part part) {
    List<Block> blocks = withRowsAsItems(part.blocks());
    List<Block> headings = blocks.stream().filter(b -> b instanceof Block.Heading).toList();
    boolean groups = headings.stream().allMatch(h -> GROUP.matcher(h.text()).matches());
    Unit.Split split = Unit.byHeadings(blocks, Unit::looksLikeTitle);
    if (split.isEmpty() || groups) {
      boolean listed = blocks.stream().anyMatch(Unit::isOuterItem);
      split =
          listed
              ? Unit.byItems(blocks, Unit::isOuterItem, false)
              : Unit.byLeads(blocks, b -> Lead.of(b).isPresent());
      split.loose().addAll(longOnes(split));
    }
    leaveOut("text between the skills", split.loose());
    each(split.units(), "skill", u -> ids.of("skill-", u.title()), Section.Kind.SKILL);
  }

  // A whole sentence names no skill.
  private static List<Block> longOnes(Unit.Split split) {
    var sentences = new ArrayList<Block>();
    for (Unit unit : List.copyOf(split.units())) {
      if (ArticleText.words(unit.title()).size() > BULLET_TITLE_WORDS) {
        split.units().remove(unit);
        sentences.add(new Block.Paragraph("", unit.text(), unit.line()));
      }
    }
    return sentences;
  }

  private static List<Block> withRowsAsItems(List<Block> blocks) {
    var items = new ArrayList<Block>();
    for (Block block : blocks) {
      if (!(block instanceof Block.TableRow row)) {
        items.add(block);
      } else if (!row.header() && !row.cells().isEmpty()) {
        String name = row.cells().getFirst();
        String rest = String.join(", ", row.cells().subList(1, row.cells().size()));
        items.add(new Block.ListItem(0, 0, name, name + ": " + rest, row.line()));
      }
    }
    return items;
  }

  private void paths(ArticleOutline.Part part) {
    Unit.Split split =
        Unit.byHeadings(
            part.blocks(),
            // "Here is how to thrive" above a list is no stage.
            (line, next) ->
                Unit.looksLikeTitle(line, next)
                    && (ArticleText.isHeadline(line.text()) || !(next instanceof Block.ListItem)));
    if (split.isEmpty()) {
      split = Unit.byLeads(part.blocks(), b -> Lead.of(b).isPresent());
    }
    if (split.isEmpty()) {
      split = Unit.byItems(part.blocks(), Unit::isOuterItem, true);
    }
    leaveOut("text before the first career stage", split.loose());
    split.units().removeIf(u -> u.title().isEmpty());
    Iterator<String> stageIds =
        ids.paths(split.units().stream().map(Unit::title).toList()).iterator();
    each(split.units(), "career stage", u -> stageIds.next(), Section.Kind.PATH);
  }

  private void faq(ArticleOutline.Part part) {
    List<Unit> questions = FaqUnits.of(part.blocks(), notes);
    each(questions, "question", u -> ids.question(u.title()), Section.Kind.FAQ);
  }

  private void each(List<Unit> units, String what, Function<Unit, String> id, Section.Kind kind) {
    for (Unit unit : units) {
      if (unit.title().isEmpty()) {
        notes.leaveOut("a " + what + " without a name", unit.text(), unit.line());
      } else {
        if (unit.blocks().isEmpty()) {
          notes.warn(unit.line(), "\"" + unit.title() + "\" has a title and no text");
        }
        add(id.apply(unit), kind, unit);
      }
    }
  }

  private void leaveOut(String reason, List<Block> blocks) {
    blocks.forEach(b -> notes.leaveOut(reason, b));
  }
}
