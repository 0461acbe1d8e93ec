package dev.waymark.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells what must get no answer, by its meaning and its words. What a message is really about may
 * stand in one sentence beside a harmless question, so each sentence that the encoder read is
 * looked at as well. Immutable and thread-safe.
 */
final class GuardClassifier {

  private static final int N = SentenceEncoder.DIMENSIONS;
  // A shorter one says too little by itself.
  private static final int SHORTEST_SENTENCE = 4;

  private final PreparedTexts prepared;
  private final List<String> ids;
  private final Set<Integer> sentenceEnds;
  private final int[] guarded;
  private final int[] lookalikes;

  /**
   * Makes a classifier.
   *
   * @param texts that tell what must get no answer
   * @param prepared with what was learned from them
   * @param sentenceEnds word pieces that end a sentence
   */
  GuardClassifier(GuardTexts texts, PreparedTexts prepared, Set<Integer> sentenceEnds) {
    this.prepared = prepared;
    this.ids = texts.ids();
    this.sentenceEnds = sentenceEnds;
    this.guarded = prepared.rows(texts.guarded().stream().flatMap(List::stream).toList());
    this.lookalikes = prepared.rows(texts.lookalikes());
  }

  /**
   * What a text sounds like.
   *
   * @param text as it was typed
   * @param read the text as the index reads it, encoded
   */
  Alarm of(String text, Encoded read) {
    if (ids.isEmpty()) {
      return Alarm.NONE;
    }
    Vector8 meaning = Vector8.of(read.vector());
    Sound whole = soundOf(read.vector());
    Sound most = whole;
    for (float[] vector : sentences(read)) {
      Sound sentence = soundOf(vector);
      most = sentence.logOdds() > most.logOdds() ? sentence : most;
    }
    return new Alarm(
        whole.logOdds(),
        most.logOdds(),
        prepared.guardWords().logOdds(text),
        prepared.meanings().nearest(guarded, meaning),
        prepared.meanings().nearest(lookalikes, meaning),
        ids.get(most.guard()));
  }

  /** The log-odds of any guard against what is harmless, and which guard is the likeliest. */
  private record Sound(double logOdds, int guard) {}

  private Sound soundOf(float[] vector) {
    float[] logits = prepared.guards().logits(vector);
    int likeliest = 1;
    double odds = 0;
    for (int group = 1; group < logits.length; group++) {
      odds += Math.exp(logits[group] - logits[0]);
      likeliest = logits[group] > logits[likeliest] ? group : likeliest;
    }
    return new Sound(Math.log(odds), likeliest - 1);
  }

  /** The meaning of each sentence, when there are several: the middle of its word pieces. */
  private List<float[]> sentences(Encoded text) {
    var sentences = new ArrayList<float[]>();
    int from = 0;
    int n = text.tokens().length;
    for (int i = 0; i < n; i++) {
      if (sentenceEnds.contains(text.tokens()[i]) || i == n - 1) {
        boolean isWhole = from == 0 && i == n - 1;
        if (!isWhole && i + 1 - from >= SHORTEST_SENTENCE) {
          sentences.add(middle(text, from, i + 1));
        }
        from = i + 1;
      }
    }
    return sentences;
  }

  private static float[] middle(Encoded text, int from, int to) {
    float[] middle = new float[N];
    for (int i = from; i < to; i++) {
      byte[] piece = text.tokenVectors()[i];
      for (int d = 0; d < N; d++) {
        middle[d] += piece[d];
      }
    }
    SentenceEncoder.toLengthOne(middle);
    return middle;
  }
}
