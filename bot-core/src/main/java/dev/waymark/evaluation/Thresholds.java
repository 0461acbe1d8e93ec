package dev.waymark.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From which chance on an answer is given, and from which lead on it is given alone: chosen on
 * chances that each come from weights which have not learned from the sample.
 */
final class Thresholds {

  // A choice costs the member a tap, a wrong answer their trust: so much of what would be right may
  // become a choice.
  private static final double RIGHT_GIVEN_UP = 0.005;
  // In hundredths.
  private static final int LOWEST = 20;
  private static final int HIGHEST = 80;
  private static final double ABOUT_AS_WELL = 0.005;

  private final List<Sample> samples;
  private final double[] chances;
  private final AnsweringFit fit;

  Thresholds(List<Sample> samples, double[] chances, AnsweringFit fit) {
    this.samples = samples;
    this.chances = chances;
    this.fit = fit;
  }

  /**
   * The threshold at which the most come out right, judged by refusals and answers alike. Where
   * many do about as well it is the middle one of these, since the very best is best by chance.
   */
  double threshold() {
    double[] values =
        IntStream.rangeClosed(LOWEST, HIGHEST)
            .mapToDouble(t -> macroF1(t / 100.0) + right(t / 100.0))
            .toArray();
    double most = Arrays.stream(values).max().orElse(0);
    int[] good =
        IntStream.range(0, values.length).filter(i -> values[i] >= most - ABOUT_AS_WELL).toArray();
    // Of one-sided samples nothing can be told: no number is then as large as another.
    return good.length == 0 ? 0.5 : (LOWEST + good[good.length / 2]) / 100.0;
  }

  /** The mean of the F1 of refusals and that of answers. */
  double macroF1(double threshold) {
    double refusedRightly = 0;
    double refusedWrongly = 0;
    double missed = 0;
    double kept = 0;
    for (int i = 0; i < chances.length; i++) {
      Sample sample = samples.get(i);
      if (sample.question().mayAbstain()) {
        continue;
      }
      double weight = fit.weight(sample);
      boolean refused = chances[i] <= threshold;
      refusedRightly += refused && !sample.answerable() ? weight : 0;
      refusedWrongly += refused && sample.answerable() ? weight : 0;
      missed += !refused && !sample.answerable() ? weight : 0;
      kept += !refused && sample.answerable() ? weight : 0;
    }
    return refusedRightly / (2 * refusedRightly + refusedWrongly + missed)
        + kept / (2 * kept + refusedWrongly + missed);
  }

  /** The share that is answered from a right section or rightly refused. */
  double right(double threshold) {
    double right = 0;
    double all = 0;
    for (int i = 0; i < chances.length; i++) {
      Sample sample = samples.get(i);
      double weight = fit.weight(sample);
      boolean refused = chances[i] <= threshold;
      boolean isRight = refused ? !sample.answerable() : sample.isBestRight(fit.ranking(sample));
      right += isRight ? weight : 0;
      all += weight;
    }
    return right / all;
  }

  /** The lead below which only a little of what is right would become a choice. */
  double choiceLead(double threshold) {
    var leads = new ArrayList<Double>();
    for (int i = 0; i < chances.length; i++) {
      Sample sample = samples.get(i);
      if (chances[i] > threshold && sample.isBestRight(fit.ranking(sample))) {
        leads.add(sample.observation().best(fit.ranking(sample)).lead());
      }
    }
    leads.sort(null);
    return leads.isEmpty() ? 0 : leads.get((int) (leads.size() * RIGHT_GIVEN_UP));
  }

  /** The share of the samples with an answer whose likeliest section is right. */
  double successAt1() {
    List<Sample> answerable = samples.stream().filter(Sample::answerable).toList();
    double right = answerable.stream().filter(s -> s.isBestRight(fit.ranking(s))).count();
    return right / answerable.size();
  }
}
