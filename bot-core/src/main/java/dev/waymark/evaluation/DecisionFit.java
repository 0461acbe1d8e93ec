package dev.waymark.evaluation;

import dev.waymark.answer.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Learns how much each signal speaks for a yes: logistic regression. */
final class DecisionFit {

  private DecisionFit() {}

  /**
   * One thing to learn from.
   *
   * @param signals its signals
   * @param yes what it came to
   * @param weight how much it counts
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers on their way into the sums
  record Case(double[] signals, boolean yes, double weight) {}

  /**
   * Learns. The threshold is one half.
   *
   * @param names of the signals, in their order
   * @param used names of those that count; the others' weights are 0
   * @param penalty how strongly the weights are drawn towards 0, when each signal's spread is 1
   */
  static Weights.Decision of(
      List<Case> cases, List<String> names, Set<String> used, double penalty) {
    int n = names.size();
    double[] mean = new double[n];
    double[] spread = new double[n];
    for (int i = 0; i < n; i++) {
      int at = i;
      double m = cases.stream().mapToDouble(c -> c.signals()[at]).average().orElse(0);
      mean[i] = m;
      spread[i] =
          Math.sqrt(
                  cases.stream()
                      .mapToDouble(c -> (c.signals()[at] - m) * (c.signals()[at] - m))
                      .average()
                      .orElse(0))
              + 1e-9;
    }
    double[] l2 = new double[n + 1];
    Arrays.fill(l2, penalty);
    l2[n] = 0;
    double[] fitted =
        ConditionalLogit.fit(
            cases.stream().map(c -> standard(c, mean, spread, names, used)).toList(), l2);
    double bias = fitted[n];
    var weights = new LinkedHashMap<String, Double>();
    for (int i = 0; i < n; i++) {
      double weight = fitted[i] / spread[i];
      weights.put(names.get(i), weight);
      bias -= weight * mean[i];
    }
    return new Weights.Decision(weights, bias, 0.5);
  }

  private static ConditionalLogit.Case standard(
      Case c, double[] mean, double[] spread, List<String> names, Set<String> used) {
    int n = mean.length;
    double[] standard = new double[n + 1];
    for (int i = 0; i < n; i++) {
      standard[i] = used.contains(names.get(i)) ? (c.signals()[i] - mean[i]) / spread[i] : 0;
    }
    standard[n] = 1;
    double yes = c.yes() ? 1 : 0;
    return new ConditionalLogit.Case(
        new double[][] {standard, new double[n + 1]}, new double[] {yes, 1 - yes}, c.weight());
  }
}
