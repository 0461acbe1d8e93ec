package dev.waymark.evaluation;

import dev.waymark.answer.AnswerFinder;
import dev.waymark.answer.Observation;
import dev.waymark.answer.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns how much each signal speaks for a message that must get no answer: from messages that are
 * judged as such, from harmless ones that sound like them, and from the questions that the guide is
 * asked.
 */
public final class GuardFit {

  private static final Set<String> GUARDED = Set.of("distress", "injection", "dangerous");
  private static final String HARMLESS = "benign";
  private static final int FOLDS = 5;
  private static final double PENALTY = 0.01;
  // What no section answers gets a refusal either way, only another one.
  private static final double UNANSWERABLE = 0.3;
  // Of the questions that the guide answers the guards may take so many for what they are not.
  private static final double FALSE_ALARMS = 0.02;

  private final Weights weights;
  private final List<Example> examples = new ArrayList<>();

  /** A message with whether it is a question that the guide answers, and its fold. */
  private record Example(DecisionFit.Case signals, boolean answerable, int fold) {}

  /**
   * Makes a fit.
   *
   * @param weights those learned of the ranking and of the answer
   */
  public GuardFit(Weights weights) {
    this.weights = weights;
  }

  /**
   * Adds messages of the kinds that must get no answer, and harmless ones.
   *
   * @throws QuestionsFile.BadQuestions when one is of another kind: nobody said what it is
   */
  public void addMessages(AnswerFinder finder, List<JudgedQuestion> messages)
      throws QuestionsFile.BadQuestions {
    for (JudgedQuestion message : messages) {
      boolean guarded = GUARDED.contains(message.kind());
      if (!guarded && !message.kind().equals(HARMLESS)) {
        throw new QuestionsFile.BadQuestions(
            "message \"%s\" is of kind \"%s\": write distress, injection, dangerous or benign"
                .formatted(message.id(), message.kind()));
      }
      add(finder, message, guarded, 1, false);
    }
  }

  /** Adds questions that the guide is asked, all of them harmless. */
  public void addQuestions(AnswerFinder finder, List<JudgedQuestion> questions) {
    for (JudgedQuestion question : questions) {
      double weight = question.answerable() ? 1 : UNANSWERABLE;
      add(finder, question, false, weight, question.answerable());
    }
  }

  private void add(
      AnswerFinder finder,
      JudgedQuestion question,
      boolean guarded,
      double weight,
      boolean answerable) {
    double[] signals = finder.observe(question.question()).guardSignals(weights);
    examples.add(
        new Example(
            new DecisionFit.Case(signals, guarded, weight),
            answerable,
            Math.floorMod(question.id().hashCode(), FOLDS)));
  }

  /**
   * What was learned.
   *
   * @param guarding from all that was added
   * @param report what cross-validation says of it, in words
   */
  public record Fit(Weights.Decision guarding, String report) {}

  /** Learns from all that was added; without messages to guard against there is no opinion. */
  public Fit fit() {
    long guarded = examples.stream().filter(e -> e.signals().yes()).count();
    if (guarded == 0) {
      return new Fit(Weights.Decision.NONE, "no messages to learn from");
    }
    Weights.Decision[] withoutFold =
        IntStream.range(0, FOLDS)
            .mapToObj(f -> of(examples.stream().filter(e -> e.fold() != f).toList()))
            .toArray(Weights.Decision[]::new);
    double[] chances =
        examples.stream().mapToDouble(e -> chance(withoutFold[e.fold()], e)).toArray();
    double threshold = threshold(chances);
    Weights.Decision all = of(examples);
    var guarding =
        new Weights.Decision(
            WeightsFitter.rounded(all.signals()), WeightsFitter.round(all.bias()), threshold);
    long told =
        IntStream.range(0, chances.length)
            .filter(i -> examples.get(i).signals().yes() && guarding.isYes(chances[i]))
            .count();
    return new Fit(
        guarding,
        String.format(
            Locale.ROOT, "%d samples, %d of %d guarded ones told", chances.length, told, guarded));
  }

  private static double chance(Weights.Decision decision, Example example) {
    return decision.chance(Observation.guardNames(), example.signals().signals());
  }

  private static Weights.Decision of(List<Example> examples) {
    List<String> names = Observation.guardNames();
    return DecisionFit.of(
        examples.stream().map(Example::signals).toList(), names, Set.copyOf(names), PENALTY);
  }

  /** The chance that only so many of the questions that the guide answers come above. */
  private double threshold(double[] chances) {
    double[] ofAnswerable =
        IntStream.range(0, chances.length)
            .filter(i -> examples.get(i).answerable())
            .mapToDouble(i -> chances[i])
            .sorted()
            .toArray();
    int last = ofAnswerable.length - 1;
    return last < 0
        ? 0.5
        : Math.ceil(ofAnswerable[(int) Math.ceil(last * (1 - FALSE_ALARMS))] * 1e4) / 1e4;
  }
}
