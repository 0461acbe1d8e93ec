package dev.waymark.answer;

import dev.waymark.guide.Guide;
import java.util.List;
import java.util.Map;

/**
 * How much each signal counts, learned from judged questions: see {@code ./waymark tune}.
 * Immutable.
 *
 * @param ranking by signal of a section, how much it speaks for that section
 * @param answering whether there is an answer
 * @param guarding whether it is a message that must get none
 * @param choiceLead least lead of the best section over the next at which it is given alone
 */
public record Weights(
    Map<String, Double> ranking, Decision answering, Decision guarding, double choiceLead) {

  /**
   * A yes or no.
   *
   * @param signals by signal of a question, how much it speaks for a yes
   * @param bias what is added to these
   * @param threshold a yes has a probability above this
   */
  public record Decision(Map<String, Double> signals, double bias, double threshold) {

    /** No opinion: never a yes. */
    public static final Decision NONE = new Decision(Map.of(), 0, 0.5);

    public Decision {
      signals = Map.copyOf(signals);
    }

    /** Whether such a probability is a yes. */
    public boolean isYes(double chance) {
      return chance > threshold;
    }

    /**
     * The probability of a yes.
     *
     * @param names the signals' names
     * @param values the signals, in the order of their names
     */
    public double chance(List<String> names, double[] values) {
      return chance(names, values, 0);
    }

    /** The same when something more speaks for a yes, so much as log-odds. */
    double chance(List<String> names, double[] values, double more) {
      double sum = bias + more;
      for (int i = 0; i < values.length; i++) {
        sum += signals.getOrDefault(names.get(i), 0.0) * values[i];
      }
      return 1 / (1 + Math.exp(-sum));
    }
  }

  public Weights {
    ranking = Map.copyOf(ranking);
  }

  /** Weights with no opinion of what must get no answer. */
  public Weights(Map<String, Double> ranking, Decision answering, double choiceLead) {
    this(ranking, answering, Decision.NONE, choiceLead);
  }

  /** Those that ship with Waymark, for such a guide. */
  public static Weights shipped(Guide guide) {
    return WeightsFile.shipped().of(guide);
  }

  /** No opinion: every signal counts nothing. Where learning begins. */
  public static Weights none() {
    return new Weights(Map.of(), Decision.NONE, 0);
  }

  /** The same with another opinion of what must get no answer. */
  public Weights withGuarding(Decision decision) {
    return new Weights(ranking, answering, decision, choiceLead);
  }

  double[] rankingInOrder() {
    return inOrder(Signals.names(), ranking);
  }

  private static double[] inOrder(List<String> names, Map<String, Double> weights) {
    return names.stream().mapToDouble(n -> weights.getOrDefault(n, 0.0)).toArray();
  }
}
