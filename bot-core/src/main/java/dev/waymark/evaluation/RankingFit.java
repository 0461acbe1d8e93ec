package dev.waymark.evaluation;

import dev.waymark.answer.Observation;
import dev.waymark.answer.Weights;
import dev.waymark.evaluation.ConditionalLogit.Case;
import java.util.List;
import java.util.Optional;

/** Learns how much each signal speaks for a section. */
final class RankingFit {

  private RankingFit() {}

  /** The weights of the ranking, and no others. */
  static Weights of(List<Sample> samples, double penalty) {
    List<Case> cases = samples.stream().flatMap(s -> rankingCase(s).stream()).toList();
    // A signal that seldom speaks, such as one of figures, is not to be drawn to 0 for that: so
    // each
    // counts in units of its own spread.
    double[] spread = spread(cases);
    double[] l2 = new double[spread.length];
    for (int i = 0; i < l2.length; i++) {
      l2[i] = penalty * spread[i] * spread[i];
    }
    return new Weights(
        Sample.named(Observation.rankingNames(), ConditionalLogit.fit(cases, l2)),
        Weights.Decision.NONE,
        0);
  }

  /** How likely the samples' answers are by these weights: the logarithm. */
  static double likelihood(List<Sample> samples, Weights weights) {
    double[] values = Sample.values(Observation.rankingNames(), weights.ranking());
    return samples.stream()
        .flatMap(s -> rankingCase(s).stream())
        .mapToDouble(c -> likelihood(c, values))
        .sum();
  }

  private static double likelihood(Case c, double[] weights) {
    double[] chances = ConditionalLogit.chances(c.alternatives(), weights);
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      sum += c.target()[i] * Math.log(Math.max(chances[i], 1e-300));
    }
    return sum;
  }

  private static Optional<Case> rankingCase(Sample sample) {
    List<String> candidates = sample.observation().candidates();
    double[] target = new double[candidates.size()];
    double gold = 0;
    for (int i = 0; i < target.length; i++) {
      target[i] = sample.question().gold().contains(candidates.get(i)) ? 1 : 0;
      gold += target[i];
    }
    if (gold == 0) {
      return Optional.empty();
    }
    for (int i = 0; i < target.length; i++) {
      target[i] /= gold;
    }
    return Optional.of(new Case(sample.observation().rankingSignals(), target, 1));
  }

  private static double[] spread(List<Case> cases) {
    int n = Observation.rankingNames().size();
    double[] sum = new double[n];
    double[] squares = new double[n];
    int all = 0;
    for (Case c : cases) {
      for (double[] signals : c.alternatives()) {
        all++;
        for (int i = 0; i < n; i++) {
          sum[i] += signals[i];
          squares[i] += signals[i] * signals[i];
        }
      }
    }
    double[] spread = new double[n];
    for (int i = 0; i < n; i++) {
      double mean = sum[i] / Math.max(1, all);
      spread[i] = Math.sqrt(Math.max(0, squares[i] / Math.max(1, all) - mean * mean)) + 1e-6;
    }
    return spread;
  }
}
