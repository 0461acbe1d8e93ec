package dev.waymark.evaluation;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.Section;
import java.util.List;
import java.util.Set;

/**
 * A guide as it would be had it been imported from an article: no phrasings and no summaries of its
 * own, and only the FAQs that articles have. Weights that are learned from both serve both.
 */
public final class BareGuide {

  private static final Set<String> ARTICLE_FAQS =
      Set.of(
          "faq-qualifications",
          "faq-how-long",
          "faq-without-degree",
          "faq-stressful",
          "faq-future");

  private BareGuide() {}

  /** The same guide without what an article lacks. */
  public static Guide of(Guide guide) {
    GuideInfo info = guide.info();
    return new Guide(
        new GuideInfo(
            info.id() + "-bare",
            info.title(),
            info.role(),
            info.language(),
            info.version(),
            info.reviewed(),
            info.stopWords()),
        guide.sections().stream()
            .filter(s -> s.kind() != Section.Kind.FAQ || ARTICLE_FAQS.contains(s.id()))
            .map(BareGuide::bare)
            .toList(),
        guide.refusals(),
        guide.tips(),
        guide.words(),
        guide.phrasings(),
        guide.languages());
  }

  private static Section bare(Section section) {
    return new Section(
        section.id(),
        section.kind(),
        section.title(),
        "",
        List.of(),
        List.of(),
        (section.summary() + "\n\n" + section.body()).strip(),
        section.details());
  }
}
