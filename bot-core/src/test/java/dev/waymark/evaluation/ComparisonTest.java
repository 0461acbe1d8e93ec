package dev.waymark.evaluation;

import static dev.waymark.evaluation.Judged.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.answer.Answer;
import dev.waymark.search.Baseline;
import dev.waymark.search.TinyGuide;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  /** A baseline that finds the section "a" with a score for each question. */
  private static Baseline scoring(Map<String, Double> scores) {
    return new Baseline() {
      @Override
      public String name() {
        return "any";
      }

      @Override
      public List<Scored> rank(String question) {
        double score = scores.getOrDefault(question, 0.0);
        return score == 0 ? List.of() : List.of(new Scored("a", score), new Scored("b", 0));
      }
    };
  }

  @Test
  @DisplayName("the threshold that parts answers from refusals best is found")
  void threshold() {
    var questions =
        List.of(
            asked("1", "high", "a"),
            asked("2", "middle", "a"),
            asked("3", "low"),
            asked("4", "lower"));
    Evaluation evaluation =
        Comparison.run(
            scoring(Map.of("high", 9.0, "middle", 5.0, "low", 4.0, "lower", 3.0)), questions);

    assertThat(evaluation.overall().get("refusal-macro-f1")).isOne();
    assertThat(evaluation.overall().get("right")).isOne();
    assertThat(evaluation.outcomes())
        .extracting(o -> o.answer() instanceof Answer.Unknown)
        .containsExactly(false, false, true, true);
  }

  @Test
  @DisplayName("where the scores do not part them, the best that can be had is had")
  void overlapping() {
    var questions =
        List.of(
            asked("1", "nine", "a"),
            asked("2", "eight"),
            asked("3", "seven", "a"),
            asked("4", "two"),
            asked("5", "one"));
    Evaluation evaluation =
        Comparison.run(
            scoring(Map.of("nine", 9.0, "eight", 8.0, "seven", 7.0, "two", 2.0, "one", 1.0)),
            questions);

    // From 7 on: 2 of 3 rightly refused; F1 of refusals 4/5, of answers 4/5.
    assertThat(evaluation.overall().get("refusal-macro-f1")).isCloseTo(0.8, within(1e-9));
  }

  @Test
  @DisplayName("a question for which nothing is found is refused, and every question is there")
  void nothingFound() {
    Evaluation evaluation =
        Comparison.run(
            scoring(Map.of("found", 1.0)),
            List.of(asked("1", "found", "a"), asked("2", "nothing")));

    assertThat(evaluation.outcomes())
        .extracting(o -> o.question().id(), Outcome::right, o -> o.ranking().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", true, 2),
            org.assertj.core.groups.Tuple.tuple("2", true, 0));
  }

  @Test
  @DisplayName("without anything to refuse nothing is refused")
  void nothingToRefuse() {
    Evaluation evaluation =
        Comparison.run(
            scoring(Map.of("x", 1.0, "y", 2.0)),
            List.of(asked("1", "x", "a"), asked("2", "y", "a")));

    assertThat(evaluation.overall().get("right")).isOne();
  }

  @Test
  @DisplayName("Lucene's own analysers are measured so")
  void bm25() {
    Evaluation evaluation =
        Comparison.run(
            Baseline.bm25(TinyGuide.guide(), true),
            List.of(
                asked("1", "transactions and slow queries", "step-2"),
                asked("2", "remote work", "topic-hours"),
                asked("3", "pancakes")));

    assertThat(evaluation.overall().get("success@1")).isOne();
    assertThat(evaluation.overall().get("right")).isOne();
    assertThat(evaluation.outcomes()).allMatch(o -> o.nanos() > 0);
  }
}
