package dev.waymark.search;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How near the guide's own phrasings of one section are to each other. A question that is much less
 * near to every section than they are asks for something else. Guides differ in this, so it is
 * worked out for each.
 *
 * @param askMean how near a phrasing is to the three nearest others of its section, on average
 * @param askSpread standard deviation of that; 0 when the guide has too few phrasings to tell
 * @param spacedMean how near it is to the nearest other in the guide's {@link PhrasingSpace}, on
 *     average
 * @param spacedSpread standard deviation of that; 0 when the guide has too few phrasings to tell
 */
public record Typical(double askMean, double askSpread, double spacedMean, double spacedSpread) {

  static Typical of(List<SectionVectors> sections) {
    var byMeaning = DoubleStream.builder();
    var bySpace = DoubleStream.builder();
    sections.forEach(s -> s.typical(byMeaning, bySpace));
    double[] asks = byMeaning.build().toArray();
    double[] spaced = bySpace.build().toArray();
    return new Typical(mean(asks), spread(asks), mean(spaced), spread(spaced));
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
}
