package dev.waymark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.evaluation.ConditionalLogit.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConditionalLogitTest {

  private static final double[] KNOWN = {1.5, -2, 0, 0.7};

  /** Choices made by chance, as the model says that they are made with the known weights. */
  private static List<Case> simulated(int cases, long seed) {
    var random = new Random(seed);
    var simulated = new ArrayList<Case>();
    for (int c = 0; c < cases; c++) {
      double[][] alternatives = new double[5][KNOWN.length];
      for (double[] signals : alternatives) {
        Arrays.setAll(signals, i -> random.nextGaussian());
      }
      double[] chances = ConditionalLogit.chances(alternatives, KNOWN);
      double drawn = random.nextDouble();
      int chosen = 0;
      while (chosen < 4 && drawn > chances[chosen]) {
        drawn -= chances[chosen++];
      }
      double[] target = new double[5];
      target[chosen] = 1;
      simulated.add(new Case(alternatives, target, 1));
    }
    return simulated;
  }

  private static double[] penalty(double each) {
    double[] l2 = new double[KNOWN.length];
    Arrays.fill(l2, each);
    return l2;
  }

  @Test
  @DisplayName("the weights by which choices were made are found again")
  void recovers() {
    double[] weights = ConditionalLogit.fit(simulated(5_000, 1), penalty(0));

    assertThat(weights).containsExactly(KNOWN, within(0.12));
  }

  @Test
  @DisplayName("the same data give the same weights, to the last bit")
  void deterministic() {
    assertThat(ConditionalLogit.fit(simulated(300, 2), penalty(0.01)))
        .containsExactly(ConditionalLogit.fit(simulated(300, 2), penalty(0.01)));
  }

  @Test
  @DisplayName("no weights nearby are likelier")
  void summit() {
    List<Case> cases = simulated(200, 3);
    double[] l2 = {0.01, 0.1, 1, 0};
    double[] weights = ConditionalLogit.fit(cases, l2);
    double best = penalised(cases, weights, l2);

    for (int i = 0; i < weights.length; i++) {
      for (double step : new double[] {-0.05, 0.05}) {
        double[] beside = weights.clone();
        beside[i] += step;
        assertThat(penalised(cases, beside, l2)).isLessThan(best);
      }
    }
  }

  private static double penalised(List<Case> cases, double[] weights, double[] l2) {
    double sum = 0;
    for (Case c : cases) {
      double[] chances = ConditionalLogit.chances(c.alternatives(), weights);
      for (int a = 0; a < chances.length; a++) {
        sum += c.target()[a] * Math.log(chances[a]) / cases.size();
      }
    }
    for (int i = 0; i < weights.length; i++) {
      sum -= l2[i] * weights[i] * weights[i] / 2;
    }
    return sum;
  }

  @Test
  @DisplayName("three yes to one no is a weight of log 3")
  void yesOrNo() {
    double[][] yesOrNo = {{1}, {0}};
    List<Case> cases =
        List.of(
            new Case(yesOrNo, new double[] {1, 0}, 3), new Case(yesOrNo, new double[] {0, 1}, 1));

    assertThat(ConditionalLogit.fit(cases, new double[] {0})[0])
        .isCloseTo(Math.log(3), within(1e-3));
    // The same, said in one case whose target is shared.
    assertThat(
            ConditionalLogit.fit(
                List.of(new Case(yesOrNo, new double[] {0.75, 0.25}, 9)), new double[] {0})[0])
        .isCloseTo(Math.log(3), within(1e-3));
  }

  @Test
  @DisplayName("the stronger the draw, the smaller the weights")
  void draw() {
    List<Case> cases = simulated(500, 4);
    double free = Math.abs(ConditionalLogit.fit(cases, penalty(0))[1]);
    double drawn = Math.abs(ConditionalLogit.fit(cases, penalty(0.1))[1]);
    double bound = Math.abs(ConditionalLogit.fit(cases, penalty(100))[1]);

    assertThat(drawn).isLessThan(free * 0.9);
    assertThat(bound).isLessThan(0.02);
    double[] one = penalty(0);
    one[1] = 1e6;
    assertThat(ConditionalLogit.fit(cases, one)[1]).isCloseTo(0, within(1e-3));
    assertThat(ConditionalLogit.fit(cases, one)[0]).isGreaterThan(0.5);
  }

  @Test
  @DisplayName("what parts right from wrong without a fault still gets a finite weight")
  void separable() {
    var cases = new ArrayList<Case>();
    for (int i = 1; i <= 20; i++) {
      cases.add(new Case(new double[][] {{i}, {-i}}, new double[] {1, 0}, 1));
    }
    assertThat(ConditionalLogit.fit(cases, new double[] {0})[0]).isPositive().isFinite();
    assertThat(ConditionalLogit.fit(cases, new double[] {1e-3})[0]).isPositive().isFinite();
  }

  @Test
  @DisplayName("signals that say the same, or nothing, do no harm")
  void collinear() {
    var cases = new ArrayList<Case>();
    for (Case c : simulated(500, 5)) {
      double[][] wider = new double[5][];
      for (int a = 0; a < 5; a++) {
        double[] s = c.alternatives()[a];
        wider[a] = new double[] {s[0], s[0], 0, 1};
      }
      cases.add(new Case(wider, c.target(), 1));
    }
    double[] weights = ConditionalLogit.fit(cases, penalty(1e-3));

    assertThat(weights[0]).isCloseTo(weights[1], within(1e-6)).isPositive();
    assertThat(weights[2]).isZero();
    assertThat(weights[3]).isCloseTo(0, within(1e-6));
  }

  @Test
  @DisplayName("from no cases nothing is learned")
  void noCases() {
    assertThat(ConditionalLogit.fit(List.of(), penalty(0.1))).containsOnly(0);
  }

  @Test
  @DisplayName("chances add up to 1, however large the sums are")
  void chances() {
    double[] even = ConditionalLogit.chances(new double[][] {{3}, {3}}, new double[] {1});
    double[] huge = ConditionalLogit.chances(new double[][] {{1e6}, {0}, {-1e6}}, new double[] {9});
    double[] three =
        ConditionalLogit.chances(new double[][] {{Math.log(3)}, {0}}, new double[] {1});

    assertThat(even).containsExactly(0.5, 0.5);
    assertThat(huge).containsExactly(1, 0, 0);
    assertThat(three).containsExactly(new double[] {0.75, 0.25}, within(1e-12));
  }
}
