package dev.waymark.evaluation;

import dev.waymark.answer.AnswerFinder;
import dev.waymark.answer.Observation;
import dev.waymark.answer.Weights;
import dev.waymark.evaluation.ConditionalLogit.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Learns the weights of the answer's signals from judged questions, with cross-validation. The same
 * questions and guides always give the same weights.
 *
 * <p>First how much each signal speaks for a section, then, from questions that the first part has
 * not learned from, how much each speaks for there being an answer at all, then from which
 * probability on one is given.
 */
public final class WeightsFitter {

  private static final int FOLDS = 5;
  private static final double[] PENALTIES = {1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1};
  // A choice costs the member a tap, a wrong answer their trust: so much of what would be right may
  // become a choice.
  private static final double RIGHT_GIVEN_UP = 0.01;

  // Of what is asked in a channel so much is for no guide to answer, whatever the share among the
  // judged questions.
  private static final double UNANSWERABLE = 0.4;

  /** What one question shows of one guide. */
  private record Sample(
      JudgedQuestion question, Observation observation, boolean answerable, int fold) {}

  private final List<Sample> samples = new ArrayList<>();
  private double answerableSamples;

  /**
   * Adds a guide to learn from. A question whose gold is no section of this guide, though there is
   * one elsewhere, is left out: nobody judged whether this guide answers it too.
   *
   * @param finder the guide's
   * @param ids of the guide's sections
   */
  public void add(AnswerFinder finder, java.util.Set<String> ids, List<JudgedQuestion> questions) {
    for (JudgedQuestion question : questions) {
      boolean answerable = question.gold().stream().anyMatch(ids::contains);
      if (answerable || !question.answerable()) {
        // The fold hangs on the id alone, so that a question is in the same one with every guide.
        int fold = Math.floorMod(question.id().hashCode(), FOLDS);
        samples.add(new Sample(question, finder.observe(question.question()), answerable, fold));
      }
    }
  }

  /** The same questions and guides as they are without refusals: see {@link Weights#alone}. */
  public WeightsFitter withoutRefusals() {
    var alone = new WeightsFitter();
    for (Sample sample : samples) {
      alone.samples.add(
          new Sample(
              sample.question(),
              sample.observation().withoutRefusals(),
              sample.answerable(),
              sample.fold()));
    }
    return alone;
  }

  /**
   * What was learned.
   *
   * @param weights from all questions
   * @param report what cross-validation says of them, in words
   */
  public record Fit(Weights weights, String report) {}

  /** Learns from all that was added. */
  public Fit fit() {
    answerableSamples = samples.stream().filter(Sample::answerable).count();
    double rankingPenalty = bestPenalty(this::rankingLikelihood);
    Weights[] withoutFold =
        IntStream.range(0, FOLDS)
            .mapToObj(f -> ranking(s -> s.fold() != f, rankingPenalty))
            .toArray(Weights[]::new);
    double answeringPenalty = bestPenalty(p -> answeringLikelihood(withoutFold, p));
    Weights learned =
        answering(ranking(s -> true, rankingPenalty), withoutFold, s -> true, answeringPenalty);
    double[] chances = new double[samples.size()];
    for (int f = 0; f < FOLDS; f++) {
      int fold = f;
      Weights others =
          answering(withoutFold[f], withoutFold, s -> s.fold() != fold, answeringPenalty);
      for (int i = 0; i < chances.length; i++) {
        if (samples.get(i).fold() == f) {
          chances[i] = chance(others, samples.get(i), withoutFold[f]);
        }
      }
    }
    double threshold = threshold(chances, withoutFold);
    double lead = choiceLead(chances, withoutFold, threshold);
    var answering =
        new Weights.Answering(
            rounded(learned.answering().signals()), round(learned.answering().bias()), threshold);
    var weights = new Weights(rounded(learned.ranking()), answering, answering, lead);
    return new Fit(
        weights, report(chances, withoutFold, threshold, rankingPenalty, answeringPenalty));
  }

  private interface Likelihood {
    double of(double penalty);
  }

  private static double bestPenalty(Likelihood likelihood) {
    double best = PENALTIES[0];
    double most = Double.NEGATIVE_INFINITY;
    for (double penalty : PENALTIES) {
      double value = likelihood.of(penalty);
      if (value > most) {
        most = value;
        best = penalty;
      }
    }
    return best;
  }

  private Weights ranking(Predicate<Sample> which, double penalty) {
    List<Case> cases =
        samples.stream().filter(which).flatMap(s -> rankingCase(s).stream()).toList();
    // A signal that seldom speaks, such as a step named by its number, is not to be drawn to 0 for
    // that: so each counts in
    // units of its own spread.
    double[] spread = spread(cases);
    double[] l2 = new double[spread.length];
    for (int i = 0; i < l2.length; i++) {
      l2[i] = penalty * spread[i] * spread[i];
    }
    return new Weights(
        named(Observation.rankingNames(), ConditionalLogit.fit(cases, l2)),
        Weights.Answering.NONE,
        Weights.Answering.NONE,
        0);
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

  private static java.util.Optional<Case> rankingCase(Sample sample) {
    List<String> candidates = sample.observation().candidates();
    double[] target = new double[candidates.size()];
    double gold = 0;
    for (int i = 0; i < target.length; i++) {
      target[i] = sample.question().gold().contains(candidates.get(i)) ? 1 : 0;
      gold += target[i];
    }
    if (gold == 0) {
      return java.util.Optional.empty();
    }
    for (int i = 0; i < target.length; i++) {
      target[i] /= gold;
    }
    return java.util.Optional.of(new Case(sample.observation().rankingSignals(), target, 1));
  }

  private double rankingLikelihood(double penalty) {
    double sum = 0;
    for (int f = 0; f < FOLDS; f++) {
      int fold = f;
      double[] weights =
          values(Observation.rankingNames(), ranking(s -> s.fold() != fold, penalty).ranking());
      for (Sample sample : samples) {
        if (sample.fold() == f) {
          sum += rankingCase(sample).map(c -> likelihood(c, weights)).orElse(0.0);
        }
      }
    }
    return sum;
  }

  private static double likelihood(Case c, double[] weights) {
    double[] chances = ConditionalLogit.chances(c.alternatives(), weights);
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      sum += c.target()[i] * Math.log(Math.max(chances[i], 1e-300));
    }
    return sum;
  }

  /**
   * Adds to a ranking what speaks for an answer, learned from signals that each fold's own ranking
   * has not seen.
   */
  private Weights answering(
      Weights ranking, Weights[] withoutFold, Predicate<Sample> which, double penalty) {
    List<Sample> chosen = samples.stream().filter(which).toList();
    List<double[]> signals =
        chosen.stream().map(s -> s.observation().answeringSignals(withoutFold[s.fold()])).toList();
    int n = Observation.answeringNames().size();
    double[] mean = new double[n];
    double[] spread = new double[n];
    for (int i = 0; i < n; i++) {
      int at = i;
      mean[i] = signals.stream().mapToDouble(s -> s[at]).average().orElse(0);
      double m = mean[i];
      spread[i] =
          Math.sqrt(
                  signals.stream().mapToDouble(s -> (s[at] - m) * (s[at] - m)).average().orElse(0))
              + 1e-9;
    }
    var cases = new ArrayList<Case>();
    for (int k = 0; k < chosen.size(); k++) {
      double[] standard = new double[n + 1];
      for (int i = 0; i < n; i++) {
        standard[i] = (signals.get(k)[i] - mean[i]) / spread[i];
      }
      standard[n] = 1;
      double yes = chosen.get(k).answerable() ? 1 : 0;
      double weight = chosen.get(k).question().mayAbstain() ? 0 : weight(chosen.get(k));
      cases.add(
          new Case(
              new double[][] {standard, new double[n + 1]}, new double[] {yes, 1 - yes}, weight));
    }
    double[] l2 = new double[n + 1];
    Arrays.fill(l2, penalty);
    l2[n] = 0;
    double[] fitted = ConditionalLogit.fit(cases, l2);
    double bias = fitted[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = fitted[i] / spread[i];
      bias -= weights[i] * mean[i];
    }
    return new Weights(
        ranking.ranking(),
        new Weights.Answering(named(Observation.answeringNames(), weights), bias, 0.5),
        Weights.Answering.NONE,
        0);
  }

  private double answeringLikelihood(Weights[] withoutFold, double penalty) {
    double sum = 0;
    for (int f = 0; f < FOLDS; f++) {
      int fold = f;
      Weights others = answering(withoutFold[f], withoutFold, s -> s.fold() != fold, penalty);
      for (Sample sample : samples) {
        if (sample.fold() == f && !sample.question().mayAbstain()) {
          double chance = chance(others, sample, withoutFold[f]);
          sum += Math.log(Math.max(1e-300, sample.answerable() ? chance : 1 - chance));
        }
      }
    }
    return sum;
  }

  private static double chance(Weights weights, Sample sample, Weights ranking) {
    double[] signals = sample.observation().answeringSignals(ranking);
    double[] answering = values(Observation.answeringNames(), weights.answering().signals());
    double sum = weights.answering().bias();
    for (int i = 0; i < signals.length; i++) {
      sum += answering[i] * signals[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** The threshold at which the most come out right, judged by refusals and answers alike. */
  private double threshold(double[] chances, Weights[] withoutFold) {
    double best = 0.5;
    double most = -1;
    for (int t = 20; t <= 80; t++) {
      double value = macroF1(chances, t / 100.0) + right(chances, withoutFold, t / 100.0);
      if (value > most) {
        most = value;
        best = t / 100.0;
      }
    }
    return best;
  }

  private double weight(Sample sample) {
    double answerable = answerableSamples;
    double others = samples.size() - answerable;
    return sample.answerable() ? 1 : UNANSWERABLE / (1 - UNANSWERABLE) * answerable / others;
  }

  private double macroF1(double[] chances, double threshold) {
    double refusedRightly = 0;
    double refusedWrongly = 0;
    double missed = 0;
    double kept = 0;
    for (int i = 0; i < chances.length; i++) {
      Sample sample = samples.get(i);
      if (sample.question().mayAbstain()) {
        continue;
      }
      double weight = weight(sample);
      boolean refused = chances[i] < threshold;
      refusedRightly += refused && !sample.answerable() ? weight : 0;
      refusedWrongly += refused && sample.answerable() ? weight : 0;
      missed += !refused && !sample.answerable() ? weight : 0;
      kept += !refused && sample.answerable() ? weight : 0;
    }
    return refusedRightly / (2 * refusedRightly + refusedWrongly + missed)
        + kept / (2 * kept + refusedWrongly + missed);
  }

  private double right(double[] chances, Weights[] withoutFold, double threshold) {
    double right = 0;
    double all = 0;
    for (int i = 0; i < chances.length; i++) {
      Sample sample = samples.get(i);
      double weight = weight(sample);
      boolean refused = chances[i] < threshold;
      boolean isRight = refused ? !sample.answerable() : isBestRight(sample, withoutFold);
      right += isRight ? weight : 0;
      all += weight;
    }
    return right / all;
  }

  private static boolean isBestRight(Sample sample, Weights[] withoutFold) {
    return sample
        .question()
        .gold()
        .contains(sample.observation().best(withoutFold[sample.fold()]).id());
  }

  private double choiceLead(double[] chances, Weights[] withoutFold, double threshold) {
    var leads = new ArrayList<Double>();
    for (int i = 0; i < chances.length; i++) {
      Sample sample = samples.get(i);
      if (chances[i] >= threshold && isBestRight(sample, withoutFold)) {
        leads.add(sample.observation().best(withoutFold[sample.fold()]).lead());
      }
    }
    leads.sort(null);
    return leads.isEmpty() ? 0 : round(leads.get((int) (leads.size() * RIGHT_GIVEN_UP)));
  }

  private String report(
      double[] chances,
      Weights[] withoutFold,
      double threshold,
      double rankingPenalty,
      double answeringPenalty) {
    long answerable = samples.stream().filter(Sample::answerable).count();
    long first =
        samples.stream()
            .filter(Sample::answerable)
            .filter(s -> isBestRight(s, withoutFold))
            .count();
    return String.format(
        java.util.Locale.ROOT,
        "%d samples, %d folds: Success@1 %.3f, refusal macro-F1 %.3f, right %.3f (penalties %.0e and %.0e)",
        samples.size(),
        FOLDS,
        first / (double) answerable,
        macroF1(chances, threshold),
        right(chances, withoutFold, threshold),
        rankingPenalty,
        answeringPenalty);
  }

  private static Map<String, Double> named(List<String> names, double[] weights) {
    var named = new LinkedHashMap<String, Double>();
    for (int i = 0; i < weights.length; i++) {
      named.put(names.get(i), weights[i]);
    }
    return named;
  }

  private static double[] values(List<String> names, Map<String, Double> weights) {
    return names.stream().mapToDouble(n -> weights.getOrDefault(n, 0.0)).toArray();
  }

  private static Map<String, Double> rounded(Map<String, Double> weights) {
    var rounded = new LinkedHashMap<String, Double>();
    weights.forEach((name, weight) -> rounded.put(name, round(weight)));
    return rounded;
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
