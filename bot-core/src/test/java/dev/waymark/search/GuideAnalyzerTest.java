package dev.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideAnalyzerTest {

  private static final GuideAnalyzer ANALYZER =
      new GuideAnalyzer(
          List.of("backend", "developer"), List.of("postgres, postgresql", "k8s => kubernetes"));

  private static List<String> words(String text) {
    return GuideAnalyzer.terms(ANALYZER.words(), text);
  }

  private static List<String> asked(String text) {
    return GuideAnalyzer.terms(ANALYZER.questionWords(), text);
  }

  @ParameterizedTest(name = "{0} meets {1}")
  @CsvSource({
    "certification, certifications",
    "database, Databases",
    "salary, salaries",
    "learn, learning",
    "team, team's",
    "cafe, Café",
    "node.js, Node.js",
    "NODE.JS, nodejs",
    "CI/CD, ci cd",
    "tcp/ip, TCP/IP",
    "C++, c++",
    ".NET, .net"
  })
  void formsOfOneWordMeet(String one, String other) {
    assertThat(words(one)).isNotEmpty().isEqualTo(words(other));
    assertThat(asked(one)).isEqualTo(words(one));
  }

  @Test
  @DisplayName("C, C++ and C# are three languages")
  void languages() {
    assertThat(List.of(words("C"), words("C++"), words("C#")))
        .doesNotHaveDuplicates()
        .allSatisfy(terms -> assertThat(terms).hasSize(1));
    assertThat(words("C++, C# or C?"))
        .hasSize(3)
        .startsWith(words("c++").getFirst(), words("c#").getFirst());
  }

  @Test
  @DisplayName("words of the guide's own title and of every sentence are left out")
  void stopWords() {
    assertThat(words("How do I become a backend developer?")).isEqualTo(words("become"));
    assertThat(asked("the Backend and its Developers")).isEqualTo(asked("its developers"));
    assertThat(words("what should I do about it")).isEmpty();
  }

  @Test
  @DisplayName("questions are widened by synonyms, sections are not")
  void synonyms() {
    assertThat(asked("postgres")).containsExactlyInAnyOrderElementsOf(asked("postgresql"));
    assertThat(asked("postgres")).hasSize(2);
    assertThat(words("postgres")).hasSize(1);
    assertThat(asked("k8s")).isEqualTo(asked("kubernetes"));
    assertThat(asked("kubernetes")).isEqualTo(words("kubernetes"));
  }

  @Test
  @DisplayName("a broken synonym rule is survived, and the others count")
  void brokenRules() {
    var analyzer =
        new GuideAnalyzer(
            List.of(),
            List.of("a => b => c", "=>", "=> x", "!!, ??", "", "js, javascript", "x =>", ","));

    assertThat(GuideAnalyzer.terms(analyzer.questionWords(), "js"))
        .containsExactlyInAnyOrder("js", "javascript");
  }

  @Test
  @DisplayName("nothing but broken rules is as good as none")
  void onlyBrokenRules() {
    var analyzer = new GuideAnalyzer(List.of(), List.of("a => b => c", "!!, ??"));

    assertThat(GuideAnalyzer.terms(analyzer.questionWords(), "learn sql"))
        .isEqualTo(GuideAnalyzer.terms(analyzer.words(), "learn sql"));
  }

  @Test
  @DisplayName("pieces of letters survive a typo")
  void grams() {
    List<String> typed = GuideAnalyzer.terms(ANALYZER.grams(), "certifcations");

    assertThat(GuideAnalyzer.terms(ANALYZER.grams(), "certifications"))
        .contains("cert", "tion")
        .containsAnyElementsOf(typed);
    assertThat(GuideAnalyzer.terms(ANALYZER.grams(), "c")).containsExactly("c");
  }

  @Test
  @DisplayName("the stems of titles keep every word")
  void stems() {
    assertThat(GuideAnalyzer.terms(GuideAnalyzer.stems(), "Networking with the Café's people"))
        .containsExactly("network", "with", "the", "cafe'", "peopl");
  }
}
