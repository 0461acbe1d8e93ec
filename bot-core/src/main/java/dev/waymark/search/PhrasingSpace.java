package dev.waymark.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A space in which it counts little how a question is put and much what it asks. Learned from the
 * guide's own phrasings: the directions in which the phrasings of one section differ from each
 * other are shortened (within-class whitening, as in linear discriminant analysis). Immutable and
 * thread-safe.
 */
final class PhrasingSpace {

  // With so many phrasings the learned directions and the plain space count the same; fewer are not
  // to be trusted alone.
  private static final double PRIOR_PHRASINGS = 1_500;
  private static final int N = SentenceEncoder.DIMENSIONS;

  // The inverse of the lower triangular root of the covariance, as rows and, for the product with a
  // vector, as columns.
  private final float[][] rows;
  private final float[][] columns = new float[N][N];

  PhrasingSpace(float[][] rows) {
    this.rows = rows;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j <= i; j++) {
        columns[j][i] = rows[i][j];
      }
    }
  }

  /**
   * Learns the space.
   *
   * @param groups the vectors of each section's phrasings
   */
  static PhrasingSpace learn(List<List<float[]>> groups) {
    var differences = new ArrayList<float[]>();
    for (List<float[]> group : groups) {
      if (group.size() > 1) {
        float[] mean = mean(group);
        for (float[] vector : group) {
          differences.add(minus(vector, mean));
        }
      }
    }
    return new PhrasingSpace(inverse(root(covariance(differences))));
  }

  float[][] rows() {
    return rows;
  }

  /** The vector in this space, of length 1. */
  float[] of(float[] vector) {
    float[] image = new float[N];
    // Column by column each sum has one order, however the JVM compiles it: the same question gets
    // the same numbers on the first day and the hundredth.
    for (int j = 0; j < N; j++) {
      float[] column = columns[j];
      float value = vector[j];
      for (int i = j; i < N; i++) {
        image[i] += column[i] * value;
      }
    }
    double length = 0;
    for (float value : image) {
      length += (double) value * value;
    }
    float scale = (float) (1 / Math.max(Math.sqrt(length), 1e-9));
    for (int i = 0; i < N; i++) {
      image[i] *= scale;
    }
    return image;
  }

  static float[] mean(List<float[]> vectors) {
    float[] mean = new float[N];
    for (float[] vector : vectors) {
      for (int i = 0; i < N; i++) {
        mean[i] += vector[i];
      }
    }
    for (int i = 0; i < N; i++) {
      mean[i] /= Math.max(1, vectors.size());
    }
    return mean;
  }

  private static float[] minus(float[] a, float[] b) {
    float[] difference = new float[N];
    for (int i = 0; i < N; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  /** The differences' covariance, drawn towards one that is the same in all directions. */
  private static double[][] covariance(List<float[]> differences) {
    double[][] covariance = new double[N][N];
    for (float[] difference : differences) {
      for (int i = 0; i < N; i++) {
        double[] row = covariance[i];
        float value = difference[i];
        for (int j = 0; j <= i; j++) {
          row[j] += value * difference[j];
        }
      }
    }
    int n = Math.max(1, differences.size());
    double trace = 0;
    for (int i = 0; i < N; i++) {
      trace += covariance[i][i] / n;
    }
    double learned = differences.size() / (differences.size() + PRIOR_PHRASINGS);
    double even = trace == 0 ? 1 : trace / N;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] = learned * covariance[i][j] / n + (i == j ? (1 - learned) * even : 0);
      }
    }
    return covariance;
  }

  /** The lower triangular root (Cholesky) of a matrix of which the lower half is given. */
  private static double[][] root(double[][] matrix) {
    double[][] root = new double[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        root[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / root[j][j];
      }
    }
    return root;
  }

  private static float[][] inverse(double[][] root) {
    double[][] inverse = new double[N][N];
    for (int i = 0; i < N; i++) {
      Arrays.fill(inverse[i], 0);
      inverse[i][i] = 1 / root[i][i];
      for (int k = 0; k < i; k++) {
        double factor = root[i][k] / root[i][i];
        for (int j = 0; j <= k; j++) {
          inverse[i][j] -= factor * inverse[k][j];
        }
      }
    }
    float[][] rows = new float[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        rows[i][j] = (float) inverse[i][j];
      }
    }
    return rows;
  }
}
