package dev.waymark.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 17, 31})
  void findsHowManyStepsAreKnownInAtMostFiveTaps(int steps) {
    for (int known = 0; known <= steps; known++) {
      Placement placement = Placement.of(steps);
      while (!placement.isDecided()) {
        placement = placement.answered(placement.asks() < known);
      }
      assertThat(placement.known()).as("%s of %s", known, steps).isEqualTo(known);
      assertThat(placement.taps()).isLessThanOrEqualTo(Placement.MAX_TAPS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {32, 60, 200})
  void inALongGuideItRatherBeginsTooEarly(int steps) {
    for (int known = 0; known <= steps; known++) {
      Placement placement = Placement.of(steps);
      while (!placement.isDecided()) {
        placement = placement.answered(placement.asks() < known);
      }
      assertThat(placement.known()).isLessThanOrEqualTo(known);
      assertThat(known - placement.known()).isLessThanOrEqualTo(steps / 32 + 1);
    }
  }
}
