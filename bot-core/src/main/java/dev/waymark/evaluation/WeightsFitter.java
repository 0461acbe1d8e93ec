package dev.waymark.evaluation;

import dev.waymark.answer.AnswerFinder;
import dev.waymark.answer.Observation;
import dev.waymark.answer.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Learns the weights of the answer's signals from judged questions, with cross-validation. The same
 * questions and guides always give the same weights.
 *
 * <p>First how much each signal speaks for a section, then, from questions that the first part has
 * not learned from, how much each speaks for there being an answer at all, then from which
 * probability on one is given.
 */
public final class WeightsFitter {

  private static final int FOLDS = 5;
  private static final double[] PENALTIES = {1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1};
  // What means the same in every guide that is asked by its phrasings, and so little trust in each
  // that they share the say: a guide of which nothing else is known may differ much from the one
  // that is learned from.
  private static final Set<String> COMMON =
      Set.of("ask", "center", "learned-typical", "best-probability");
  private static final double COMMON_PENALTY = 0.1;

  private final Set<String> answeringSignals;
  private final double leastPenalty;
  private final List<Sample> samples = new ArrayList<>();

  private WeightsFitter(Set<String> answeringSignals, double leastPenalty) {
    this.answeringSignals = answeringSignals;
    this.leastPenalty = leastPenalty;
  }

  /** Learns for guides with refusals, from every signal. */
  public static WeightsFitter usual() {
    return new WeightsFitter(Set.copyOf(Observation.answeringNames()), 0);
  }

  /** Learns for guides without refusals, from the few signals that can be trusted in any. */
  public static WeightsFitter alone() {
    return new WeightsFitter(COMMON, COMMON_PENALTY);
  }

  /**
   * Adds a guide to learn from. A question whose gold is no section of this guide, though there is
   * one elsewhere, is left out: nobody judged whether this guide answers it too.
   *
   * @param finder the guide's
   * @param ids of the guide's sections
   */
  public void add(AnswerFinder finder, Set<String> ids, List<JudgedQuestion> questions) {
    for (JudgedQuestion question : questions) {
      boolean answerable = question.gold().stream().anyMatch(ids::contains);
      if (answerable || !question.answerable()) {
        // The fold hangs on the id alone, so that a question is in the same one with every guide.
        int fold = Math.floorMod(question.id().hashCode(), FOLDS);
        samples.add(new Sample(question, finder.observe(question.question()), answerable, fold));
      }
    }
  }

  /**
   * What was learned.
   *
   * @param weights from all questions
   * @param report what cross-validation says of them, in words
   */
  public record Fit(Weights weights, String report) {}

  /** Learns from all that was added. */
  public Fit fit() {
    double rankingPenalty = bestPenalty(0, this::rankingLikelihood);
    Weights[] withoutFold =
        folds().mapToObj(f -> RankingFit.of(without(f), rankingPenalty)).toArray(Weights[]::new);
    var answering = new AnsweringFit(samples, withoutFold, answeringSignals);
    double answeringPenalty =
        bestPenalty(leastPenalty, p -> answeringLikelihood(answering, withoutFold, p));
    double[] chances = chances(answering, withoutFold, answeringPenalty);
    var thresholds = new Thresholds(samples, chances, answering);
    double threshold = thresholds.threshold();
    Weights learned =
        answering.of(RankingFit.of(samples, rankingPenalty), samples, answeringPenalty);
    var verdict =
        new Weights.Decision(
            rounded(learned.answering().signals()), round(learned.answering().bias()), threshold);
    double lead = round(thresholds.choiceLead(threshold));
    return new Fit(
        new Weights(rounded(learned.ranking()), verdict, lead),
        String.format(
            Locale.ROOT,
            "%d samples, %d folds: Success@1 %.3f, refusal macro-F1 %.3f, right %.3f (penalties %.0e and %.0e)",
            samples.size(),
            FOLDS,
            thresholds.successAt1(),
            thresholds.macroF1(threshold),
            thresholds.right(threshold),
            rankingPenalty,
            answeringPenalty));
  }

  private static IntStream folds() {
    return IntStream.range(0, FOLDS);
  }

  private List<Sample> without(int fold) {
    return samples.stream().filter(s -> s.fold() != fold).toList();
  }

  private List<Sample> only(int fold) {
    return samples.stream().filter(s -> s.fold() == fold).toList();
  }

  private static double bestPenalty(double least, DoubleUnaryOperator likelihood) {
    double best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (double penalty : DoubleStream.of(PENALTIES).filter(p -> p >= least).toArray()) {
      double value = likelihood.applyAsDouble(penalty);
      if (value > most) {
        most = value;
        best = penalty;
      }
    }
    return best;
  }

  private double rankingLikelihood(double penalty) {
    return folds()
        .mapToDouble(f -> RankingFit.likelihood(only(f), RankingFit.of(without(f), penalty)))
        .sum();
  }

  private double answeringLikelihood(
      AnsweringFit answering, Weights[] withoutFold, double penalty) {
    double[] chances = chances(answering, withoutFold, penalty);
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      Sample sample = samples.get(i);
      if (!sample.question().mayAbstain()) {
        sum += Math.log(Math.max(1e-300, sample.answerable() ? chances[i] : 1 - chances[i]));
      }
    }
    return sum;
  }

  /** For each sample the chance of an answer, by weights that have not learned from it. */
  private double[] chances(AnsweringFit answering, Weights[] withoutFold, double penalty) {
    double[] chances = new double[samples.size()];
    for (int f = 0; f < FOLDS; f++) {
      Weights others = answering.of(withoutFold[f], without(f), penalty);
      for (int i = 0; i < chances.length; i++) {
        if (samples.get(i).fold() == f) {
          chances[i] = answering.chance(others, samples.get(i));
        }
      }
    }
    return chances;
  }

  static Map<String, Double> rounded(Map<String, Double> weights) {
    var rounded = new LinkedHashMap<String, Double>();
    weights.forEach((name, weight) -> rounded.put(name, round(weight)));
    return rounded;
  }

  static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
