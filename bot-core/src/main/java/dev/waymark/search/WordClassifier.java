package dev.waymark.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Tells two groups of texts apart by their words and pairs of words: logistic regression. In a long
 * text a few words tell what its meaning as a whole does not. Immutable and thread-safe.
 */
final class WordClassifier {

  // Words share the places that their hashes fall on; with so many that seldom matters.
  private static final int PLACES = 1 << 16;
  private static final int EPOCHS = 10;
  // What a text changes at first; it falls to 0 towards the end.
  private static final float RATE = 5;
  private static final float BIAS = 0.1f;

  private static final Pattern QUOTES = Pattern.compile("^'+|'+$");

  /** How many {@link #weights} there are. */
  static final int WEIGHTS = PLACES + 1;

  // One for each place, last the bias.
  private final float[] weights;

  /** Takes what was learned before. */
  WordClassifier(float[] weights) {
    this.weights = weights;
  }

  @SuppressWarnings("ArrayRecordComponent") // only while learning
  private record Example(int[] places, float is) {}

  /**
   * Learns. The same texts always teach the same.
   *
   * @param groups what is not looked for first, then all that is; of none nothing is learned
   */
  static WordClassifier learn(List<List<String>> groups) {
    var examples = new ArrayList<Example>();
    for (int i = 0; i < groups.size(); i++) {
      for (String text : groups.get(i)) {
        examples.add(new Example(places(text), i == 0 ? 0 : 1));
      }
    }
    var classifier = new WordClassifier(new float[WEIGHTS]);
    var random = new Random(1);
    float steps = (float) EPOCHS * examples.size();
    int step = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(examples, random);
      for (Example example : examples) {
        classifier.learn(example, RATE * (1 - step++ / steps));
      }
    }
    return classifier;
  }

  private void learn(Example example, float rate) {
    float chance = (float) (1 / (1 + Math.exp(-logOdds(example.places()))));
    float change = rate * (example.is() - chance);
    float each = change / length(example.places());
    for (int place : example.places()) {
      weights[place] += each;
    }
    weights[PLACES] += BIAS * change;
  }

  /** The log-odds that a text is what is looked for. */
  double logOdds(String text) {
    return logOdds(places(text));
  }

  private float logOdds(int[] places) {
    float sum = 0;
    for (int place : places) {
      sum += weights[place];
    }
    return weights[PLACES] + sum / length(places);
  }

  private static float length(int[] places) {
    return (float) Math.sqrt(Math.max(1, places.length));
  }

  /** The places of a text's words and pairs, each once. */
  private static int[] places(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    int[] places = new int[lower.length() + 1];
    int n = 0;
    int before = 0;
    int from = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean isWord = i < lower.length() && isWord(lower.charAt(i));
      if (isWord && from < 0) {
        from = i;
      } else if (!isWord && from >= 0) {
        int word = QUOTES.matcher(lower.substring(from, i)).replaceAll("").hashCode();
        places[n++] = place(word);
        if (before != 0) {
          places[n++] = place(31 * before + word);
        }
        before = word;
        from = -1;
      }
    }
    return Arrays.stream(places, 0, n).distinct().toArray();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '\'';
  }

  private static int place(int hash) {
    int spread = hash * 0x9E37_79B1;
    return spread >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
  }

  float[] weights() {
    return weights;
  }
}
