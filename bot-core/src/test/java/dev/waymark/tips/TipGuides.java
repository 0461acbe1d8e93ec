package dev.waymark.tips;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.GuideWords;
import dev.waymark.guide.Section;
import dev.waymark.guide.Step;
import dev.waymark.guide.Tip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guides that are full of tips. */
public final class TipGuides {

  private TipGuides() {}

  /** A guide with so many steps and so many tips for each. */
  public static Guide of(int steps, int each) {
    var sections = new ArrayList<Section>();
    var tips = new ArrayList<Tip>();
    for (int s = 1; s <= steps; s++) {
      var details = new Step(s, Optional.empty(), List.of(), "", List.of());
      sections.add(
          new Section(
              "step-" + s,
              Section.Kind.STEP,
              "Step " + s,
              "",
              List.of(),
              List.of(),
              "Do it.",
              details));
      for (int t = 0; t < each; t++) {
        tips.add(
            new Tip("tip-" + s + "-" + t, "Try thing " + t + " of step " + s + ".", "step-" + s));
      }
    }
    return new Guide(
        new GuideInfo("guide", "Guide", "role", "en", 1, "2026-11-01", List.of(), List.of()),
        sections,
        List.of(),
        tips,
        GuideWords.NONE,
        List.of(),
        List.of());
  }
}
