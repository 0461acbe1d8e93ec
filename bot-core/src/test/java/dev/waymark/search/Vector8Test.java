package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class Vector8Test {

  private static float[] random(Random random) {
    float[] vector = new float[SentenceEncoder.DIMENSIONS];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return VectorUtil.l2normalize(vector);
  }

  private static void assertCosine(float[] a, float[] b) {
    assertThat(Vector8.of(a).cosine(Vector8.of(b)))
        .isCloseTo(VectorUtil.dotProduct(a, b), within(0.003));
  }

  @Test
  @DisplayName("cosines of any two vectors are within 0.003 of the full ones")
  void randomVectors() {
    var random = new Random(8);
    for (int i = 0; i < 500; i++) {
      float[] a = random(random);
      float[] b = random(random);
      assertCosine(a, b);
      assertCosine(a, a);
      float[] between = new float[a.length];
      for (int d = 0; d < a.length; d++) {
        between[d] = a[d] + 0.3f * b[d];
      }
      assertCosine(a, VectorUtil.l2normalize(between));
    }
  }

  @Test
  @DisplayName("cosines of sentences are within 0.003 of the full ones")
  void sentences() {
    try (SentenceEncoder encoder = SentenceEncoder.load(Optional.empty())) {
      List<float[]> vectors =
          Stream.of("do I need a degree", "is university required", "boil an egg", "", "SQL", "😀")
              .map(t -> encoder.encode(t).vector())
              .toList();
      vectors.forEach(a -> vectors.forEach(b -> assertCosine(a, b)));
    }
  }

  @Test
  @DisplayName("the largest number uses all of its eight bits, whatever its sign")
  void range() {
    assertThat(Vector8.of(new float[] {0.25f, -0.5f, 0}).values()).containsExactly(64, -127, 0);
    assertThat(Vector8.of(new float[] {0, 0.001f, 0}).values()).containsExactly(0, 127, 0);
  }

  @Test
  @DisplayName("a vector of nothing is near to nothing")
  void nothing() {
    Vector8 nothing = Vector8.of(new float[SentenceEncoder.DIMENSIONS]);

    assertThat(nothing.cosine(nothing)).isZero();
    assertThat(Vector8.middle(List.of(nothing, nothing)).cosine(nothing)).isZero();
  }

  @Test
  @DisplayName("the middle is as near to the one as to the other, and of length 1")
  void middle() {
    var random = new Random(88);
    Vector8 a = Vector8.of(random(random));
    Vector8 b = Vector8.of(random(random));
    Vector8 middle = Vector8.middle(List.of(a, b));

    assertThat(middle.cosine(a)).isCloseTo(middle.cosine(b), within(0.004));
    assertThat(middle.cosine(a)).isGreaterThan(a.cosine(b) + 0.3);
    assertThat(middle.cosine(middle)).isCloseTo(1, within(0.004));
    assertThat(Vector8.middle(List.of(a)).cosine(a)).isCloseTo(1, within(0.004));
  }
}
