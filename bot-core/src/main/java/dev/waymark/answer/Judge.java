package dev.waymark.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Weighs the evidence. Pure and thread-safe: the same evidence always gets the same verdict, ties
 * break by id.
 */
final class Judge {

  /**
   * What comes of the evidence.
   *
   * @param judged the evidence with its candidates in order
   * @param answerable probability, from 0 to 1, that the guide has an answer
   * @param answered whether that is enough to give one
   */
  record Verdict(Doubts.Judged judged, double answerable, boolean answered) {}

  // A section that the question names by its number is meant, whatever else the words are near to.
  // Too few questions do so
  // for this to be learned.
  private static final double NAMED = 12;
  private static final double NAMED_ANSWERS = 8;

  private final Weights weights;
  private final double[] ranking;

  Judge(Weights weights) {
    this.weights = weights;
    this.ranking = weights.rankingInOrder();
  }

  Verdict weigh(Evidence evidence) {
    var judged = new Doubts.Judged(evidence, rank(evidence.candidates()));
    double named = judged.best().candidate().named() ? NAMED_ANSWERS : 0;
    double answerable = weights.answering().chance(Doubts.names(), Doubts.of(judged), named);
    return new Verdict(judged, answerable, weights.answering().isYes(answerable));
  }

  private List<Doubts.Ranked> rank(List<Candidate> candidates) {
    double[] scores = candidates.stream().mapToDouble(this::score).toArray();
    double best = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      best = Math.max(best, score);
    }
    double all = 0;
    for (double score : scores) {
      all += Math.exp(score - best);
    }
    var ranked = new ArrayList<Doubts.Ranked>();
    for (int i = 0; i < scores.length; i++) {
      ranked.add(new Doubts.Ranked(candidates.get(i), scores[i], Math.exp(scores[i] - best) / all));
    }
    ranked.sort(
        Comparator.comparingDouble(Doubts.Ranked::score)
            .reversed()
            .thenComparing(r -> r.candidate().section().id()));
    return ranked;
  }

  private double score(Candidate candidate) {
    return dot(ranking, Signals.of(candidate)) + (candidate.named() ? NAMED : 0);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The probability of an answer that is half-way from just enough to certain. */
  double sure() {
    return (1 + weights.answering().threshold()) / 2;
  }

  Weights weights() {
    return weights;
  }
}
