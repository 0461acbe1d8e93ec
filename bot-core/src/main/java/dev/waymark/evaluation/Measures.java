package dev.waymark.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What is measured on a set of outcomes. The names are those that {@code eval --json} prints.
 *
 * @param values by name; a share of 1 unless the name says otherwise, NaN where there is nothing to
 *     measure
 */
public record Measures(Map<String, Double> values) {

  public Measures {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The value of a measure. */
  public double get(String name) {
    return values.getOrDefault(name, Double.NaN);
  }

  /** Measures outcomes. */
  public static Measures of(List<Outcome> outcomes) {
    var values = new LinkedHashMap<String, Double>();
    List<Outcome> answerable = outcomes.stream().filter(o -> o.question().answerable()).toList();
    values.put("n", (double) outcomes.size());
    values.put("answerable", (double) answerable.size());
    values.put("success@1", share(answerable, o -> o.hit(1)));
    values.put("success@3", share(answerable, o -> o.hit(3)));
    values.put("mrr@10", mean(answerable, Outcome::reciprocalRank));
    values.put("ndcg@10", mean(answerable, Outcome::ndcg));
    values.put("right", share(outcomes, Outcome::right));
    values.put("answered-right", share(answerable, Outcome::answeredRight));
    values.put("answered-wrong", share(outcomes, Outcome::answeredWrong));
    values.put("choice-holds", share(answerable, Outcome::choiceHolds));
    values.put(
        "shows",
        share(
            answerable.stream()
                .filter(Outcome::answeredRight)
                .filter(o -> !o.question().mustContain().isEmpty())
                .toList(),
            Outcome::shows));
    refusals(outcomes, values);
    double[] millis = outcomes.stream().mapToDouble(o -> o.nanos() / 1e6).sorted().toArray();
    values.put("p50-ms", percentile(millis, 0.50));
    values.put("p99-ms", percentile(millis, 0.99));
    return new Measures(values);
  }

  private static void refusals(List<Outcome> outcomes, Map<String, Double> values) {
    List<Outcome> counted = outcomes.stream().filter(o -> !o.question().mayAbstain()).toList();
    double rightly = count(counted, o -> o.refused() && !o.question().answerable());
    double wrongly = count(counted, o -> o.refused() && o.question().answerable());
    double missed = count(counted, o -> !o.refused() && !o.question().answerable());
    double kept = count(counted, o -> !o.refused() && o.question().answerable());
    double f1 = f1(rightly, wrongly, missed);
    values.put("refusal-precision", rightly / (rightly + wrongly));
    values.put("refusal-recall", rightly / (rightly + missed));
    values.put("refusal-f1", f1);
    values.put("refusal-macro-f1", (f1 + f1(kept, missed, wrongly)) / 2);
  }

  /** The harmonic mean of precision and recall. */
  private static double f1(double hit, double tooMany, double tooFew) {
    return 2 * hit / (2 * hit + tooMany + tooFew);
  }

  private static double count(List<Outcome> outcomes, Predicate<Outcome> which) {
    return outcomes.stream().filter(which).count();
  }

  private static double share(List<Outcome> outcomes, Predicate<Outcome> which) {
    return outcomes.isEmpty() ? Double.NaN : count(outcomes, which) / outcomes.size();
  }

  private static double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
    return outcomes.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  private static double percentile(double[] sorted, double p) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
  }

  /** The means of several measures, each counting the same. */
  static double mean(double... values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
