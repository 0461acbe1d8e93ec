package dev.waymark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import dev.waymark.search.TinyGuide;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The shipped weights are learned from guides in these forms. */
class GuideFormsTest {

  private static final Guide GUIDE = TinyGuide.guide();
  private static final Guide BARE = GuideForms.bare(GUIDE);

  @Test
  @DisplayName("sections have no phrasings, no summaries and rest on no others")
  void sections() {
    assertThat(BARE.sections())
        .isNotEmpty()
        .allMatch(s -> s.asks().isEmpty() && s.summary().isEmpty() && s.see().isEmpty());
  }

  @Test
  @DisplayName("what a summary said is said by the text, and nothing else changes")
  void text() {
    Section before = GUIDE.section("step-2").orElseThrow();
    Section after = BARE.section("step-2").orElseThrow();

    assertThat(after.body()).isEqualTo(before.summary() + "\n\n" + before.body().strip());
    assertThat(after.title()).isEqualTo(before.title());
    assertThat(after.kind()).isEqualTo(before.kind());
    assertThat(after.details()).isEqualTo(before.details());
  }

  @Test
  @DisplayName("a section without a summary keeps its text as it is")
  void noSummary() {
    Section plain =
        TinyGuide.section("step-1", Section.Kind.STEP, "Begin", "", List.of("how"), "Begin small.");

    assertThat(GuideForms.bare(TinyGuide.of(List.of(plain))).sections().getFirst().body())
        .isEqualTo("Begin small.");
  }

  @Test
  @DisplayName("of the FAQs those stay that articles have, in their order")
  void faqs() {
    assertThat(BARE.sections())
        .extracting(Section::id)
        .containsExactly(
            "step-1",
            "step-2",
            "step-3",
            "skill-networking",
            "faq-without-degree",
            "salary-entry",
            "topic-hours");
  }

  @Test
  @DisplayName("it has a name of its own and keeps what every guide shares")
  void rest() {
    assertThat(BARE.info().id()).isNotEqualTo(GUIDE.info().id());
    assertThat(BARE.info().title()).isEqualTo(GUIDE.info().title());
    assertThat(BARE.info().role()).isEqualTo(GUIDE.info().role());
    assertThat(BARE.refusals()).isEqualTo(GUIDE.refusals());
    assertThat(BARE.words()).isEqualTo(GUIDE.words());
    assertThat(BARE.phrasings()).isEqualTo(GUIDE.phrasings());
    assertThat(BARE.languages()).isEqualTo(GUIDE.languages());
  }

  @Test
  @DisplayName("a list of what is asked has titles and phrasings, no texts, and shares nothing")
  void phrasings() {
    Guide list = GuideForms.phrasings(GUIDE);

    assertThat(list.info().id()).isNotIn(GUIDE.info().id(), BARE.info().id());
    assertThat(list.sections())
        .extracting(Section::id, Section::title, Section::asks)
        .isEqualTo(GUIDE.sections().stream().map(s -> tuple(s.id(), s.title(), s.asks())).toList());
    assertThat(list.sections()).allMatch(s -> s.body().equals(s.title()) && s.summary().isEmpty());
    assertThat(list.refusals()).isEmpty();
    assertThat(list.phrasings()).isEmpty();
  }
}
