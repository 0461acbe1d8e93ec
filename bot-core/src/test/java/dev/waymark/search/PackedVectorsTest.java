package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedVectorsTest {

  private final Random random = new Random(384);
  private final List<int[]> vectors = vectors(7);

  private List<int[]> vectors(int n) {
    var vectors = new ArrayList<int[]>();
    for (int i = 0; i < n; i++) {
      vectors.add(random.ints(SentenceEncoder.DIMENSIONS, -128, 128).toArray());
    }
    return vectors;
  }

  private static int dot(int[] a, int[] b) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  @DisplayName("what was packed comes out again, and each dot product is exact")
  void exact() {
    int[] asked = vectors(1).getFirst();
    var packed = PackedVectors.of(vectors);

    for (int row = 0; row < vectors.size(); row++) {
      assertThat(packed.unpacked(row)).isEqualTo(vectors.get(row));
      assertThat(packed.dot(row, asked)).isEqualTo(dot(vectors.get(row), asked));
    }
  }

  @Test
  @DisplayName("bytes are packed as the same numbers")
  void bytes() {
    byte[] bytes = new byte[SentenceEncoder.DIMENSIONS];
    random.nextBytes(bytes);

    int[] wide = PackedVectors.wide(bytes);

    assertThat(wide).containsExactly(widened(bytes));
    assertThat(PackedVectors.ofBytes(List.of(bytes)).unpacked(0)).isEqualTo(wide);
  }

  private static int[] widened(byte[] bytes) {
    int[] ints = new int[bytes.length];
    Arrays.setAll(ints, i -> bytes[i]);
    return ints;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 8, 15, 16})
  @DisplayName("any number of others gets the largest of its dot products, at least 0")
  void nearest(int n) {
    List<int[]> others = vectors(n);
    int[] expected =
        others.stream()
            .mapToInt(
                o ->
                    Math.max(
                        0, vectors.subList(2, 5).stream().mapToInt(v -> dot(v, o)).max().orElse(0)))
            .toArray();

    int[] nearest = PackedVectors.of(vectors).nearest(2, 5, others.toArray(int[][]::new));

    assertThat(nearest).isEqualTo(expected);
    assertThat(PackedVectors.of(vectors).nearest(3, 3, others.toArray(int[][]::new)))
        .isEqualTo(new int[n]);
  }
}
