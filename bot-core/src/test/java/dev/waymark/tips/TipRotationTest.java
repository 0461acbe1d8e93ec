package dev.waymark.tips;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Tip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TipRotationTest {

  private static final int STEPS = 17;
  private static final int EACH = 8;

  private final Guide guide = TipGuides.of(STEPS, EACH);

  private static List<String> ids(TipRotation rotation, int round, Set<String> used) {
    return rotation.left(round, used).stream().map(Tip::id).toList();
  }

  private List<String> order(long seed) {
    return ids(TipRotation.of(guide, List.of(), seed), 0, Set.of());
  }

  @Test
  void eachTipOnceInARound() {
    assertThat(order(1)).doesNotHaveDuplicates().hasSize(STEPS * EACH);
  }

  @Test
  void theOrderIsEachChannelsOwnAndTheSameWheneverItIsAsked() {
    assertThat(order(1)).isEqualTo(order(1)).isNotEqualTo(order(2));
    Set<String> firsts = new HashSet<>();
    IntStream.range(0, 100).forEach(seed -> firsts.add(order(seed).getFirst()));
    assertThat(firsts).hasSizeGreaterThan(5);
  }

  @Test
  void theNextRoundHasAnOrderOfItsOwn() {
    TipRotation rotation = TipRotation.of(guide, List.of(), 1);

    assertThat(ids(rotation, 1, Set.of()))
        .isNotEqualTo(ids(rotation, 0, Set.of()))
        .containsExactlyInAnyOrderElementsOf(order(1));
  }

  @Test
  void itFollowsTheStepsLooselyRatherThanJumpingAbout() {
    for (long seed = 0; seed < 50; seed++) {
      List<Integer> steps =
          order(seed).stream().map(id -> Integer.parseInt(id.split("-", -1)[1])).toList();
      for (int i = 1; i < steps.size(); i++) {
        assertThat(Math.abs(steps.get(i) - steps.get(i - 1))).isLessThanOrEqualTo(3);
      }
      assertThat(steps).isNotEqualTo(steps.stream().sorted().toList());
    }
  }

  @Test
  void aTipThatComesOrGoesMovesNoOther() {
    List<String> before = order(7);
    var tips = new ArrayList<>(guide.tips());
    tips.remove(3);
    tips.add(40, new Tip("tip-new", "New.", "step-5"));
    var changed =
        new Guide(
            guide.info(),
            guide.sections(),
            guide.refusals(),
            tips,
            guide.words(),
            List.of(),
            List.of());

    List<String> after = new ArrayList<>(ids(TipRotation.of(changed, List.of(), 7), 0, Set.of()));
    after.remove("tip-new");
    List<String> expected = new ArrayList<>(before);
    expected.remove("tip-1-3");

    assertThat(after).isEqualTo(expected);
  }

  @Test
  void aChannelThatPicksSectionsGetsTheirTipsOnly() {
    TipRotation rotation = TipRotation.of(guide, List.of("step-2", "step-9"), 1);

    assertThat(rotation.left(0, Set.of()))
        .hasSize(2 * EACH)
        .allSatisfy(t -> assertThat(t.section()).isIn("step-2", "step-9"));
  }
}
