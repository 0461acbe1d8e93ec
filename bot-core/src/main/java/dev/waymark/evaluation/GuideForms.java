package dev.waymark.evaluation;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.Section;
import java.util.List;
import java.util.Set;

/**
 * A guide in the other forms that guides have. Weights that are learned from these too serve all.
 */
public final class GuideForms {

  private static final Set<String> ARTICLE_FAQS =
      Set.of(
          "faq-qualifications",
          "faq-how-long",
          "faq-without-degree",
          "faq-stressful",
          "faq-future");

  private GuideForms() {}

  /**
   * The guide as it would be had it been imported from an article: no phrasings and no summaries of
   * its own, and only the FAQs that articles have.
   */
  public static Guide bare(Guide guide) {
    return new Guide(
        info(guide.info(), "bare"),
        guide.sections().stream()
            .filter(s -> s.kind() != Section.Kind.FAQ || ARTICLE_FAQS.contains(s.id()))
            .map(GuideForms::bare)
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

  /**
   * The guide as a list of what is asked: its sections' titles and phrasings without their texts,
   * and nothing that guides share, no refusals either.
   */
  public static Guide phrasings(Guide guide) {
    return new Guide(
        info(guide.info(), "phrasings"),
        guide.sections().stream().map(GuideForms::phrasings).toList(),
        List.of(),
        guide.tips(),
        guide.words(),
        List.of(),
        guide.languages());
  }

  private static Section phrasings(Section section) {
    return new Section(
        section.id(),
        section.kind(),
        section.title(),
        "",
        section.asks(),
        section.see(),
        section.title(),
        section.details());
  }

  private static GuideInfo info(GuideInfo info, String form) {
    return new GuideInfo(
        info.id() + "-" + form,
        info.title(),
        info.role(),
        info.language(),
        info.version(),
        info.reviewed(),
        info.stopWords());
  }
}
