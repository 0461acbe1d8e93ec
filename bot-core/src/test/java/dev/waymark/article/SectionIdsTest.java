package dev.waymark.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionIdsTest {

  private final SectionIds ids = new SectionIds(List.of("florist", "florists"));

  @ParameterizedTest
  @CsvSource({
    "Server Care,role-server-care",
    "C++ & C#,role-c-plus-plus-and-c-sharp",
    "Café “Größe”,role-cafe-grosse",
    "Driver’s Hours,role-drivers-hours",
    "Цветы,role-unnamed"
  })
  void slugs(String title, String id) {
    assertThat(ids.of("role-", title)).isEqualTo(id);
  }

  @Test
  void doublesAreNumbered() {
    assertThat(ids.of("skill-", "Care")).isEqualTo("skill-care");
    assertThat(ids.of("skill-", "Care")).isEqualTo("skill-care-2");
    assertThat(ids.of("skill-", "care!")).isEqualTo("skill-care-3");
  }

  @Test
  void longTitlesAreCutAtAWord() {
    assertThat(SectionIds.slug("flower ".repeat(30)))
        .hasSizeLessThanOrEqualTo(60)
        .endsWith("flower");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What qualifications do I need to become a florist?      | faq-qualifications
          What education is required?                             | faq-qualifications
          Do florists need a degree?                              | faq-qualifications
          Can I become a florist without a degree?                | faq-without-degree
          Can you be a florist without going to college?          | faq-without-degree
          How long does it take to become a florist?              | faq-how-long
          How many years of training does it take?                | faq-how-long
          Is being a florist stressful?                           | faq-stressful
          What are the future prospects for florists?             | faq-future
          Is there a demand for florists?                         | faq-future
          What is the job outlook?                                | faq-future
          Will I work on Valentine’s Day?                         | faq-work-valentines-day
          Which flowers should a florist never keep near apples, bananas, pears or plums? | faq-flowers-never-keep-near-apples
          Why a florist?                                          | faq-question
          """)
  void questions(String question, String id) {
    assertThat(ids.question(question)).isEqualTo(id);
  }

  @Test
  void fiveStagesGoByTheirPlaces() {
    assertThat(ids.paths(List.of("The Bud", "The Leaf", "The Stem", "The Bloom", "The Fruit")))
        .containsExactly(
            "path-junior", "path-developer", "path-senior", "path-lead", "path-director");
  }

  @Test
  void fewerStagesGoByTheirWords() {
    assertThat(ids.paths(List.of("Trainee Florist", "Florist", "Head Florist")))
        .containsExactly("path-junior", "path-developer", "path-lead");
    assertThat(
            new SectionIds(List.of())
                .paths(List.of("The Top: VP of Flowers", "Start: Jr. Florist")))
        .containsExactly("path-director", "path-junior");
  }

  @Test
  void moreStagesGetIdsOfTheirWords() {
    assertThat(
            ids.paths(
                List.of(
                    "Intern",
                    "Junior Florist",
                    "Florist",
                    "Senior Florist",
                    "Lead Florist",
                    "Director of Flowers")))
        .containsExactly(
            "path-junior",
            "path-junior-florist",
            "path-developer",
            "path-senior",
            "path-lead",
            "path-director");
  }

  @Test
  void wordsThatSayOtherwiseCountMoreThanPlaces() {
    assertThat(
            ids.paths(List.of("Intern", "Junior Florist", "Florist", "Senior Florist", "Manager")))
        .containsExactly(
            "path-junior", "path-junior-florist", "path-developer", "path-senior", "path-lead");
  }

  @Test
  void aRoleThatIsALevelItself() {
    var manager = new SectionIds(List.of("store", "manager", "managers"));

    assertThat(
            manager.paths(List.of("Assistant Store Manager", "Store Manager", "Regional Director")))
        .containsExactly("path-junior", "path-developer", "path-director");
  }

  @Test
  void salaries() {
    assertThat(
            ids.salaries(
                List.of(
                    "Entry-Level Florist",
                    "Mid-Level",
                    "Senior",
                    "Lead / Manager",
                    "Principal / VP")))
        .containsExactly(
            "salary-entry", "salary-mid", "salary-senior", "salary-lead", "salary-principal");
    assertThat(new SectionIds(List.of("florist")).salaries(List.of("Junior florist", "Florist")))
        .containsExactly("salary-entry", "salary-mid");
  }
}
