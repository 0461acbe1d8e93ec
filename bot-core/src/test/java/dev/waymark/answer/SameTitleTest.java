package dev.waymark.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import dev.waymark.search.GuideIndex;
import dev.waymark.search.TinyGuide;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A guide in which one question has several answers, each a section of its own. */
class SameTitleTest {

  private static final Guide GUIDE =
      TinyGuide.of(
          List.of(
              faq(
                  "kiln-old",
                  "How hot does a kiln get?",
                  "An old one stops at a thousand degrees."),
              faq("glaze", "How hot do I fire a glaze?", "How hot a kiln gets decides the glaze."),
              faq("kiln-gas", "How hot does a kiln get?", "Gas burns under the arch."),
              faq("clay", "Which clay is good?", "Stoneware forgives a beginner."),
              faq("kiln-new", "How hot does a kiln get?", "Ask the maker of yours.")));
  private static final GuideIndex INDEX = TinyGuide.index(GUIDE);

  @AfterAll
  static void close() {
    INDEX.close();
  }

  private static Section faq(String id, String title, String body) {
    return TinyGuide.section(id, Section.Kind.FAQ, title, "", List.of(), body);
  }

  private static AnswerFinder finder(double choiceLead) {
    return new AnswerFinder(
        GUIDE,
        INDEX,
        new Weights(Map.of("sentence", 6.0), new Weights.Decision(Map.of(), 1, 0.5), choiceLead));
  }

  @Test
  @DisplayName("the answers to one question stand together, where the first of them stands")
  void together() {
    List<String> ranking =
        finder(0)
            .findAll(Question.of("does an old one stop at a thousand degrees, and the glaze?"))
            .ranking()
            .stream()
            .map(Answer.Source::id)
            .toList();

    assertThat(ranking).hasSize(5).startsWith("kiln-old");
    assertThat(IntStream.range(0, 3).mapToObj(ranking::get))
        .containsExactlyInAnyOrder("kiln-old", "kiln-gas", "kiln-new");
    assertThat(ranking.get(3)).isEqualTo("glaze");
  }

  @Test
  @DisplayName("what is suggested beside an answer answers other questions, each once")
  void related() {
    Answer answer = finder(0).find(Question.of("does an old one stop at a thousand degrees?"));

    assertThat(answer.sources()).extracting(Answer.Source::id).containsExactly("kiln-old");
    assertThat(answer.related())
        .extracting(Answer.Source::id)
        .containsExactlyInAnyOrder("glaze", "clay");
  }

  @Test
  @DisplayName("nobody is asked to choose between two answers to one question")
  void choice() {
    Answer answer = finder(2).find(Question.of("how hot does a kiln get?"));

    assertThat(answer).isInstanceOf(Answer.Choice.class);
    assertThat(answer.sources()).extracting(Answer.Source::title).doesNotHaveDuplicates();
    assertThat(answer.sources()).hasSize(2);
  }
}
