package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselineTest {

  private static final Guide GUIDE = TinyGuide.guide();
  private static final Baseline ENGLISH = Baseline.bm25(GUIDE, true);
  private static final Baseline STANDARD = Baseline.bm25(GUIDE, false);

  private static List<String> ids(Baseline baseline, String question) {
    return baseline.rank(question).stream().map(Baseline.Scored::id).toList();
  }

  @Test
  @DisplayName("BM25 sees title, summary, phrasings and body")
  void everyText() {
    for (String word : List.of("store", "anything", "mongodb", "transaction")) {
      assertThat(ids(STANDARD, word)).as(word).contains("step-2");
    }
  }

  @Test
  @DisplayName("the English one stems, the standard one does not")
  void stems() {
    assertThat(ids(ENGLISH, "transactions")).containsExactly("step-2");
    assertThat(ids(STANDARD, "transactions")).isEmpty();
    assertThat(ENGLISH.name()).isEqualTo("BM25, EnglishAnalyzer");
    assertThat(STANDARD.name()).isEqualTo("BM25, StandardAnalyzer");
  }

  @Test
  @DisplayName("sections come best first, with scores of their own, and none that matches nothing")
  void order() {
    List<Baseline.Scored> ranked = ENGLISH.rank("slow query and a degree");

    assertThat(ranked.getFirst().id()).isEqualTo("step-2");
    assertThat(ranked)
        .extracting(Baseline.Scored::score)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(ranked).allMatch(s -> s.score() > 0).hasSizeLessThan(GUIDE.sections().size());
    assertThat(ENGLISH.rank("zorblax")).isEmpty();
    assertThat(ENGLISH.rank("")).isEmpty();
  }

  @Test
  @DisplayName("ties are broken by id")
  void ties() {
    List<Section> twins =
        Stream.of("b", "c", "a")
            .map(id -> TinyGuide.section(id, Section.Kind.FAQ, "Sql", "", List.of(), "Learn it."))
            .toList();
    assertThat(ids(Baseline.bm25(TinyGuide.of(twins), true), "sql")).containsExactly("a", "b", "c");
    assertThat(
            Baseline.inOrder(
                List.of(
                    new Baseline.Scored("b", 1),
                    new Baseline.Scored("c", 2),
                    new Baseline.Scored("a", 1))))
        .extracting(Baseline.Scored::id)
        .containsExactly("c", "a", "b");
  }

  @Test
  @DisplayName("a question of thousands of words is ranked by the first of them")
  void endless() {
    String words = String.join(" ", IntStream.range(0, 5_000).mapToObj(i -> "w" + i).toList());
    assertThat(ids(ENGLISH, "transaction " + words)).containsExactly("step-2");
  }

  @Test
  @DisplayName("the encoder alone ranks every section by its nearest text")
  void encoderAlone() {
    try (GuideIndex index = TinyGuide.index(GUIDE)) {
      Baseline encoder = index.encoderAlone();
      List<Baseline.Scored> ranked = encoder.rank("is university required");

      assertThat(ranked).hasSize(GUIDE.sections().size());
      assertThat(ranked.getFirst().id()).isEqualTo("faq-without-degree");
      assertThat(ranked.getFirst().score()).isGreaterThan(0.99).isLessThan(1.01);
      assertThat(ranked.get(1).score()).isLessThan(0.7);
      assertThat(encoder.name()).contains(SentenceEncoder.MODEL);
      // A shared phrasing is Waymark's own help, not the encoder's.
      assertThat(encoder.rank("i know nobody in this field").getFirst().score()).isLessThan(0.9);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.waymark.search.Nasty#texts")
  void anyTextIsRanked(String question) {
    assertThat(ENGLISH.rank(question)).allMatch(s -> Double.isFinite(s.score()));
    assertThat(STANDARD.rank(question)).allMatch(s -> Double.isFinite(s.score()));
  }
}
