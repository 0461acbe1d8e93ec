package dev.waymark.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.picture.Trail.State;
import dev.waymark.picture.Trail.Stop;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AltTextTest {

  @Test
  void namesEveryStepByItsState() {
    var trail =
        new Trail(
            "Becoming a gardener",
            "2 of 6 steps done",
            List.of(
                new Stop(1, "Soil", State.DONE),
                new Stop(2, "Seeds", State.DONE),
                new Stop(3, "Tools", State.SKIPPED),
                new Stop(4, "Water, and when?", State.NEXT),
                new Stop(5, "Bees", State.LATER),
                new Stop(6, "Harvest", State.OPEN)));

    assertThat(AltText.of(trail))
        .isEqualTo(
            "Roadmap: Becoming a gardener. 2 of 6 steps done. Done: 1 Soil; 2 Seeds. Skipped: 3"
                + " Tools. Next: 4 Water, and when? For later: 5 Bees. Ahead: 6 Harvest.");
  }

  @Test
  void namesOnlyTheNextStepWhenTheTitlesAreTooLong() {
    var trail =
        new Trail(
            "A long way",
            "30 of 60 steps done",
            IntStream.rangeClosed(1, 60)
                .mapToObj(
                    i ->
                        new Stop(
                            i,
                            "A rather long title of the step " + i,
                            i <= 30 && i != 7 ? State.DONE : i == 31 ? State.NEXT : State.OPEN))
                .toList());

    assertThat(AltText.of(trail))
        .isEqualTo(
            "Roadmap: A long way. 30 of 60 steps done. Done: 1 to 6, 8 to 30. Next: 31 A rather"
                + " long title of the step 31. Ahead: 7, 32 to 60.");
  }

  @Test
  void isShortEnoughEvenWhenNoTwoNumbersFollowEachOther() {
    State[] states = State.values();
    var trail =
        new Trail(
            "x".repeat(5000),
            "y".repeat(5000),
            IntStream.rangeClosed(1, 500)
                .mapToObj(i -> new Stop(i * 1000, "\uD83D\uDE80".repeat(300), states[i % 5]))
                .toList());

    assertThat(AltText.of(trail)).hasSizeLessThanOrEqualTo(AltText.MAX).endsWith("…");
    assertThat(AltText.of(trail).codePoints())
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
