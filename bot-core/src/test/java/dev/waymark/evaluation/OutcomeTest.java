package dev.waymark.evaluation;

import static dev.waymark.evaluation.Judged.choice;
import static dev.waymark.evaluation.Judged.containing;
import static dev.waymark.evaluation.Judged.found;
import static dev.waymark.evaluation.Judged.mayAbstain;
import static dev.waymark.evaluation.Judged.question;
import static dev.waymark.evaluation.Judged.refused;
import static dev.waymark.evaluation.Judged.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  @Test
  @DisplayName("a hit is a gold among the first few of the ranking")
  void hits() {
    Outcome third = found(question("c"), "a", "b", "c", "d");

    assertThat(third.hit(1)).isFalse();
    assertThat(third.hit(2)).isFalse();
    assertThat(third.hit(3)).isTrue();
    assertThat(found(question("x"), "a").hit(10)).isFalse();
    assertThat(found(question(), "a").hit(10)).isFalse();
  }

  @Test
  @DisplayName("the reciprocal rank is that of the first gold, up to the tenth place")
  void reciprocalRank() {
    assertThat(found(question("a"), "a", "b").reciprocalRank()).isEqualTo(1);
    assertThat(found(question("b", "d"), "a", "b", "c", "d").reciprocalRank()).isEqualTo(0.5);
    assertThat(found(question("x"), "a").reciprocalRank()).isZero();
    String[] many = IntStream.rangeClosed(1, 12).mapToObj(i -> "s" + i).toArray(String[]::new);
    assertThat(found(question("s10"), many).reciprocalRank()).isEqualTo(0.1);
    assertThat(found(question("s11"), many).reciprocalRank()).isZero();
  }

  @Test
  @DisplayName("nDCG: golds at 2 and 3 of two give (1/log2(3) + 1/log2(4)) / (1 + 1/log2(3))")
  void ndcg() {
    // 0.63093 + 0.5 of 1 + 0.63093
    assertThat(found(question("b", "c"), "a", "b", "c").ndcg()).isCloseTo(0.69343, within(1e-5));
    assertThat(found(question("a", "b"), "a", "b").ndcg()).isEqualTo(1);
    assertThat(found(question("a", "b"), "b", "a").ndcg()).isEqualTo(1);
    // one of two, at the first place: 1 of 1.63093
    assertThat(found(question("a", "z"), "a", "b").ndcg()).isCloseTo(0.61315, within(1e-5));
    assertThat(found(question("x"), "a").ndcg()).isZero();
    assertThat(found(question(), "a").ndcg()).isZero();
  }

  @Test
  @DisplayName("an answer is right when its first source is gold")
  void answered() {
    assertThat(found(question("a"), "a", "b").answeredRight()).isTrue();
    assertThat(found(question("b"), "a", "b").answeredRight()).isFalse();
    assertThat(found(question("b"), "a", "b").answeredWrong()).isTrue();
    assertThat(found(question(), "a").answeredWrong()).isTrue();
    assertThat(found(question("a")).answeredRight()).isFalse();
    assertThat(choice(question("a"), "a", "b").answeredRight()).isFalse();
    assertThat(choice(question("a"), "b", "c").answeredWrong()).isFalse();
    assertThat(refused(question("a"), "a").answeredWrong()).isFalse();
  }

  @Test
  @DisplayName("a choice holds when a gold is among what it offers")
  void choices() {
    assertThat(choice(question("b"), "a", "b").choiceHolds()).isTrue();
    assertThat(choice(question("c"), "a", "b").choiceHolds()).isFalse();
    assertThat(found(question("a"), "a").choiceHolds()).isFalse();
  }

  @Test
  @DisplayName("right is a right answer, or a refusal where one is due")
  void right() {
    assertThat(found(question("a"), "a").right()).isTrue();
    assertThat(found(question("b"), "a").right()).isFalse();
    assertThat(refused(question(), "a").right()).isTrue();
    assertThat(refused(question("a"), "a").right()).isFalse();
    assertThat(found(question(), "a").right()).isFalse();
    assertThat(choice(question("a"), "a", "b").right()).isFalse();
  }

  @Test
  @DisplayName("where abstaining is allowed, a refusal is right as well, a wrong answer is not")
  void abstaining() {
    assertThat(refused(mayAbstain("a"), "a").right()).isTrue();
    assertThat(found(mayAbstain("a"), "a").right()).isTrue();
    assertThat(found(mayAbstain("b"), "a").right()).isFalse();
  }

  @Test
  @DisplayName("a right answer shows all the words that it must, in any case")
  void shows() {
    JudgedQuestion question = containing(List.of("$70,000", "Year"), "a");

    assertThat(saying(question, "From $70,000 a year.", "a").shows()).isTrue();
    assertThat(saying(question, "From $70,000.", "a").shows()).isFalse();
    assertThat(saying(question, "From $70,000 a year.", "b").shows()).isFalse();
  }
}
