package dev.waymark.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * How near the guide's own phrasings of one section are to each other, and how well they can be
 * told apart. A question that is much less near to every section than they are asks for something
 * else. Guides differ in this, so it is worked out for each.
 *
 * @param askMean how near a phrasing is to the three nearest others of its section, on average
 * @param askSpread standard deviation of that; 0 when the guide has too few phrasings to tell
 * @param spacedMean how near it is to the nearest other in the guide's {@link PhrasingSpace}, on
 *     average
 * @param spacedSpread standard deviation of that; 0 when the guide has too few phrasings to tell
 * @param learned what the classifier says for the section or refusal that a phrasing belongs to, on
 *     average: a logit; 0 when nothing was learned
 */
public record Typical(
    double askMean, double askSpread, double spacedMean, double spacedSpread, double learned) {

  /**
   * Compares the own phrasings of each section that has more than three of them.
   *
   * @param learned see {@link PhrasingClassifier#typical}
   */
  static Typical of(
      List<SectionTexts> sections,
      Map<String, Integer> rows,
      Vectors8 meanings,
      Vectors8 spaced,
      double learned) {
    var byMeaning = DoubleStream.builder();
    var bySpace = DoubleStream.builder();
    for (SectionTexts section : sections) {
      int[] asks = PreparedTexts.rows(rows, section.asks());
      if (asks.length > 3) {
        addOthers(asks, meanings, 3, byMeaning);
        addOthers(asks, spaced, 1, bySpace);
      }
    }
    double[] asks = byMeaning.build().toArray();
    double[] inSpace = bySpace.build().toArray();
    return new Typical(mean(asks), spread(asks), mean(inSpace), spread(inSpace), learned);
  }

  /** Adds for each phrasing how near the few nearest others are, on average. */
  private static void addOthers(int[] asks, Vectors8 vectors, int few, DoubleStream.Builder to) {
    List<Vector8> all = Arrays.stream(asks).mapToObj(vectors::get).toList();
    for (int i = 0; i < asks.length; i++) {
      double[] nearest = new double[few];
      Arrays.fill(nearest, -1);
      for (int j = 0; j < asks.length; j++) {
        if (i != j) {
          SectionVectors.keepLargest(nearest, all.get(i).cosine(all.get(j)));
        }
      }
      to.add(Arrays.stream(nearest).average().orElse(0));
    }
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElse(0);
  }

  private static double spread(double[] values) {
    double mean = mean(values);
    return Math.sqrt(DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  /**
   * By how many standard deviations a nearness to phrasings is above what is typical; 0 when
   * nothing is known.
   */
  public double ask(double nearness) {
    return askSpread == 0 ? 0 : (nearness - askMean) / askSpread;
  }

  /** The same for the nearness in the space of phrasings. */
  public double spaced(double nearness) {
    return spacedSpread == 0 ? 0 : (nearness - spacedMean) / spacedSpread;
  }

  /** A logit as a share of what is typical; 0 when nothing is known. */
  public double learned(double logit) {
    return learned <= 0 ? 0 : logit / learned;
  }
}
