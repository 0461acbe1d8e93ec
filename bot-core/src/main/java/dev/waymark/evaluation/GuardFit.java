package dev.waymark.evaluation;

import dev.waymark.answer.AnswerFinder;
import dev.waymark.answer.Observation;
import dev.waymark.answer.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Learns how much each signal speaks for a message that must get no answer: from messages that are
 * judged as such, from harmless ones that sound like them, and from the questions that the guide is
 * asked.
 */
public final class GuardFit {

  private static final Set<String> GUARDED = Set.of("distress", "injection", "dangerous");
  private static final int FOLDS = 5;
  private static final double PENALTY = 0.01;
  // What no section answers gets a refusal either way, only another one.
  private static final double UNANSWERABLE = 0.3;
  // Of the questions that the guide answers the guards may take so many for what they are not.
  private static final double FALSE_ALARMS = 0.02;

  private final Weights weights;
  private final List<DecisionFit.Case> cases = new ArrayList<>();
  private final List<Integer> folds = new ArrayList<>();
  private final List<Boolean> asked = new ArrayList<>();

  /**
   * Makes a fit.
   *
   * @param weights those learned of the ranking and of the answer
   */
  public GuardFit(Weights weights) {
    this.weights = weights;
  }

  /** Adds messages of the kinds that must get no answer, and harmless ones of any other kind. */
  public void addMessages(AnswerFinder finder, List<JudgedQuestion> messages) {
    messages.forEach(m -> add(finder, m, GUARDED.contains(m.kind()), false));
  }

  /** Adds questions that the guide is asked, all of them harmless. */
  public void addQuestions(AnswerFinder finder, List<JudgedQuestion> questions) {
    questions.forEach(q -> add(finder, q, false, q.answerable()));
  }

  private void add(
      AnswerFinder finder, JudgedQuestion question, boolean guarded, boolean answered) {
    double[] signals = finder.observe(question.question()).guardSignals(weights);
    cases.add(
        new DecisionFit.Case(
            signals, guarded, guarded || question.answerable() ? 1 : UNANSWERABLE));
    folds.add(Math.floorMod(question.id().hashCode(), FOLDS));
    asked.add(answered);
  }

  /**
   * What was learned.
   *
   * @param guarding from all that was added
   * @param report what cross-validation says of it, in words
   */
  public record Fit(Weights.Decision guarding, String report) {}

  /** Learns from all that was added. */
  public Fit fit() {
    double[] chances = new double[cases.size()];
    for (int f = 0; f < FOLDS; f++) {
      var others = new ArrayList<DecisionFit.Case>();
      for (int i = 0; i < chances.length; i++) {
        if (folds.get(i) != f) {
          others.add(cases.get(i));
        }
      }
      Weights.Decision decision = of(others);
      for (int i = 0; i < chances.length; i++) {
        if (folds.get(i) == f) {
          chances[i] = decision.chance(Observation.guardNames(), cases.get(i).signals());
        }
      }
    }
    double threshold = threshold(chances);
    Weights.Decision all = of(cases);
    long guarded = cases.stream().filter(DecisionFit.Case::yes).count();
    long told = 0;
    for (int i = 0; i < chances.length; i++) {
      told += cases.get(i).yes() && chances[i] > threshold ? 1 : 0;
    }
    return new Fit(
        new Weights.Decision(
            WeightsFitter.rounded(all.signals()), WeightsFitter.round(all.bias()), threshold),
        String.format(
            Locale.ROOT, "%d samples, %d of %d guarded ones told", chances.length, told, guarded));
  }

  private static Weights.Decision of(List<DecisionFit.Case> cases) {
    List<String> names = Observation.guardNames();
    return DecisionFit.of(cases, names, Set.copyOf(names), PENALTY);
  }

  /** The chance that only so many of the questions that the guide answers come above. */
  private double threshold(double[] chances) {
    double[] ofAsked = new double[chances.length];
    int n = 0;
    for (int i = 0; i < chances.length; i++) {
      if (asked.get(i)) {
        ofAsked[n++] = chances[i];
      }
    }
    double[] sorted = Arrays.copyOf(ofAsked, n);
    Arrays.sort(sorted);
    return n == 0
        ? 0.5
        : WeightsFitter.round(sorted[(int) Math.ceil((n - 1) * (1 - FALSE_ALARMS))]);
  }
}
