package dev.waymark.evaluation;

import dev.waymark.answer.Observation;
import dev.waymark.answer.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one question shows of one guide.
 *
 * @param question the question
 * @param observation its signals
 * @param answerable whether this guide answers it
 * @param fold in which part of the cross-validation it is left out
 */
record Sample(JudgedQuestion question, Observation observation, boolean answerable, int fold) {

  /** Whether the likeliest section, by these weights, is one that answers. */
  boolean isBestRight(Weights weights) {
    return question.gold().contains(observation.best(weights).id());
  }

  /** Weights by the names of their signals. */
  static Map<String, Double> named(List<String> names, double[] weights) {
    var named = new LinkedHashMap<String, Double>();
    for (int i = 0; i < weights.length; i++) {
      named.put(names.get(i), weights[i]);
    }
    return named;
  }

  /** Weights in the order of the names of their signals. */
  static double[] values(List<String> names, Map<String, Double> weights) {
    return names.stream().mapToDouble(n -> weights.getOrDefault(n, 0.0)).toArray();
  }
}
