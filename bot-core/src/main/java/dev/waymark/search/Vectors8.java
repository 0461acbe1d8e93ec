package dev.waymark.search;

import java.util.List;

/**
 * Many {@link Vector8}, packed. Thread-safe.
 *
 * @param numbers their numbers
 * @param factors what to multiply the numbers of each by
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of vectors, never compared as a whole
record Vectors8(PackedVectors numbers, float[] factors) {

  static Vectors8 of(List<Vector8> vectors) {
    float[] factors = new float[vectors.size()];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = vectors.get(i).factor();
    }
    return new Vectors8(PackedVectors.of(vectors.stream().map(Vector8::values).toList()), factors);
  }

  Vector8 get(int row) {
    return new Vector8(numbers.unpacked(row), factors[row]);
  }

  /** The cosine of the angle between one of these and another vector. */
  double cosine(int row, Vector8 other) {
    return numbers.dot(row, other.values()) * factors[row] * other.factor();
  }

  /** The largest of the cosines between some of these and another vector, at least 0. */
  double nearest(int[] rows, Vector8 other) {
    double nearest = 0;
    for (int row : rows) {
      nearest = Math.max(nearest, cosine(row, other));
    }
    return nearest;
  }
}
