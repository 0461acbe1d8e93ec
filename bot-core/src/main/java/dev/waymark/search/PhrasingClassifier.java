package dev.waymark.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Tells groups of phrasings apart by their meaning, such as a guide's sections and refusals:
 * multinomial logistic regression, learned from the phrasings. Where a nearness only knows what is
 * near, this knows what sets one group apart from the others. Immutable and thread-safe.
 */
final class PhrasingClassifier {

  private static final int N = SentenceEncoder.DIMENSIONS;
  private static final int MOST_EPOCHS = 20;
  // What a phrasing changes at first; it falls to 0 towards the end.
  private static final float RATE = 0.6f;
  private static final float BIAS = 0.1f;
  // A phrasing of a rare group changes more, but not so much that learning becomes unsteady.
  private static final double MOST_WEIGHT = 1.5;
  // Most classes are soon known to be wrong for a phrasing; what is less likely is left as it is.
  private static final float LITTLE = 1e-3f;
  // Groups weighed while learning, over all phrasings and epochs: half a minute or so at most, of
  // a guide with very many sections.
  private static final long MOST_WEIGHED = 100_000_000;

  private final int classes;
  private final float[] mean;
  // The weights of all classes for the first dimension, then for the second, and so on; last their
  // biases. In this order the JVM's compiler turns the loops over classes into vector instructions,
  // and each sum has one order, so that the same question always gets the same numbers.
  private final float[] weights;

  /** Takes what was learned before. */
  PhrasingClassifier(float[] mean, float[] weights) {
    this.classes = weights.length / (N + 1);
    this.mean = mean;
    this.weights = weights;
  }

  @SuppressWarnings("ArrayRecordComponent") // only while learning
  private record Example(float[] vector, int of, float weight) {}

  /**
   * Learns from phrasings. The same ones always teach the same. Of very many groups nothing is
   * learned: no logit is then other than 0.
   *
   * @param groups for each group the vectors of its phrasings
   */
  static PhrasingClassifier learn(List<List<float[]>> groups) {
    var examples = new ArrayList<Example>();
    double typical =
        groups.stream().filter(g -> !g.isEmpty()).mapToInt(List::size).average().orElse(0);
    for (int of = 0; of < groups.size(); of++) {
      float weight = weight(typical / groups.get(of).size());
      for (float[] vector : groups.get(of)) {
        examples.add(new Example(vector, of, weight));
      }
    }
    float[] mean = PhrasingSpace.mean(examples.stream().map(Example::vector).toList());
    var classifier = new PhrasingClassifier(mean, new float[(N + 1) * groups.size()]);
    long epoch = Math.max(1, (long) examples.size() * groups.size());
    int epochs = (int) Math.min(MOST_EPOCHS, MOST_WEIGHED / epoch);
    classifier.learn(examples, epochs);
    return classifier;
  }

  /**
   * Half-way between phrasings that all count the same and groups that do: what is asked for in
   * many ways need not be asked for often.
   */
  private static float weight(double rarity) {
    return (float) Math.min(MOST_WEIGHT, Math.sqrt(rarity));
  }

  /** Stochastic gradient descent, in an order that is shuffled but always the same. */
  private void learn(List<Example> examples, int epochs) {
    var random = new Random(1);
    float steps = (float) epochs * examples.size();
    int step = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(examples, random);
      for (Example example : examples) {
        learn(example, RATE * example.weight() * (1 - step++ / steps));
      }
    }
  }

  private void learn(Example example, float rate) {
    float[] change = logits(example.vector());
    softmax(change);
    change[example.of()] -= 1;
    int[] worth = IntStream.range(0, classes).filter(c -> Math.abs(change[c]) > LITTLE).toArray();
    for (int i = 0; i < N; i++) {
      add(change, worth, -rate * (example.vector()[i] - mean[i]), i * classes);
    }
    add(change, worth, -rate * BIAS, N * classes);
  }

  private void add(float[] change, int[] worth, float times, int at) {
    for (int c : worth) {
      weights[at + c] += times * change[c];
    }
  }

  /** For each group how much speaks for it, as a logit; together they are about 0. */
  float[] logits(float[] vector) {
    float[] logits = new float[classes];
    System.arraycopy(weights, N * classes, logits, 0, classes);
    // Four dimensions at once, since each sum is then fetched and put back once for all of them.
    for (int i = 0; i < N; i += 4) {
      int first = i * classes;
      int second = first + classes;
      int third = second + classes;
      int fourth = third + classes;
      float a = vector[i] - mean[i];
      float b = vector[i + 1] - mean[i + 1];
      float c = vector[i + 2] - mean[i + 2];
      float d = vector[i + 3] - mean[i + 3];
      for (int k = 0; k < classes; k++) {
        logits[k] +=
            a * weights[first + k]
                + b * weights[second + k]
                + c * weights[third + k]
                + d * weights[fourth + k];
      }
    }
    return logits;
  }

  /**
   * How much, on average, speaks for the group that a phrasing belongs to: the more phrasings there
   * are and the better they can be told apart, the more.
   *
   * @param groups the phrasings that were learned from
   */
  double typical(List<List<float[]>> groups) {
    double sum = 0;
    int all = 0;
    for (int of = 0; of < groups.size(); of++) {
      for (float[] vector : groups.get(of)) {
        sum += logit(vector, of);
        all++;
      }
    }
    return sum / Math.max(1, all);
  }

  private double logit(float[] vector, int of) {
    double logit = weights[N * classes + of];
    for (int i = 0; i < N; i++) {
      logit += (vector[i] - mean[i]) * weights[i * classes + of];
    }
    return logit;
  }

  private static void softmax(float[] logits) {
    float most = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      most = Math.max(most, logit);
    }
    float sum = 0;
    for (int c = 0; c < logits.length; c++) {
      logits[c] = (float) Math.exp(logits[c] - most);
      sum += logits[c];
    }
    for (int c = 0; c < logits.length; c++) {
      logits[c] /= sum;
    }
  }

  float[] mean() {
    return mean;
  }

  float[] weights() {
    return weights;
  }
}
