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
 * @param choiceLead least lead of the best section over the next at which it is given alone
 */
public record Weights(Map<String, Double> ranking, Answering answering, double choiceLead) {

  /**
   * Whether there is an answer.
   *
   * @param signals by signal of a question, how much it speaks for there being one
   * @param bias what is added to these
   * @param threshold least probability at which an answer is given
   */
  public record Answering(Map<String, Double> signals, double bias, double threshold) {

    /** No opinion. */
    public static final Answering NONE = new Answering(Map.of(), 0, 0.5);

    public Answering {
      signals = Map.copyOf(signals);
    }

    double[] inOrder() {
      return Weights.inOrder(Doubts.names(), signals);
    }
  }

  public Weights {
    ranking = Map.copyOf(ranking);
  }

  /** Those that ship with Waymark, for such a guide. */
  public static Weights shipped(Guide guide) {
    return WeightsFile.shipped().of(guide);
  }

  /** No opinion: every signal counts nothing. Where learning begins. */
  public static Weights none() {
    return new Weights(Map.of(), Answering.NONE, 0);
  }

  double[] rankingInOrder() {
    return inOrder(Signals.names(), ranking);
  }

  private static double[] inOrder(List<String> names, Map<String, Double> weights) {
    return names.stream().mapToDouble(n -> weights.getOrDefault(n, 0.0)).toArray();
  }
}
