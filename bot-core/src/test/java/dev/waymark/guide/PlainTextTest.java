package dev.waymark.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  @DisplayName("paragraphs, headings, entries and code become a line each, without marks")
  void blocks() {
    String markdown =
        """
        # Where to *begin*

        Read **one** book,
        [this one](https://example.org), and `run` it.  \s
        Then rest.

        1. Dig
        2. Sow
           - peas

        > Quoted.

        ```java
        int x =
            1;
        ```

        <b>HTML</b>
        ***
        """;

    assertThat(PlainText.blocks(markdown))
        .containsExactly(
            "Where to begin",
            "Read one book, this one, and run it. Then rest.",
            "Dig",
            "Sow",
            "peas",
            "Quoted.",
            "int x = 1;",
            "HTML");
  }

  @Test
  void nothing() {
    assertThat(PlainText.blocks(" \n\n---\n")).isEmpty();
    assertThat(PlainText.sentences("")).isEmpty();
  }

  @Test
  void sentences() {
    assertThat(PlainText.sentences("It is Node.js. Is it 3.5 hours?  Yes, about $60,000. "))
        .containsExactly("It is Node.js.", "Is it 3.5 hours?", "Yes, about $60,000.");
  }

  @ParameterizedTest
  @ValueSource(strings = {">", "- ", "*a ", "[", "![", "**a **", "<b>"})
  @DisplayName("a text nested without end overflows nothing")
  void deep(String opening) {
    assertThat(PlainText.blocks(opening.repeat(20_000) + "x")).isNotNull();
  }
}
