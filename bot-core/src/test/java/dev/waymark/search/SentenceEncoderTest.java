package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceEncoderTest {

  private static final SentenceEncoder ENCODER = SentenceEncoder.load(Optional.empty());

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  private static double cosine(String a, String b) {
    return VectorUtil.dotProduct(ENCODER.encode(a).vector(), ENCODER.encode(b).vector());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "?", "hello world", "😀", "\ud83d", "数据库", "which language first"})
  void aVectorHas384NumbersAndLength1(String text) {
    float[] vector = ENCODER.encode(text).vector();

    assertThat(vector).hasSize(SentenceEncoder.DIMENSIONS);
    assertThat((double) VectorUtil.dotProduct(vector, vector)).isCloseTo(1, within(1e-5));
  }

  @Test
  @DisplayName("the same text gives the same vectors, to the last bit")
  void same() {
    Encoded once = ENCODER.encode("Do I need a degree?");
    Encoded again = ENCODER.encode("Do I need a degree?");

    assertThat(again.vector()).containsExactly(once.vector());
    assertThat(again.tokenVectors()).isDeepEqualTo(once.tokenVectors());
  }

  @ParameterizedTest(name = "{0} is nearer to {1} than to {2}")
  @CsvSource(
      textBlock =
          """
          do I need a degree,          is university required,   how do I boil an egg
          what does a beginner earn,   starting salary,          which database is fast
          can I work from home,        is remote work possible,  is a certificate useful
          the weather is fine,         it is sunny today,        learn SQL first
          """)
  void nearMeaningsAreNearer(String text, String near, String far) {
    assertThat(cosine(text, near)).isGreaterThan(cosine(text, far) + 0.2);
  }

  @Test
  @DisplayName("every word piece has a vector of its own, without the marks of begin and end")
  void wordByWord() {
    Encoded encoded = ENCODER.encode("hello embeddings");

    assertThat(encoded.tokens()).containsExactly(7592, 7861, 8270, 4667, 2015);
    assertThat(encoded.tokenVectors()).hasDimensions(5, SentenceEncoder.DIMENSIONS);
    for (byte[] vector : encoded.tokenVectors()) {
      assertThat(Math.sqrt(VectorUtil.dotProduct(vector, vector))).isCloseTo(127, within(3.0));
    }
  }

  @Test
  @DisplayName("a word's vector is its own wherever it stands, and another word's is another")
  void wordByWordNearness() {
    byte[][] one = ENCODER.encode("python and databases are what one should learn").tokenVectors();
    byte[][] other = ENCODER.encode("learn to read databases with python").tokenVectors();
    byte[] python = other[other.length - 1];

    int same = VectorUtil.dotProduct(one[0], python);
    for (int i = 1; i < one.length; i++) {
      assertThat(VectorUtil.dotProduct(one[i], python)).as("word %d", i).isLessThan(same);
    }
  }

  @Test
  @DisplayName("a text of any length is read up to its 126th word piece")
  void cut() {
    Encoded longest = ENCODER.encode("hello ".repeat(126));
    Encoded longer = ENCODER.encode("hello ".repeat(126) + "goodbye ".repeat(5_000));

    assertThat(longest.tokens()).hasSize(126);
    assertThat(longer.vector()).containsExactly(longest.vector());
  }

  @Test
  @DisplayName("64 threads at once get the vectors that one alone gets")
  void threads() throws Exception {
    List<String> texts =
        List.of("which language first", "no degree", "how much does a junior earn in a big city");
    List<float[]> alone = texts.stream().map(t -> ENCODER.encode(t).vector()).toList();

    List<List<float[]>> together =
        Together.run(64, () -> texts.stream().map(t -> ENCODER.encode(t).vector()).toList());

    for (List<float[]> vectors : together) {
      for (int i = 0; i < texts.size(); i++) {
        assertThat(Arrays.equals(vectors.get(i), alone.get(i))).isTrue();
      }
    }
  }
}
