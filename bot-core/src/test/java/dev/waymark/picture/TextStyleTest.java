package dev.waymark.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextStyleTest {

  private final TextStyle style = new TextStyle(Typeface.regular(), 25);

  @Test
  void breaksBetweenWords() {
    double width = style.width("Understand database m");

    assertThat(style.wrap("Understand database management systems", width, 5))
        .containsExactly("Understand database", "management systems");
  }

  @Test
  void whatDoesNotFitIsCutAndAnEllipsisSaysSo() {
    double width = style.width("Understand database m…");

    List<String> lines = style.wrap("Understand database management systems", width, 1);

    assertThat(lines).containsExactly("Understand database m…");
  }

  @Test
  void breaksAWordThatIsWiderThanALine() {
    List<String> lines = style.wrap("a".repeat(100), 200, 4);

    assertThat(lines).hasSize(4).allMatch(line -> style.width(line) <= 200);
    assertThat(lines.getLast()).endsWith("…");
  }

  @Test
  void aLineThatIsNarrowerThanALetterStillEnds() {
    assertThat(style.wrap("abc", 1, 9)).containsExactly("a", "b", "c");
  }

  @Test
  void leavesOutWhatCannotBeDrawn() {
    assertThat(style.printable("\uD83D\uDE80 Learn\u0000 \u202E\t\nJava\u200B \u5B66 cafe\u0301 "))
        .isEqualTo("Learn Java café");
    for (String code : List.of("EUR", "GBP", "INR", "ILS", "JPY", "KRW", "VND", "PHP", "BRL")) {
      String sign = Money.of(code).sign();
      assertThat(style.printable(sign)).isEqualTo(sign.strip());
    }
    assertThat(style.printable("Поиск, Ελληνικά, Łódź, 50 €"))
        .isEqualTo("Поиск, Ελληνικά, Łódź, 50 €");
  }

  @Test
  void aTextHasTheWidthOfItsLetters() {
    assertThat(style.width("")).isZero();
    assertThat(style.width("im")).isEqualTo(style.width("i") + style.width("m"));
    assertThat(style.width("m")).isGreaterThan(style.width("i"));
  }
}
