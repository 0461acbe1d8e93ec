package dev.waymark.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTest {

  @Test
  void aLineHasNothingThatMovesTheCursor() {
    assertThat(Line.of("a\r\nb\tc\u2028d\u0085e\u000bf")).isEqualTo("a b c d e f");
    assertThat(Line.of("\u001b[31mred\u0007\u0000\u009b2J\u007f")).isEqualTo("[31mred2J");
    assertThat(Line.of("\u202eright\u202c \u2067left\u2069")).isEqualTo("right left");
  }

  @Test
  void whatIsWrittenInOtherScriptsStays() {
    String text = "Café, 日本語, مرحبا\u200f, 👩\u200d💻";
    assertThat(Line.of(text)).isEqualTo(text);
  }

  @Test
  void linesStayLinesAndNothingElseDoes() {
    assertThat(Line.each("a\r\n\u001b[2Jb\n\n\tc\u2028d")).isEqualTo("a\n[2Jb\n\n c d");
  }

  @Test
  void whatIsQuotedIsShort() {
    assertThat(Line.quoted("a\nb")).isEqualTo("\"a b\"");
    assertThat(Line.quoted("😀".repeat(60))).isEqualTo("\"" + "😀".repeat(60) + "\"");
    assertThat(Line.quoted("😀".repeat(61))).isEqualTo("\"" + "😀".repeat(60) + "…\"");
  }
}
