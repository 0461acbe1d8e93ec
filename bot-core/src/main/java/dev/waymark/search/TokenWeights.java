package dev.waymark.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much each word piece says: the fewer of the guide's sections hold it, the more (inverse
 * document frequency).
 */
final class TokenWeights {

  private final Map<Integer, Float> weights;
  private final float unseen;

  private TokenWeights(Map<Integer, Float> weights, float unseen) {
    this.weights = weights;
    this.unseen = unseen;
  }

  /** Counts the word pieces of the texts by which sections are told from each other. */
  static TokenWeights of(List<SectionTexts> sections, PreparedTexts prepared) {
    var counts = new HashMap<Integer, Integer>();
    for (SectionTexts section : sections) {
      var seen = new HashSet<Integer>();
      Stream.of(List.of(section.title()), section.asks(), section.passages())
          .flatMap(List::stream)
          .flatMapToInt(text -> Arrays.stream(prepared.of(text).tokens()))
          .filter(seen::add)
          .forEach(token -> counts.merge(token, 1, Integer::sum));
    }
    int n = Math.max(1, sections.size());
    var weights = new HashMap<Integer, Float>();
    counts.forEach((token, count) -> weights.put(token, weight(n, count)));
    return new TokenWeights(weights, weight(n, 0));
  }

  private static float weight(int sections, int holding) {
    return (float) Math.log1p(sections / (holding + 0.5));
  }

  /** How much the token counts. */
  float of(int token) {
    return weights.getOrDefault(token, unseen);
  }
}
