package dev.waymark.command;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideChange;
import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.GuideWords;
import dev.waymark.guide.SalaryBand;
import dev.waymark.guide.Section;
import dev.waymark.guide.Step;
import dev.waymark.guide.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Small guides to walk through. */
final class Guides {

  private Guides() {}

  /** Becoming a potter: four steps, two levels of pay, three tips. */
  static Guide potter() {
    return potter(1, List.of(), "clay", "wheel", "glaze", "kiln");
  }

  /** The same in another edition, with other steps. */
  static Guide potter(int edition, List<GuideChange> changes, String... steps) {
    return guide("potter", "Becoming a potter", edition, changes, steps);
  }

  /** Becoming a beekeeper: two steps. */
  static Guide beekeeper() {
    return guide("beekeeper", "Becoming a beekeeper", 1, List.of(), "hive", "honey");
  }

  private static Guide guide(
      String id, String title, int edition, List<GuideChange> changes, String... steps) {
    var sections = new ArrayList<Section>();
    for (String step : steps) {
      sections.add(
          section(
              "step-" + step,
              Section.Kind.STEP,
              "Learn about " + step,
              "**Why it matters.** Without " + step + " there is no pot.",
              new Step(
                  sections.size() + 1,
                  Optional.of(new Step.Hours(10, 20)),
                  List.of("Touch " + step, "Know " + step),
                  "You can explain " + step + " to a friend.",
                  List.of(new Step.Link("Manual of " + step, "https://example.org/" + step)))));
    }
    sections.add(band("entry", 20_000, 30_000, 0));
    sections.add(band("senior", 40_000, 60_000, 5));
    String first = sections.getFirst().id();
    return new Guide(
        new GuideInfo(id, title, "potter", "en", edition, "2026-11-01", List.of(), changes),
        sections,
        List.of(),
        List.of(
            new Tip("tip-one", "Wash your hands.", first),
            new Tip("tip-two", "Wedge a handful.", first),
            new Tip("tip-other", "Look at a kiln.", "step-kiln")),
        GuideWords.NONE,
        List.of(),
        List.of());
  }

  private static Section band(String level, int low, int high, int years) {
    return section(
        "salary-" + level,
        Section.Kind.SALARY,
        "What a potter earns: " + level,
        "It depends on the town.",
        new SalaryBand(
            low,
            high,
            level.equals("senior"),
            "USD",
            "year",
            OptionalInt.of(years),
            OptionalInt.of(years + 3),
            "United States",
            "source guide",
            "2026"));
  }

  private static Section section(
      String id, Section.Kind kind, String title, String body, Section.Details details) {
    return new Section(id, kind, title, "", List.of(), List.of(), body, details);
  }
}
