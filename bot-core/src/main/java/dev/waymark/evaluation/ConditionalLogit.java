package dev.waymark.evaluation;

import java.util.List;

/**
 * Learns how much each signal counts where one of several alternatives is right (McFadden 1974):
 * the chance of an alternative grows with the weighted sum of its signals. A yes or no is the case
 * of two alternatives, one of them with no signals. The likelihood has one summit, found by
 * Newton's method, so the same data always give the same weights.
 */
final class ConditionalLogit {

  private static final int MOST_ROUNDS = 60;
  private static final double CLOSE_ENOUGH = 1e-9;

  private ConditionalLogit() {}

  /**
   * One thing to learn from.
   *
   * @param alternatives the signals of each alternative
   * @param target the share of each alternative in being right; adds up to 1
   * @param weight how much it counts
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers on their way into the sums
  record Case(double[][] alternatives, double[] target, double weight) {}

  /**
   * The weights that make the cases likeliest, drawn towards 0.
   *
   * @param l2 how strongly each signal's weight is drawn, by signal
   */
  static double[] fit(List<Case> cases, double[] l2) {
    int n = l2.length;
    double[] weights = new double[n];
    double all = cases.stream().mapToDouble(Case::weight).sum();
    double before = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] gradient = new double[n];
      double[][] curvature = new double[n][n];
      double likelihood = 0;
      for (Case c : cases) {
        likelihood += addCase(c, weights, gradient, curvature, c.weight() / all);
      }
      for (int i = 0; i < n; i++) {
        likelihood -= l2[i] * weights[i] * weights[i] / 2;
        gradient[i] -= l2[i] * weights[i];
        curvature[i][i] += l2[i] + 1e-9;
      }
      if (Math.abs(likelihood - before) < CLOSE_ENOUGH) {
        break;
      }
      before = likelihood;
      double[] step = solve(curvature, gradient);
      for (int i = 0; i < n; i++) {
        weights[i] += step[i];
      }
    }
    return weights;
  }

  private static double addCase(
      Case c, double[] weights, double[] gradient, double[][] curvature, double share) {
    double[] chances = chances(c.alternatives(), weights);
    int n = weights.length;
    double likelihood = 0;
    double[] mean = new double[n];
    for (int a = 0; a < chances.length; a++) {
      double[] signals = c.alternatives()[a];
      if (c.target()[a] > 0) {
        likelihood += share * c.target()[a] * Math.log(Math.max(chances[a], 1e-300));
      }
      for (int i = 0; i < n; i++) {
        mean[i] += chances[a] * signals[i];
        gradient[i] += share * (c.target()[a] - chances[a]) * signals[i];
      }
    }
    for (int a = 0; a < chances.length; a++) {
      double[] signals = c.alternatives()[a];
      for (int i = 0; i < n; i++) {
        double d = share * chances[a] * (signals[i] - mean[i]);
        for (int j = 0; j <= i; j++) {
          curvature[i][j] += d * (signals[j] - mean[j]);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        curvature[j][i] = curvature[i][j];
      }
    }
    return likelihood;
  }

  /** The chance of each alternative. */
  static double[] chances(double[][] alternatives, double[] weights) {
    double[] chances = new double[alternatives.length];
    double best = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < chances.length; a++) {
      for (int i = 0; i < weights.length; i++) {
        chances[a] += weights[i] * alternatives[a][i];
      }
      best = Math.max(best, chances[a]);
    }
    double sum = 0;
    for (int a = 0; a < chances.length; a++) {
      chances[a] = Math.exp(chances[a] - best);
      sum += chances[a];
    }
    for (int a = 0; a < chances.length; a++) {
      chances[a] /= sum;
    }
    return chances;
  }

  /** Solves a system of linear equations by elimination with pivots. */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = java.util.Arrays.copyOf(matrix[i], n + 1);
      a[i][n] = right[i];
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
          pivot = row;
        }
      }
      double[] swap = a[column];
      a[column] = a[pivot];
      a[pivot] = swap;
      for (int row = column + 1; row < n; row++) {
        double factor = a[row][column] / a[column][column];
        for (int k = column; k <= n; k++) {
          a[row][k] -= factor * a[column][k];
        }
      }
    }
    double[] solution = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double sum = a[row][n];
      for (int k = row + 1; k < n; k++) {
        sum -= a[row][k] * solution[k];
      }
      solution[row] = sum / a[row][row];
    }
    return solution;
  }
}
