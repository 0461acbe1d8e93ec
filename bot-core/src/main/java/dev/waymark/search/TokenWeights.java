package dev.waymark.search;

import java.util.List;

/**
 * How much each word piece says: the fewer of the guide's sections hold it, the more (inverse
 * document frequency).
 */
final class TokenWeights {

  private final float[] weights;
  private final float unseen;

  private TokenWeights(float[] weights, float unseen) {
    this.weights = weights;
    this.unseen = unseen;
  }

  /** Counts the word pieces of the texts by which sections are told from each other. */
  static TokenWeights of(List<SectionTexts> sections, PreparedTexts prepared) {
    WordPieces pieces = prepared.pieces();
    int most = 0;
    for (int id : pieces.ids()) {
      most = Math.max(most, id);
    }
    int[] counts = new int[most + 1];
    int[] seenIn = new int[most + 1];
    for (int s = 0; s < sections.size(); s++) {
      for (String text : sections.get(s).ownWordByWord()) {
        int row = prepared.row(text);
        for (int i = pieces.starts()[row]; i < pieces.starts()[row + 1]; i++) {
          int id = pieces.ids()[i];
          if (seenIn[id] != s + 1) {
            seenIn[id] = s + 1;
            counts[id]++;
          }
        }
      }
    }
    int n = Math.max(1, sections.size());
    float[] weights = new float[counts.length];
    for (int id = 0; id < weights.length; id++) {
      weights[id] = weight(n, counts[id]);
    }
    return new TokenWeights(weights, weight(n, 0));
  }

  private static float weight(int sections, int holding) {
    return (float) Math.log1p(sections / (holding + 0.5));
  }

  /** How much the token counts. */
  float of(int token) {
    return token < weights.length ? weights[token] : unseen;
  }
}
