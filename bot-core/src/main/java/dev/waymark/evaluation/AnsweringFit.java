package dev.waymark.evaluation;

import dev.waymark.answer.Observation;
import dev.waymark.answer.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Learns how much each signal speaks for there being an answer at all. These signals hang on the
 * order that the ranking makes, so each sample is seen through a ranking that has not learned from
 * it.
 */
final class AnsweringFit {

  // Of what is asked in a channel so much is for no guide to answer, whatever the share among the
  // judged questions.
  private static final double UNANSWERABLE = 0.4;

  private final Weights[] withoutFold;
  private final Set<String> used;
  private final double unanswerableWeight;

  /**
   * Makes a fit.
   *
   * @param all every sample, from which the share of those without an answer is taken
   * @param withoutFold for each fold a ranking that was learned without it
   * @param signals names of those that are used
   */
  AnsweringFit(List<Sample> all, Weights[] withoutFold, Set<String> signals) {
    this.withoutFold = withoutFold;
    this.used = signals;
    double answerable = all.stream().filter(Sample::answerable).count();
    this.unanswerableWeight =
        UNANSWERABLE / (1 - UNANSWERABLE) * answerable / (all.size() - answerable);
  }

  /** How much a sample counts. */
  double weight(Sample sample) {
    return sample.answerable() ? 1 : unanswerableWeight;
  }

  /** The ranking that has not learned from the sample. */
  Weights ranking(Sample sample) {
    return withoutFold[sample.fold()];
  }

  /** Adds to a ranking what speaks for an answer, learned from the samples. */
  Weights of(Weights ranking, List<Sample> chosen, double penalty) {
    List<double[]> signals =
        chosen.stream().map(s -> s.observation().answeringSignals(ranking(s))).toList();
    var cases = new ArrayList<DecisionFit.Case>();
    for (int k = 0; k < chosen.size(); k++) {
      Sample sample = chosen.get(k);
      double weight = sample.question().mayAbstain() ? 0 : weight(sample);
      cases.add(new DecisionFit.Case(signals.get(k), sample.answerable(), weight));
    }
    return new Weights(
        ranking.ranking(), DecisionFit.of(cases, Observation.answeringNames(), used, penalty), 0);
  }

  /** The chance, by these weights, that the sample's question has an answer. */
  double chance(Weights weights, Sample sample) {
    return weights
        .answering()
        .chance(
            Observation.answeringNames(), sample.observation().answeringSignals(ranking(sample)));
  }
}
