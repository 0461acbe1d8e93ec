package dev.waymark.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

  private static final String ALL =
      """
      # Why it matters

      You write *servers*, **join** them and read `logs` at [the docs](https://example.org/docs).
      A second line, <https://example.org> and a picture: ![a path](https://example.org/p.png).

      1. First, learn one language well enough to write small programs in it
      2. Then:
         - data structures
         - algorithms

           with a paragraph of their own

      > Quoted words that somebody said and that go on for longer than a line of forty columns.

      ```java
      int a  =  1;
      	if (a > 0) { return "a line of code that is never wrapped, whatever the width"; }
      ```

      ---
      Last.
      """;

  private static String render(Look look, String markdown) {
    return new MarkdownText(look).render(markdown);
  }

  @Test
  void everyKindOfBlockAtFortyColumnsWithoutColours() {
    assertThat(render(Look.plain(40), ALL))
        .isEqualTo(
            """
            Why it matters
            --------------

            You write servers, join them and read
            logs at the docs
            (https://example.org/docs).
            A second line, https://example.org and a
            picture: a path
            (https://example.org/p.png).

            1. First, learn one language well enough
               to write small programs in it
            2. Then:
               - data structures

               - algorithms

                 with a paragraph of their own

            > Quoted words that somebody said and
            > that go on for longer than a line of
            > forty columns.

                int a  =  1;
                    if (a > 0) { return "a line of code that is never wrapped, whatever the width"; }

            --------------------

            Last.""");
  }

  @Test
  void aHundredColumnsAreFilled() {
    assertThat(render(Look.plain(100), "word ".repeat(30)).lines())
        .containsExactly("word ".repeat(20).strip(), "word ".repeat(10).strip());
    assertThat(Look.plain(300)).isEqualTo(Look.plain(100));
    assertThat(Look.plain(0)).isEqualTo(Look.plain(20));
  }

  @Test
  void coloursEndWhereTheyShould() {
    assertThat(render(new Look(80, true), "# A *b*\n\n**c *d*** `e` [f](g)"))
        .isEqualTo(
            "\u001b[1mA \u001b[3mb\u001b[23m\u001b[22m\n\n\u001b[1mc \u001b[3md\u001b[23m\u001b[22m"
                + " \u001b[36me\u001b[39m f \u001b[2m(g)\u001b[22m");
  }

  @Test
  void aStyleTakesNoColumns() {
    String words = "**bold** word ".repeat(10);
    assertThat(render(new Look(40, true), words).replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(render(Look.plain(40), words));
  }

  @Test
  void wideScriptsTakeTwoColumnsAndMarksNone() {
    assertThat(Columns.of("日本")).isEqualTo(4);
    assertThat(Columns.of("e\u0301\u200d")).isEqualTo(1);
    assertThat(Columns.of("🚀")).isEqualTo(2);
    assertThat(render(Look.plain(20), "日本語の文 日本語の文").lines()).containsExactly("日本語の文", "日本語の文");
  }

  @Test
  void nothingInATextMovesTheCursorOrTurnsIt() {
    String esc = "\u001b[2J\u202e\u0007\u009b31m";
    String text =
        render(
            new Look(40, false),
            "# a"
                + esc
                + "\n\nb"
                + esc
                + " `c"
                + esc
                + "` [d"
                + esc
                + "](e"
                + esc
                + ") &#27;[2J &#x202e;"
                + "\n\n```\nf"
                + esc
                + "\n```\n\n<p>"
                + esc
                + "</p>\n\n- g"
                + esc);
    assertThat(text).contains("a", "b", "c", "d", "f", "g");
    assertThat(text.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\u202a-\\u202e]");
  }

  @Test
  void whatIsNoMarkdownStaysAsItIs() {
    assertThat(render(Look.plain(80), "2 * 3 * 4 < 5_000_000 [x] \\n #no"))
        .isEqualTo("2 * 3 * 4 < 5_000_000 [x] \\n #no");
    assertThat(render(Look.plain(80), "")).isEmpty();
    assertThat(render(Look.plain(80), "-\n- a")).isEqualTo("-\n- a");
  }

  @Test
  void aDeepOrHugeTextIsRendered() {
    assertThat(render(Look.plain(80), "> ".repeat(20_000) + "deep")).contains("deep");
    assertThat(render(Look.plain(80), "*".repeat(20_000) + "deep")).contains("deep");
    assertThat(render(Look.plain(80), "x".repeat(200_000))).hasSize(200_000);
  }
}
