package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WordClassifierTest {

  private static final List<String> HARMLESS =
      List.of("kill the process", "i kill time at work", "what is a thread", "wake up early", "");
  private static final List<String> LOOKED_FOR =
      List.of("kill my boss", "kill my neighbour for me", "never wake up", "hope to never wake");

  private static WordClassifier learned() {
    return WordClassifier.learn(List.of(HARMLESS, LOOKED_FOR));
  }

  @Test
  @DisplayName("words and pairs tell, wherever they stand and however they are written")
  void words() {
    WordClassifier classifier = learned();

    assertThat(classifier.logOdds("so I would like to KILL MY teacher, ok?")).isPositive();
    assertThat(classifier.logOdds("how do i kill the process")).isNegative();
    assertThat(classifier.logOdds("never, wake")).isPositive();
    assertThat(classifier.logOdds("what is a process")).isNegative();
  }

  @Test
  @DisplayName("the same texts teach the same")
  void same() {
    WordClassifier classifier = learned();

    assertThat(learned().weights()).isEqualTo(classifier.weights());
    assertThat(new WordClassifier(classifier.weights()).logOdds("kill my boss"))
        .isEqualTo(classifier.logOdds("kill my boss"));
  }

  @Test
  @DisplayName("with nothing to learn from, and of no words, nothing is said")
  void nothing() {
    WordClassifier none = WordClassifier.learn(List.of());

    assertThat(none.logOdds("kill my boss")).isZero();
    assertThat(none.logOdds("")).isZero();
    assertThat(learned().logOdds("?!\uD800 \u202E")).isFinite();
  }
}
