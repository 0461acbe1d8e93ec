package dev.waymark.answer;

import java.util.List;

/** The signals of one question, for learning how much each should count. Immutable. */
public final class Observation {

  private final Evidence evidence;

  Observation(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Names of the signals that speak for a section, in the order of {@link #rankingSignals}. */
  public static List<String> rankingNames() {
    return Signals.names();
  }

  /**
   * Names of the signals that speak for there being an answer, in the order of {@link
   * #answeringSignals}.
   */
  public static List<String> answeringNames() {
    return Doubts.names();
  }

  /** Ids of the sections that may be the answer. */
  public List<String> candidates() {
    return evidence.candidates().stream().map(c -> c.section().id()).toList();
  }

  /** The signals of each of the {@link #candidates}, in turn. */
  public double[][] rankingSignals() {
    return evidence.candidates().stream().map(Signals::of).toArray(double[][]::new);
  }

  /**
   * The signals of the whole question, which depend on the order that the weights make of its
   * candidates.
   *
   * @param weights those of the ranking are used
   */
  public double[] answeringSignals(Weights weights) {
    return Doubts.of(new Judge(weights).weigh(evidence).judged());
  }

  /**
   * Names of the signals that speak for a message that must get no answer, in the order of {@link
   * #guardSignals}.
   */
  public static List<String> guardNames() {
    return GuardSignals.names();
  }

  /**
   * What speaks for a message that must get no answer.
   *
   * @param weights those of the ranking and of the answer are used
   */
  public double[] guardSignals(Weights weights) {
    return GuardSignals.of(new Judge(weights).weigh(evidence));
  }

  /** The best section's lead over the next, and its id, by the weights. */
  public Best best(Weights weights) {
    Doubts.Judged judged = new Judge(weights).weigh(evidence).judged();
    return new Best(judged.best().candidate().section().id(), judged.lead());
  }

  /**
   * The likeliest section.
   *
   * @param id the section's
   * @param lead its lead in probability over the next one
   */
  public record Best(String id, double lead) {}
}
