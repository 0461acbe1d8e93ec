package dev.waymark.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.waymark.guide.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedGuideTest {

  @TempDir Path folder;

  private void write(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name), yaml);
  }

  @Test
  @DisplayName("a file holds what a guide is asked by, what is asked, and what it does not answer")
  void read() throws Exception {
    write(
        "library.yaml",
        """
        title: City library
        sections:
          - title: Lost card
            asks: ["someone took my card"]
            questions: ["cant find my card", "card gone"]
          - title: e-books
            asks: [~]
        nowhere: ["who won?", ~]
        """);
    write("notes.txt", "no guide");

    List<AskedGuide> guides = AskedGuide.readAll(folder);

    assertThat(guides).hasSize(1);
    AskedGuide library = guides.getFirst();
    assertThat(library.guide().info().title()).isEqualTo("City library");
    assertThat(library.guide().refusals()).isEmpty();
    assertThat(library.guide().sections())
        .extracting(Section::id, Section::title, Section::asks)
        .containsExactly(
            tuple("lost-card", "Lost card", List.of("someone took my card")),
            tuple("e-books", "e-books", List.of()));
    assertThat(library.questions())
        .extracting(q -> q.id() + " " + q.question().text() + " " + q.gold())
        .containsExactly(
            "tuning-library-0 cant find my card [lost-card]",
            "tuning-library-1 card gone [lost-card]",
            "tuning-library-2 who won? []");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: a | bad.yaml:1: is no list | no content",
        "title: a\\nsections: [{title: e-books}, {title: e books}] | two sections of title \"e books\" | same id",
        "title: a\\nsections: [~, {asks: [b]}] | section without a \"title\" | empty section",
        "sections: [{title: a}] | needs a \"title\" | title",
        "title: a | needs a \"title\" and \"sections\" | sections",
        "title: a\\nsections: [{asks: [b]}] | section without a \"title\" | title of a section",
        "title: a\\nsections:\\n  - titel: b | bad.yaml:3: | unknown key",
        "title: [a | bad.yaml:1: | broken",
      })
  @DisplayName("a file that cannot be used is named, with the line or with what it needs")
  void faults(String yaml, String says, String why) throws IOException {
    write("bad.yaml", why.equals("no content") ? "" : yaml.replace("\\n", "\n"));

    assertThatThrownBy(() -> AskedGuide.readAll(folder))
        .as(why)
        .isInstanceOf(QuestionsFile.BadQuestions.class)
        .hasMessageContaining(folder.resolve("bad.yaml").toString())
        .hasMessageContaining(says);
  }

  @Test
  @DisplayName("a folder that is missing or holds none is named")
  void noGuides() {
    assertThatThrownBy(() -> AskedGuide.readAll(folder)).hasMessageContaining("holds no .yaml");
    assertThatThrownBy(() -> AskedGuide.readAll(folder.resolve("missing")))
        .hasMessageContaining("missing: cannot be read");
  }

  @Test
  @DisplayName("what the shipped weights are learned from is asked otherwise than the guides are")
  void shipped() throws Exception {
    List<AskedGuide> guides = AskedGuide.readAll(Path.of("src/tuning"));

    assertThat(guides).hasSizeGreaterThanOrEqualTo(5);
    for (AskedGuide guide : guides) {
      Map<String, String> asks = new HashMap<>();
      for (Section section : guide.guide().sections()) {
        for (String ask : section.asks()) {
          String other = asks.putIfAbsent(ask.toLowerCase(Locale.ROOT), section.id());
          assertThat(other).as("%s: %s", guide.guide().info().id(), ask).isNull();
        }
      }
      Set<String> questions = new HashSet<>();
      for (JudgedQuestion question : guide.questions()) {
        String text = question.question().text().toLowerCase(Locale.ROOT);
        assertThat(asks.containsKey(text)).as("%s is an ask: %s", question.id(), text).isFalse();
        assertThat(questions.add(text)).as("%s twice: %s", question.id(), text).isTrue();
      }
      assertThat(guide.questions()).filteredOn(q -> !q.answerable()).hasSizeGreaterThan(80);
    }
  }
}
