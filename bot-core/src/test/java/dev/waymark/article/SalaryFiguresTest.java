package dev.waymark.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalaryFiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Average pay: $60,000 – $90,000 per year       | 60000 | 90000 | false | USD | year
          $140,000 – $210,000+ per year                 | 140000| 210000| true  | USD | year
          £30k-£45k                                     | 30000 | 45000 | false | GBP | year
          60.000 € to 90.000 €                          | 60000 | 90000 | false | EUR | year
          60 000 € – 90 000 €                           | 60000 | 90000 | false | EUR | year
          USD 60,000 - 90,000 annually                  | 60000 | 90000 | false | USD | year
          60,000 to 90,000 dollars a year               | 60000 | 90000 | false | USD | year
          $60-90k                                       | 60000 | 90000 | false | USD | year
          60–90k EUR                                    | 60000 | 90000 | false | EUR | year
          $60K/year to $90K/year                        | 60000 | 90000 | false | USD | year
          between $1.5k and $2,100.50 a month           | 1500  | 2101  | false | USD | month
          from €2.400 to €3.100 per month               | 2400  | 3100  | false | EUR | month
          $18.25 – $25 per hour ($38,000 a year)        | 18    | 25    | false | USD | hour
          Hourly wage: £11 - £14                        | 11    | 14    | false | GBP | hour
          $17 to $22                                    | 17    | 22    | false | USD | hour
          CHF 70'000 – 95'000                           | 70000 | 95000 | false | CHF | year
          about $55,000                                 | 55000 | 55000 | false | USD | year
          over $120,000 a year                          | 120000| 120000| true  | USD | year
          US$95,000+                                    | 95000 | 95000 | true  | USD | year
          2 to 5 years, $50,000 to $60,000 or more      | 50000 | 60000 | true  | USD | year
          $90,000 – $60,000                             | 60000 | 90000 | false | USD | year
          """)
  void writings(String text, int low, int high, boolean open, String currency, String period) {
    assertThat(SalaryFigures.read(text, ""))
        .contains(new SalaryFigures(low, high, open, currency, period));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0-2 years of experience",
        "a 40-hour week",
        "Salary on request",
        "$",
        "60,000 to 90,000",
        "$99,999,999,999,999"
      })
  void noFigures(String text) {
    assertThat(SalaryFigures.read(text, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          40,000 – 50,000 | Salary (USD)       | 40000 | USD | year
          2,900 – 3,300   | Monthly pay in €   | 2900  | EUR | month
          """)
  void theColumnTellsTheCurrency(
      String text, String column, int low, String currency, String period) {
    SalaryFigures figures = SalaryFigures.read(text, column).orElseThrow();

    assertThat(figures.low()).isEqualTo(low);
    assertThat(figures.currency()).isEqualTo(currency);
    assertThat(figures.period()).isEqualTo(period);
    assertThat(SalaryFigures.read("0-2 years", column)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          typically have 0-2 years of experience  | 0 | 2
          possess 2–5 years                       | 2 | 5
          five to eight years                     | 5 | 8
          5+ years                                | 5 |
          more than 6 years                       | 6 |
          at least three years                    | 3 |
          10 years or more                        | 10 |
          up to 2 years                           | 0 | 2
          less than one year                      | 0 | 1
          substantial experience                  |   |
          a 40-hour week                          |   |
          """)
  void years(String text, Integer from, Integer to) {
    SalaryFigures.Years years = SalaryFigures.years(text);

    assertThat(years.from().isPresent() ? years.from().getAsInt() : null).isEqualTo(from);
    assertThat(years.to().isPresent() ? years.to().getAsInt() : null).isEqualTo(to);
  }
}
