package dev.waymark.evaluation;

import dev.waymark.guide.GuardExamples;
import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideInfo;
import dev.waymark.guide.Refusal;
import dev.waymark.guide.Section;
import dev.waymark.guide.SharedPhrasing;
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
    List<Section> sections =
        guide.sections().stream()
            .filter(s -> s.kind() != Section.Kind.FAQ || ARTICLE_FAQS.contains(s.id()))
            .map(s -> section(s, List.of(), (s.summary() + "\n\n" + s.body()).strip()))
            .toList();
    return form(guide, "bare", sections, guide.refusals(), guide.phrasings(), guide.guarded());
  }

  /**
   * The guide as a list of what is asked: its sections' titles and phrasings without their texts,
   * and nothing that guides share, no refusals either.
   */
  public static Guide phrasings(Guide guide) {
    List<Section> sections =
        guide.sections().stream().map(s -> section(s, s.asks(), s.title())).toList();
    return form(guide, "phrasings", sections, List.of(), List.of(), GuardExamples.NONE);
  }

  private static Section section(Section section, List<String> asks, String body) {
    return new Section(
        section.id(),
        section.kind(),
        section.title(),
        "",
        asks,
        List.of(),
        body,
        section.details());
  }

  private static Guide form(
      Guide guide,
      String form,
      List<Section> sections,
      List<Refusal> refusals,
      List<SharedPhrasing> phrasings,
      GuardExamples guarded) {
    GuideInfo info = guide.info();
    // A name of its own, since what is prepared is kept by it.
    var named =
        new GuideInfo(
            info.id() + "-" + form,
            info.title(),
            info.role(),
            info.language(),
            info.version(),
            info.reviewed(),
            info.stopWords());
    return new Guide(
        named,
        sections,
        refusals,
        guide.tips(),
        guide.words(),
        phrasings,
        guarded,
        guide.languages());
  }
}
