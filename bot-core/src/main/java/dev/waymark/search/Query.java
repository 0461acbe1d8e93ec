package dev.waymark.search;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A question made ready to be compared.
 *
 * @param meaning what the sentence encoder makes of it
 * @param spaced its meaning in the guide's {@link PhrasingSpace}
 * @param logits what the guide's {@link PhrasingClassifier} says of it
 * @param tokens the vectors of its word pieces
 * @param weights how much each of its word pieces counts, adding up to 1
 * @param words what Lucene says of it
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one question only
record Query(
    Vector8 meaning,
    Vector8 spaced,
    float[] logits,
    int[][] tokens,
    float[] weights,
    WordIndex.Scores words) {

  // More than these say nothing new, and each is compared with every word of the near sections.
  private static final int MOST_TOKENS = 16;

  /** Keeps the word pieces that say most, in their order. */
  static Query of(
      Encoded encoded, PreparedTexts prepared, TokenWeights weights, WordIndex.Scores words) {
    int[] ids = encoded.tokens();
    int[] kept =
        IntStream.range(0, ids.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -weights.of(ids[i])))
            .limit(MOST_TOKENS)
            .sorted()
            .mapToInt(i -> i)
            .toArray();
    float sum = 0;
    for (int i : kept) {
      sum += weights.of(ids[i]);
    }
    int[][] tokens = new int[kept.length][];
    float[] shares = new float[kept.length];
    for (int k = 0; k < kept.length; k++) {
      tokens[k] = PackedVectors.wide(encoded.tokenVectors()[kept[k]]);
      shares[k] = weights.of(ids[kept[k]]) / sum;
    }
    return new Query(
        Vector8.of(encoded.vector()),
        Vector8.of(prepared.space().of(encoded.vector())),
        prepared.classifier().logits(encoded.vector()),
        tokens,
        shares,
        words);
  }
}
