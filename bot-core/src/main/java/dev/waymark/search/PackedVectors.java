package dev.waymark.search;

import java.util.List;

/**
 * Vectors of eight bits a number, four numbers to an int, one after another in one array. A
 * question is compared with some thousands of them, and fetching each from elsewhere in memory
 * would cost more than comparing it. Immutable once filled, then thread-safe.
 *
 * <p>All is plain arithmetic of ints in short loops: those the JVM's compiler turns into vector
 * instructions, which it does not for bytes.
 */
final class PackedVectors {

  /** Ints that a vector takes. */
  static final int INTS = SentenceEncoder.DIMENSIONS / 4;

  // The int at i holds the numbers at i, i + INTS, i + 2 * INTS and i + 3 * INTS, so that vector
  // and question are both read in order.
  private final int[] packed;

  /** Takes vectors that are packed already. */
  PackedVectors(int[] packed) {
    this.packed = packed;
  }

  /** Packs vectors, each of numbers from -128 to 127. */
  static PackedVectors of(List<int[]> vectors) {
    var packed = new PackedVectors(new int[vectors.size() * INTS]);
    for (int row = 0; row < vectors.size(); row++) {
      packed.set(row, vectors.get(row));
    }
    return packed;
  }

  /** The same of bytes: the word pieces of a whole guide, wider, would not fit in memory. */
  static PackedVectors ofBytes(List<byte[]> vectors) {
    var packed = new PackedVectors(new int[vectors.size() * INTS]);
    for (int row = 0; row < vectors.size(); row++) {
      packed.set(row, wide(vectors.get(row)));
    }
    return packed;
  }

  /** The same numbers as ints. */
  static int[] wide(byte[] bytes) {
    int[] ints = new int[bytes.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = bytes[i];
    }
    return ints;
  }

  private void set(int row, int[] values) {
    for (int i = 0; i < INTS; i++) {
      packed[row * INTS + i] =
          (values[i] & 0xFF)
              | (values[i + INTS] & 0xFF) << 8
              | (values[i + 2 * INTS] & 0xFF) << 16
              | values[i + 3 * INTS] << 24;
    }
  }

  /** The array itself, to be kept in a file. */
  int[] ints() {
    return packed;
  }

  /** The numbers of one vector. */
  int[] unpacked(int row) {
    int[] values = new int[4 * INTS];
    unpack(row, values);
    return values;
  }

  private void unpack(int row, int[] values) {
    int at = row * INTS;
    for (int i = 0; i < INTS; i++) {
      int four = packed[at + i];
      values[i] = (four << 24) >> 24;
      values[i + INTS] = (four << 16) >> 24;
      values[i + 2 * INTS] = (four << 8) >> 24;
      values[i + 3 * INTS] = four >> 24;
    }
  }

  /** The dot product of a vector with another one's numbers. */
  int dot(int row, int[] other) {
    int at = row * INTS;
    int sum = 0;
    for (int i = 0; i < INTS; i++) {
      int four = packed[at + i];
      sum +=
          ((four << 24) >> 24) * other[i]
              + ((four << 16) >> 24) * other[i + INTS]
              + ((four << 8) >> 24) * other[i + 2 * INTS]
              + (four >> 24) * other[i + 3 * INTS];
    }
    return sum;
  }

  /**
   * For each of the others the dot product with the nearest of some vectors, at least 0.
   *
   * @param from the first of these
   * @param to the one after the last
   */
  int[] nearest(int from, int to, int[][] others) {
    int[] nearest = new int[others.length];
    int[] values = new int[4 * INTS];
    int last = others.length - 1;
    for (int row = from; row < to; row++) {
      unpack(row, values);
      // Four at a time, since the vector is then read once for all of them.
      for (int k = 0; k <= last; k += 4) {
        nearestOfFour(
            values,
            others,
            k,
            Math.min(k + 1, last),
            Math.min(k + 2, last),
            Math.min(k + 3, last),
            nearest);
      }
    }
    return nearest;
  }

  private static void nearestOfFour(
      int[] values, int[][] others, int a, int b, int c, int d, int[] nearest) {
    int[] first = others[a];
    int[] second = others[b];
    int[] third = others[c];
    int[] fourth = others[d];
    int sumA = 0;
    int sumB = 0;
    int sumC = 0;
    int sumD = 0;
    for (int i = 0; i < 4 * INTS; i++) {
      int value = values[i];
      sumA += value * first[i];
      sumB += value * second[i];
      sumC += value * third[i];
      sumD += value * fourth[i];
    }
    nearest[a] = Math.max(nearest[a], sumA);
    nearest[b] = Math.max(nearest[b], sumB);
    nearest[c] = Math.max(nearest[c], sumC);
    nearest[d] = Math.max(nearest[d], sumD);
  }
}
