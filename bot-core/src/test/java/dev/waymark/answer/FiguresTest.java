package dev.waymark.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.SalaryBand;
import dev.waymark.guide.Section;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

  private static final List<Section> BANDS =
      List.of(
          band("salary-entry", "Entry-level", 60_000, 90_000, OptionalInt.of(0), OptionalInt.of(2)),
          band("salary-mid", "Mid-level", 90_000, 130_000, OptionalInt.of(2), OptionalInt.of(5)),
          band("salary-senior", "Senior", 120_000, 170_000, OptionalInt.of(5), OptionalInt.empty()),
          band(
              "salary-lead",
              "Lead / Manager",
              140_000,
              210_000,
              OptionalInt.empty(),
              OptionalInt.empty()),
          band(
              "salary-principal",
              "Principal / Director / VP",
              170_000,
              280_000,
              OptionalInt.empty(),
              OptionalInt.empty()));

  private static Section band(
      String id, String title, int low, int high, OptionalInt from, OptionalInt to) {
    return new Section(
        id,
        Section.Kind.SALARY,
        title,
        "",
        List.of(),
        List.of(),
        "A band.",
        new SalaryBand(low, high, false, "USD", "year", from, to, "", "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how much does a junior make | salary-entry",
        "what's the cap for a beginner | salary-entry",
        "i have 3 years of experience, what should i be paid | salary-mid",
        "got 7 years of experience, what is my worth | salary-senior",
        "salary of a team lead | salary-lead",
        "what is the most anyone can earn | salary-principal",
        "is $65,000 a fair salary | salary-entry",
        "who gets paid around 250k | salary-principal",
        "what does a director get | salary-principal",
      })
  void theBandThatIsMeantFitsBest(String question, String expected) {
    Figures figures = Figures.in(question);

    assertThat(BANDS.stream().max(Comparator.comparingDouble(figures::fit)).map(Section::id))
        .contains(expected);
    assertThat(BANDS.stream().filter(s -> s.id().equals(expected)).findFirst().map(figures::fit))
        .hasValueSatisfying(fit -> assertThat(fit).isPositive());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how do i become a senior",
        "how much time do i need",
        "does it make sense to learn java",
        "is it worth it",
        "top 10 languages in 2025"
      })
  void aQuestionThatIsNotAboutMoneyFitsNoBand(String question) {
    Figures figures = Figures.in(question);

    assertThat(BANDS).allSatisfy(band -> assertThat(figures.fit(band)).isZero());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i have three years behind me | 3",
        "ten years, not a decade and two years | 10",
        "after a decade, or was it two years | 10",
        "5 yoe | 5",
        "i am 45 years old |",
      })
  void theFirstYearsThatAreNamedCount(String question, Double years) {
    Figures figures = Figures.in(question);

    assertThat(figures.years().isPresent() ? figures.years().getAsDouble() : null).isEqualTo(years);
  }
}
