package dev.waymark.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USD |         0 | $0",
        "USD |        25 | $25",
        "USD |     4 200 | $4,200",
        "USD |     9 999 | $9,999",
        "USD |    60 000 | $60k",
        "USD |    62 500 | $62.5k",
        "USD |    62 750 | $62.75k",
        "USD |    62 755 | $62,755",
        "USD |   100 000 | $100k",
        "USD | 1 000 000 | $1M",
        "USD | 1 250 000 | $1.25M",
        "USD | 1 234 567 | $1,234,567",
        "EUR |    60 000 | €60k",
        "GBP |    60 000 | £60k",
        "INR | 1 200 000 | ₹1.2M",
        "AUD |    90 000 | A$90k",
        "CHF |    90 000 | CHF 90k",
        "ABC |    90 000 | ABC 90k",
        "b-!€ |   90 000 | b 90k",
        "$    |   90 000 | 90k",
      })
  void writesSumsShortAndNeverRounded(String code, String units, String written) {
    assertThat(Money.of(code).amount(Integer.parseInt(units.replace(" ", "")))).isEqualTo(written);
  }
}
