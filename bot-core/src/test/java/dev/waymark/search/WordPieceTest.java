package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ids are those of BERT's own tokenizer, uncased. */
class WordPieceTest {

  private static final int VOCABULARY = 30_522;
  private static final WordPiece WORD_PIECE = read();

  /** The tokenizer that comes with the model, without the model. */
  static WordPiece read() {
    try (InputStream in =
        Objects.requireNonNull(
            WordPieceTest.class.getResourceAsStream(
                "/" + SentenceEncoder.MODEL + "-tokenizer.json"))) {
      return WordPiece.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] pieces(String text) {
    int[] ids = WORD_PIECE.tokenize(text, 128);
    assertThat(ids[0]).isEqualTo(WordPiece.BEGIN);
    assertThat(ids[ids.length - 1]).isEqualTo(WordPiece.END);
    return Arrays.copyOfRange(ids, 1, ids.length - 1);
  }

  private static int[] ids(String spaced) {
    return Arrays.stream(spaced.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello world                                  | 7592 2088
          The quick brown fox jumps over the lazy dog. | 1996 4248 2829 4419 14523 2058 1996 13971 3899 1012
          embeddings                                   | 7861 8270 4667 2015
          unaffable                                    | 14477 20961 3468
          Naïve café!                                  | 15743 7668 999
          don't                                        | 2123 1005 1056
          C++                                          | 1039 1009 1009
          $5,000                                       | 1002 1019 1010 2199
          co-op                                        | 2522 1011 6728
          中国日本                                      | 1746 1799 1864 1876
          a中b                                         | 1037 1746 1038
          """)
  void knowsTheIdsOfOrdinaryTexts(String text, String ids) {
    assertThat(pieces(text)).containsExactly(ids(ids));
  }

  @Test
  @DisplayName("an accent counts the same however it is written")
  void accents() {
    assertThat(pieces("été")).isEqualTo(pieces("e\u0301te\u0301")).isEqualTo(pieces("ETE"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"😀", "a😀b", "数", "１２３", "ꙮꙮ"})
  void aWordThatNoPiecesMakeIsOneUnknownWord(String word) {
    assertThat(pieces(word)).containsExactly(WordPiece.UNKNOWN);
  }

  @Test
  @DisplayName("a run of more than 100 letters is one unknown word, one of 100 is not")
  void endlessWords() {
    assertThat(pieces("x".repeat(101))).containsExactly(WordPiece.UNKNOWN);
    assertThat(pieces("x".repeat(100))).hasSizeGreaterThan(1).doesNotContain(WordPiece.UNKNOWN);
  }

  @Test
  @DisplayName("control characters, marks of direction and lone surrogates are not there")
  void invisible() {
    assertThat(pieces("\ud83d")).isEmpty();
    assertThat(pieces("he\udc00llo")).isEqualTo(pieces("hello"));
    assertThat(pieces("he\0llo\u0007 \u202Eworld\u202C\u200b")).isEqualTo(pieces("hello world"));
    assertThat(pieces("\ufffdhello\ue000")).isEqualTo(pieces("hello"));
  }

  @Test
  @DisplayName("all kinds of space part words and are nothing themselves")
  void spaces() {
    assertThat(pieces("")).isEmpty();
    assertThat(pieces(" \t\r\n\u00a0\u3000")).isEmpty();
    assertThat(pieces("hello\tworld")).isEqualTo(pieces("hello world"));
    assertThat(pieces("hello\u00a0world\n")).isEqualTo(pieces("hello world"));
  }

  @Test
  @DisplayName("what is over the limit is cut off, the marks of begin and end are kept")
  void cut() {
    assertThat(WORD_PIECE.tokenize("hello ".repeat(126), 128)).hasSize(128).endsWith(7592, 102);
    assertThat(WORD_PIECE.tokenize("hello ".repeat(127), 128)).hasSize(128).endsWith(7592, 102);
    assertThat(WORD_PIECE.tokenize("hello ".repeat(9_000), 128)).hasSize(128).startsWith(101, 7592);
    assertThat(WORD_PIECE.tokenize("embeddings", 4)).containsExactly(101, 7861, 8270, 102);
  }

  @ParameterizedTest
  @MethodSource("dev.waymark.search.Nasty#texts")
  void anyTextGivesIdsOfTheVocabulary(String text) {
    assertThat(Arrays.stream(pieces(text)).boxed())
        .hasSizeLessThanOrEqualTo(126)
        .allMatch(id -> id >= 0 && id < VOCABULARY);
  }

  @Test
  @DisplayName("whole words of the vocabulary are known, typos and pieces are not")
  void known() {
    assertThat(WORD_PIECE.knows("salary")).isTrue();
    assertThat(WORD_PIECE.knows("salarry")).isFalse();
    assertThat(WORD_PIECE.knows("Salary")).isFalse();
  }

  @Test
  @DisplayName("signs and the commonest words say little, all others much")
  void saysLittle() {
    assertThat(WORD_PIECE.saysLittle())
        .contains(1996, 1012, 1029)
        .doesNotContain(7592, 2088, WordPiece.UNKNOWN);
  }

  @Test
  @DisplayName("a file without a vocabulary is refused")
  void noVocabulary() {
    var in = new ByteArrayInputStream("{\"model\":{}}".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> WordPiece.read(in))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no vocabulary");
  }
}
