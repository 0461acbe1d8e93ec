package dev.waymark.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.BodyPart;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final String BODY =
      """
      Bees need a hive. It stands in the sun.

      What else you need:

      - a veil
      - a smoker
      - a knife

      Sell the honey at a market.
      """;

  private static String excerpt(int characters, int parts, String body, Map<String, Double> near) {
    return new Excerpt(near, new Excerpt.Room(characters, parts, 0.2)).of(BodyPart.of(body));
  }

  @Test
  @DisplayName("the nearest part is shown, a list with all its entries and the line before it")
  void nearest() {
    assertThat(excerpt(200, 1, BODY, Map.of("a smoker", 0.9, "Bees need a hive.", 0.3)))
        .isEqualTo("What else you need:\n\n- a veil\n- a smoker\n- a knife");
  }

  @Test
  @DisplayName("a part of which two sentences are near goes before one with a single near word")
  void two() {
    assertThat(
            excerpt(
                200,
                1,
                BODY,
                Map.of("a smoker", 0.7, "Bees need a hive.", 0.6, "It stands in the sun.", 0.6)))
        .isEqualTo("Bees need a hive. It stands in the sun.");
  }

  @Test
  @DisplayName("what is about as near is shown too, in the order of the text, where it has room")
  void more() {
    Map<String, Double> near =
        Map.of(
            "Sell the honey at a market.",
            0.6,
            "Bees need a hive.",
            0.5,
            "It stands in the sun.",
            0.5);

    assertThat(excerpt(200, 2, BODY, near))
        .isEqualTo("Bees need a hive. It stands in the sun.\n\nSell the honey at a market.");
    assertThat(excerpt(200, 1, BODY, near)).isEqualTo("Sell the honey at a market.");
    assertThat(excerpt(60, 2, BODY, near)).isEqualTo("Sell the honey at a market.");
    assertThat(excerpt(200, 3, BODY, near)).doesNotContain("smoker");
  }

  @Test
  @DisplayName("of a list that is too long the nearest entries are shown, in order")
  void entries() {
    assertThat(excerpt(40, 1, BODY, Map.of("a knife", 0.9, "a veil", 0.8, "a smoker", 0.1)))
        .isEqualTo("What else you need:\n\n- a veil\n- a knife");
  }

  @Test
  @DisplayName("of steps that are too many those around the nearest are shown, with their numbers")
  void steps() {
    String body = "1. Box\n2. Bees\n3. Wait\n4. Honey";

    assertThat(excerpt(16, 1, body, Map.of("Bees", 0.9, "Honey", 0.5)))
        .isEqualTo("2. Bees\n3. Wait");
    assertThat(excerpt(16, 1, body, Map.of("Bees", 0.9, "Box", 0.5))).isEqualTo("1. Box\n2. Bees");
    assertThat(excerpt(24, 1, body, Map.of("Honey", 0.9))).isEqualTo("2. Bees\n3. Wait\n4. Honey");
  }

  @Test
  @DisplayName("of a paragraph that is too long the sentences around the nearest are shown")
  void sentences() {
    String body = "One is **bold**. Two follows. Three ends.";

    assertThat(excerpt(30, 1, body, Map.of("Two follows.", 0.9)))
        .isEqualTo("Two follows. Three ends.");
    assertThat(excerpt(5, 1, body, Map.of("Two follows.", 0.9))).isEqualTo("Two follows.");
  }

  @Test
  @DisplayName("code stays whole, and so does what has no words")
  void whole() {
    String code = "```\nwhile true; do hum; done\n```";

    assertThat(excerpt(5, 1, code, Map.of())).isEqualTo(code);
    assertThat(excerpt(5, 1, "![](a-picture.png)", Map.of())).isEqualTo("![](a-picture.png)");
    assertThat(excerpt(5, 1, "", Map.of())).isEmpty();
  }
}
