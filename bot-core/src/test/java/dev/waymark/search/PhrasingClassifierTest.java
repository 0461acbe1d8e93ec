package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PhrasingClassifierTest {

  private static final int N = SentenceEncoder.DIMENSIONS;

  private static float[] unit(int... dimensions) {
    float[] vector = new float[N];
    for (int d : dimensions) {
      vector[d] = (float) (1 / Math.sqrt(dimensions.length));
    }
    return vector;
  }

  private static int likeliest(float[] logits) {
    int best = 0;
    for (int c = 1; c < logits.length; c++) {
      best = logits[c] > logits[best] ? c : best;
    }
    return best;
  }

  @Test
  @DisplayName("a new question goes to the section that is asked for in such ways")
  void realPhrasings() {
    try (SentenceEncoder encoder = SentenceEncoder.load(Optional.empty())) {
      List<List<float[]>> groups =
          Stream.of(
                  List.of(
                      "how do I meet other engineers",
                      "where can I find people of my field",
                      "is a meetup worth the evening"),
                  List.of("do I need to know sql", "is sql a must", "which database to learn"),
                  List.of("what does a junior earn", "how high is the starting pay"))
              .map(g -> g.stream().map(t -> encoder.encode(t).vector()).toList())
              .toList();

      PhrasingClassifier classifier = PhrasingClassifier.learn(groups);

      assertThat(List.of("are conferences of use", "postgres or mysql", "salary at first"))
          .extracting(q -> likeliest(classifier.logits(encoder.encode(q).vector())))
          .containsExactly(0, 1, 2);
    }
  }

  @Test
  @DisplayName("what sets sections apart counts, not what is said in all of them")
  void difference() {
    // All are near to each other along the first direction, and only the second one tells.
    PhrasingClassifier classifier =
        PhrasingClassifier.learn(
            List.of(
                List.of(unit(0, 1, 10), unit(0, 1, 11)), List.of(unit(0, 2, 12), unit(0, 2, 13))));

    float[] common = classifier.logits(unit(0));
    float[] telling = classifier.logits(unit(0, 1));

    assertThat(common[0] - common[1]).isCloseTo(0, within(0.2f));
    assertThat(telling[0] - telling[1]).isGreaterThan(1);
  }

  @Test
  @DisplayName(
      "the same phrasings teach the same, whatever came before, and logits add up to about 0")
  void same() {
    var random = new Random(3);
    var groups = new ArrayList<List<float[]>>();
    for (int i = 0; i < 40; i++) {
      groups.add(
          List.of(unit(random.nextInt(N), random.nextInt(N)), unit(random.nextInt(N)), unit(i)));
    }
    PhrasingClassifier classifier = PhrasingClassifier.learn(groups);
    float[] logits = classifier.logits(unit(3, 7));

    assertThat(PhrasingClassifier.learn(groups).weights()).isEqualTo(classifier.weights());
    assertThat(new PhrasingClassifier(classifier.mean(), classifier.weights()).logits(unit(3, 7)))
        .isEqualTo(logits);
    float sum = 0;
    for (float logit : logits) {
      sum += logit;
    }
    assertThat(sum).isCloseTo(0, within(0.05f));
    assertThat(likeliest(classifier.logits(unit(39)))).isEqualTo(39);
  }

  @Test
  @DisplayName("the more is learned of a section, the more typically speaks for its phrasings")
  void typical() {
    List<List<float[]>> few = List.of(List.of(unit(0, 1)), List.of(unit(0, 2)));
    List<List<float[]>> many =
        List.of(
            List.of(unit(0, 1), unit(0, 1, 3), unit(1)),
            List.of(unit(0, 2), unit(0, 2, 3), unit(2)));
    PhrasingClassifier learned = PhrasingClassifier.learn(many);

    assertThat(learned.typical(many))
        .isGreaterThan(PhrasingClassifier.learn(few).typical(few) + 0.5);
    assertThat(learned.typical(List.of(List.of(unit(1)), List.of())))
        .isCloseTo(learned.logits(unit(1))[0], within(1e-4));
    assertThat(learned.typical(List.of())).isZero();
  }

  @Test
  @DisplayName("with nothing to learn from, or far too much, nothing speaks for any section")
  void nothing() {
    assertThat(PhrasingClassifier.learn(List.of()).logits(unit(1))).isEmpty();
    assertThat(PhrasingClassifier.learn(List.of(List.of(), List.of())).logits(unit(1)))
        .containsOnly(0);
    assertThat(PhrasingClassifier.learn(List.of(List.of(unit(1)))).logits(unit(2))).containsOnly(0);
    List<List<float[]>> many = Collections.nCopies(10_001, List.of(unit(1)));
    assertThat(PhrasingClassifier.learn(many).logits(unit(1))).hasSize(10_001).containsOnly(0);
  }
}
