package dev.waymark.evaluation;

import dev.waymark.answer.Answer;
import dev.waymark.guide.Refusal;
import dev.waymark.search.Baseline;
import java.util.ArrayList;
import java.util.List;

/**
 * A plain way of finding sections, measured on the same questions as Waymark. It refuses below one
 * score, and that score is chosen in hindsight, on the very questions it is measured on: more than
 * it could know.
 */
public final class Comparison {

  private static final int THRESHOLDS = 100;

  private Comparison() {}

  /** A question with what the baseline ranked for it. */
  private record Asked(JudgedQuestion question, List<Baseline.Scored> ranked, long nanos) {}

  /** Measures a baseline at its best threshold, that with the highest macro-F1 of refusals. */
  public static Evaluation run(Baseline baseline, List<JudgedQuestion> questions) {
    var asked = new ArrayList<Asked>();
    for (JudgedQuestion question : questions) {
      long start = System.nanoTime();
      List<Baseline.Scored> ranked = baseline.rank(question.question().text());
      asked.add(new Asked(question, ranked, System.nanoTime() - start));
    }
    double[] scores =
        asked.stream()
            .mapToDouble(a -> a.ranked().isEmpty() ? 0 : a.ranked().getFirst().score())
            .sorted()
            .toArray();
    Evaluation best = at(asked, Double.NEGATIVE_INFINITY);
    for (int t = 0; t < THRESHOLDS; t++) {
      Evaluation evaluation = at(asked, scores[t * (scores.length - 1) / THRESHOLDS]);
      if (value(evaluation) > value(best)) {
        best = evaluation;
      }
    }
    return best;
  }

  private static double value(Evaluation evaluation) {
    double f1 = evaluation.overall().get("refusal-macro-f1");
    return Double.isNaN(f1) ? 0 : f1;
  }

  private static Evaluation at(List<Asked> asked, double threshold) {
    return new Evaluation(
        asked.stream()
            .map(a -> new Outcome(a.question(), answer(a, threshold), sources(a), a.nanos()))
            .toList());
  }

  private static Answer answer(Asked asked, double threshold) {
    if (asked.ranked().isEmpty() || asked.ranked().getFirst().score() < threshold) {
      return new Answer.Unknown(0, Refusal.Reason.NOT_COVERED, "", List.of());
    }
    return new Answer.Found(1, "", sources(asked).subList(0, 1), List.of(), List.of());
  }

  private static List<Answer.Source> sources(Asked asked) {
    return asked.ranked().stream().map(s -> new Answer.Source(s.id(), "", s.score())).toList();
  }
}
