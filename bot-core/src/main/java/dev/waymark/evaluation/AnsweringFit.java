package dev.waymark.evaluation;

import dev.waymark.answer.Observation;
import dev.waymark.answer.Weights;
import dev.waymark.evaluation.ConditionalLogit.Case;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final boolean[] used;
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
    List<String> names = Observation.answeringNames();
    this.used = new boolean[names.size()];
    for (int i = 0; i < used.length; i++) {
      used[i] = signals.contains(names.get(i));
    }
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
    int n = Observation.answeringNames().size();
    double[] mean = new double[n];
    double[] spread = new double[n];
    for (int i = 0; i < n; i++) {
      int at = i;
      mean[i] = signals.stream().mapToDouble(s -> s[at]).average().orElse(0);
      double m = mean[i];
      spread[i] =
          Math.sqrt(
                  signals.stream().mapToDouble(s -> (s[at] - m) * (s[at] - m)).average().orElse(0))
              + 1e-9;
    }
    var cases = new ArrayList<Case>();
    for (int k = 0; k < chosen.size(); k++) {
      double[] standard = new double[n + 1];
      for (int i = 0; i < n; i++) {
        standard[i] = used[i] ? (signals.get(k)[i] - mean[i]) / spread[i] : 0;
      }
      standard[n] = 1;
      double yes = chosen.get(k).answerable() ? 1 : 0;
      double weight = chosen.get(k).question().mayAbstain() ? 0 : weight(chosen.get(k));
      cases.add(
          new Case(
              new double[][] {standard, new double[n + 1]}, new double[] {yes, 1 - yes}, weight));
    }
    double[] l2 = new double[n + 1];
    Arrays.fill(l2, penalty);
    l2[n] = 0;
    double[] fitted = ConditionalLogit.fit(cases, l2);
    double bias = fitted[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = fitted[i] / spread[i];
      bias -= weights[i] * mean[i];
    }
    return new Weights(
        ranking.ranking(),
        new Weights.Answering(Sample.named(Observation.answeringNames(), weights), bias, 0.5),
        0);
  }

  /** The chance, by these weights, that the sample's question has an answer. */
  double chance(Weights weights, Sample sample) {
    double[] signals = sample.observation().answeringSignals(ranking(sample));
    double[] answering = Sample.values(Observation.answeringNames(), weights.answering().signals());
    double sum = weights.answering().bias();
    for (int i = 0; i < signals.length; i++) {
      sum += answering[i] * signals[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
