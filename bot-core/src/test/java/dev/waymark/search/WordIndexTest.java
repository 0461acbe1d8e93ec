package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.Guide;
import dev.waymark.guide.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Searching with Lucene's simple syntax, and what Lucene says of a question. */
class WordIndexTest {

  private static final Guide GUIDE = TinyGuide.guide();
  private static final WordIndex INDEX = new WordIndex(GUIDE, texts(GUIDE), Optional.empty());

  private static List<SectionTexts> texts(Guide guide) {
    return guide.sections().stream().map(s -> SectionTexts.of(s, List.of())).toList();
  }

  @AfterAll
  static void close() {
    INDEX.close();
  }

  private static List<String> search(String query) {
    return INDEX.search(query, 100);
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "slow query"             | step-2
          certif*                  | faq-certifications
          CERTIF*                  | faq-certifications
          database*                | step-2
          C++                      | step-1
          -(a b) +portfolio        | faq-without-degree
          +degree salary           | faq-without-degree
          salary +degree           | faq-without-degree
          salary + degree          | faq-without-degree
          +"slow query" degree     | step-2
          +(sql salary) -band      | step-2
          databasse~               | step-2
          """)
  void oneSectionIsFound(String query, String id) {
    assertThat(search(query)).containsExactly(id);
  }

  private static WordIndex.Score of(WordIndex.Scores scores, String id) {
    return scores.of(GUIDE.sections().stream().map(Section::id).toList().indexOf(id));
  }

  @Test
  @DisplayName("words in quotes are found in that order only")
  void phrase() {
    assertThat(search("slow query")).contains("step-2");
    assertThat(search("\"query slow\"")).isEmpty();
    assertThat(search("\"slow query")).containsExactly("step-2");
  }

  @Test
  @DisplayName("of several words one is enough, and a word with + must be there")
  void must() {
    assertThat(search("degree salary"))
        .containsExactlyInAnyOrder("faq-without-degree", "salary-entry");
    assertThat(search("degree | salary")).hasSameElementsAs(search("degree salary"));
    assertThat(search("+degree +salary")).isEmpty();
    assertThat(search("+zorblax degree")).isEmpty();
  }

  @Test
  @DisplayName("a word, phrase or group with - must not be there")
  void mustNot() {
    assertThat(search("language")).contains("step-1");
    assertThat(search("language -java")).doesNotContain("step-1");
    assertThat(search("degree salary -portfolio")).containsExactly("salary-entry");
    assertThat(search("sql -\"slow query\"")).isEmpty();
    assertThat(search("degree salary sql -(portfolio tables)")).containsExactly("salary-entry");
  }

  @Test
  @DisplayName("with nothing but a - everything else is found")
  void onlyMustNot() {
    assertThat(search("-sql"))
        .hasSize(GUIDE.sections().size() - 1)
        .doesNotContain("step-2")
        .isSorted();
  }

  @Test
  @DisplayName("a sign inside a word is no operator")
  void signsInside() {
    assertThat(search("self-taught")).containsExactly("faq-without-degree");
    assertThat(search("on-call")).contains("topic-hours");
    assertThat(search("C#")).isEqualTo(search("c#")).containsExactly("step-1");
    assertThat(search("- +")).isEmpty();
  }

  @Test
  @DisplayName("plural, capitals and accents do not matter, a word in the title matters most")
  void words() {
    assertThat(search("CERTIFICATION")).isEqualTo(search("certifications")).isNotEmpty();
    assertThat(search("dégrées")).isEqualTo(search("degree")).isNotEmpty();
    assertThat(search("people").getFirst()).isEqualTo("step-3");
  }

  @Test
  @DisplayName("no more are found than asked for, the best of them")
  void most() {
    List<String> all = search("work data salary");
    assertThat(all).hasSizeGreaterThan(2);
    assertThat(INDEX.search("work data salary", 2)).isEqualTo(all.subList(0, 2));
    assertThat(INDEX.search("work data salary", 0)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.waymark.search.Nasty#texts")
  void noTextMakesTheSearchThrow(String query) {
    assertThat(search(query)).doesNotHaveDuplicates();
    assertThat(INDEX.scores(query).unseen()).isBetween(0.0, 1.0);
  }

  @Test
  @DisplayName("the section that holds the question's words best has all of its share")
  void scores() {
    WordIndex.Scores scores = INDEX.scores("slow queries and transactions");

    assertThat(of(scores, "step-2").words()).isOne();
    assertThat(of(scores, "step-2").coverage()).isOne();
    assertThat(of(scores, "step-1").words()).isLessThan(1);
    assertThat(scores.of(GUIDE.sections().size())).isEqualTo(WordIndex.Score.NONE);
    assertThat(scores.unseen()).isZero();
  }

  @Test
  @DisplayName("a rare word counts more than one of many sections")
  void coverage() {
    WordIndex.Scores scores = INDEX.scores("transaction work");
    double rare = of(scores, "step-2").coverage();
    double common = of(scores, "topic-hours").coverage();

    // By BM25 a section that holds the common word often comes before one that holds the rare one.
    assertThat(of(scores, "topic-hours").words()).isOne();
    assertThat(of(scores, "step-2").words()).isBetween(0.1, 0.99);
    assertThat(rare).isGreaterThan(common);
    assertThat(rare + common).isLessThanOrEqualTo(1 + 1e-9);
  }

  @Test
  @DisplayName("a typo is found by pieces of its letters")
  void grams() {
    WordIndex.Scores scores = INDEX.scores("transacshun");

    assertThat(of(scores, "step-2").grams()).isOne();
    assertThat(of(scores, "step-2").words()).isZero();
    assertThat(scores.unseen()).isOne();
  }

  @Test
  @DisplayName("a question finds what its synonyms stand for")
  void synonyms() {
    assertThat(of(INDEX.scores("postgresql"), "step-2").words()).isOne();
  }

  @Test
  @DisplayName(
      "an index is read from the cache, made anew when it is stale or damaged, the same each time")
  void kept(@TempDir Path cache) throws IOException {
    // given an index that was made once
    assertFinds(GUIDE, cache, true);
    Path file = onlyFile(cache);
    byte[] made = Files.readAllBytes(file);

    // when it is opened again, it is read and not written
    Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
    assertFinds(GUIDE, cache, true);
    assertThat(Files.getLastModifiedTime(file).toMillis()).isZero();

    // and a damaged one is mended
    for (int at : new int[] {0, 5, 20, made.length / 2, made.length - 1}) {
      byte[] bad = made.clone();
      bad[at] ^= 16;
      Files.write(file, bad);
      assertFinds(GUIDE, cache, true);
      assertThat(Files.readAllBytes(file)).hasSameSizeAs(made).isNotEqualTo(bad);
    }

    // and one of other texts is not taken for these
    Guide smaller = TinyGuide.of(GUIDE.sections().subList(2, 5));
    assertFinds(smaller, cache, false);
    assertFinds(GUIDE, cache, true);
  }

  private static void assertFinds(Guide guide, Path cache, boolean found) {
    try (var index = new WordIndex(guide, texts(guide), Optional.of(cache))) {
      assertThat(index.search("transaction", 9)).isEqualTo(found ? List.of("step-2") : List.of());
      if (found) {
        assertThat(index.scores("slow transacshun").grams())
            .isEqualTo(INDEX.scores("slow transacshun").grams());
      }
    }
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }
}
