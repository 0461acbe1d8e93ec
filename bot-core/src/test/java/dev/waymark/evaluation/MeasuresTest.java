package dev.waymark.evaluation;

import static dev.waymark.evaluation.Judged.choice;
import static dev.waymark.evaluation.Judged.containing;
import static dev.waymark.evaluation.Judged.found;
import static dev.waymark.evaluation.Judged.mayAbstain;
import static dev.waymark.evaluation.Judged.ofKind;
import static dev.waymark.evaluation.Judged.question;
import static dev.waymark.evaluation.Judged.refused;
import static dev.waymark.evaluation.Judged.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  // Six that the guide answers, four that it does not.
  private static final List<Outcome> TEN =
      List.of(
          found(question("a"), "a", "b"), // right, rank 1
          found(question("b"), "a", "b"), // wrong, rank 2
          found(question("d"), "a", "b", "c", "d"), // wrong, rank 4
          choice(question("b"), "a", "b"), // a choice that holds, rank 2
          refused(question("a"), "a"), // wrongly refused, rank 1
          refused(question("x"), "a"), // wrongly refused, not ranked
          refused(question(), "a"),
          refused(question(), "a"),
          refused(question(), "a"),
          found(question(), "a")); // should have been refused

  private static void assertMeasure(List<Outcome> outcomes, String name, double value) {
    assertThat(Measures.of(outcomes).get(name)).as(name).isCloseTo(value, within(1e-4));
  }

  @Test
  @DisplayName("what is ranked is measured on what the guide answers")
  void ranking() {
    assertMeasure(TEN, "n", 10);
    assertMeasure(TEN, "answerable", 6);
    assertMeasure(TEN, "success@1", 2 / 6.0);
    assertMeasure(TEN, "success@3", 4 / 6.0);
    assertMeasure(TEN, "mrr@10", (1 + 0.5 + 0.25 + 0.5 + 1 + 0) / 6);
    // 1, 1/log2(3), 1/log2(5), 1/log2(3), 1, 0
    assertMeasure(TEN, "ndcg@10", (1 + 0.63093 + 0.43068 + 0.63093 + 1 + 0) / 6);
  }

  @Test
  @DisplayName("what comes out is measured on all questions")
  void outcomes() {
    assertMeasure(TEN, "right", 4 / 10.0);
    assertMeasure(TEN, "answered-right", 1 / 6.0);
    assertMeasure(TEN, "answered-wrong", 3 / 10.0);
    assertMeasure(TEN, "choice-holds", 1 / 6.0);
  }

  @Test
  @DisplayName("refusals: 3 rightly, 2 wrongly, 1 missed; 4 rightly kept")
  void refusals() {
    assertMeasure(TEN, "refusal-precision", 3 / 5.0);
    assertMeasure(TEN, "refusal-recall", 3 / 4.0);
    assertMeasure(TEN, "refusal-f1", 6 / 9.0);
    // The other class: 4 kept, 1 kept that should not have been, 2 refused that should not have
    // been.
    assertMeasure(TEN, "refusal-macro-f1", (6 / 9.0 + 8 / 11.0) / 2);
  }

  @Test
  @DisplayName("questions on which abstaining is allowed do not count as refusals, either way")
  void abstaining() {
    var more = new ArrayList<>(TEN);
    more.add(refused(mayAbstain("a"), "a"));
    more.add(found(mayAbstain("a"), "a"));

    for (String name :
        List.of("refusal-precision", "refusal-recall", "refusal-f1", "refusal-macro-f1")) {
      assertMeasure(more, name, Measures.of(TEN).get(name));
    }
    assertMeasure(more, "right", 6 / 12.0);
  }

  @Test
  @DisplayName("what an answer shows is measured on right answers that must show something")
  void shows() {
    JudgedQuestion figure = containing(List.of("70"), "a");
    List<Outcome> outcomes =
        List.of(
            saying(figure, "from 70", "a"),
            saying(figure, "from 60", "a"),
            saying(figure, "from 70", "b"),
            refused(figure, "a"),
            found(question("a"), "a"));

    assertMeasure(outcomes, "shows", 0.5);
  }

  @Test
  @DisplayName("of a hundred times the middle and the 99th are told, in milliseconds")
  void times() {
    var outcomes = new ArrayList<Outcome>();
    for (int ms = 100; ms > 0; ms--) {
      Outcome any = found(question("a"), "a");
      outcomes.add(new Outcome(any.question(), any.answer(), any.ranking(), ms * 1_000_000L));
    }

    assertMeasure(outcomes, "p50-ms", 51);
    assertMeasure(outcomes, "p99-ms", 100);
    assertMeasure(outcomes.subList(0, 1), "p50-ms", 100);
  }

  @Test
  @DisplayName("where there is nothing to measure there is no number, and no fault")
  void nothing() {
    Measures none = Measures.of(List.of());

    assertThat(none.get("n")).isZero();
    assertThat(none.values().keySet()).isEqualTo(Measures.of(TEN).values().keySet());
    for (String name : List.of("success@1", "mrr@10", "right", "refusal-f1", "p99-ms", "no such")) {
      assertThat(none.get(name)).as(name).isNaN();
    }
  }

  @Test
  @DisplayName("measures cannot be changed afterwards")
  void immutable() {
    Map<String, Double> values = Measures.of(TEN).values();
    assertThatThrownBy(() -> values.put("right", 1.0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  @DisplayName("kinds of questions are measured apart, in alphabetical order")
  void kinds() {
    var evaluation =
        new Evaluation(
            List.of(
                found(ofKind("typo", "a"), "a"),
                found(ofKind("direct", "a"), "b"),
                found(ofKind("typo", "a"), "b"),
                refused(ofKind(""), "b")));

    Map<String, Measures> byKind = evaluation.byKind();

    assertThat(byKind.keySet()).containsExactly("", "direct", "typo");
    assertThat(byKind.get("typo")).extracting(m -> m.get("success@1")).isEqualTo(0.5);
    assertThat(byKind.get("direct")).extracting(m -> m.get("success@1")).isEqualTo(0.0);
    assertThat(evaluation.overall().get("right")).isEqualTo(0.5);
  }
}
