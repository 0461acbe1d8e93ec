package dev.waymark.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

  @Test
  @DisplayName("an entry of a list that ends without a sign does not run into the next one")
  void entries() {
    assertThat(
            AnswerText.joined(List.of("Pay of a florist: €20,000 – €30,000", "It varies by town.")))
        .isEqualTo("Pay of a florist: €20,000 – €30,000. It varies by town.");
  }

  @Test
  @DisplayName("what has its sign keeps it, be it behind a bracket, a quote or a mark")
  void ended() {
    List<String> sentences =
        List.of(
            "Why?", "Learn these:", "SQL (first of all.)", "“Then rest.”", "**Go!**", "And so on");

    assertThat(AnswerText.joined(sentences)).isEqualTo(String.join(" ", sentences));
    assertThat(AnswerText.joined(List.of("One (two)", "three"))).isEqualTo("One (two). three");
    assertThat(AnswerText.joined(List.of())).isEmpty();
  }
}
