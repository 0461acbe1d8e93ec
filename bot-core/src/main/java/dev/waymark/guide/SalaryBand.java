package dev.waymark.guide;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of a salary section.
 *
 * @param low lower end of the band, in whole units of the currency
 * @param high upper end of the band
 * @param openEnded whether the source writes the upper end with a plus sign
 * @param currency ISO 4217 code, such as {@code USD}
 * @param period what the figures are paid for: {@code year}, {@code month}, {@code hour}
 * @param fromYears least experience in years, when the guide says
 * @param toYears most experience in years, when the guide says and the range is closed
 * @param region where it holds
 * @param source who published it
 * @param asOf when it was published, in words
 */
public record SalaryBand(
    int low,
    int high,
    boolean openEnded,
    String currency,
    String period,
    OptionalInt fromYears,
    OptionalInt toYears,
    String region,
    String source,
    String asOf)
    implements Section.Details {

  /**
   * An amount with the sign of its currency, such as {@code $60,000}; without one where the sign is
   * ambiguous.
   */
  public String amount(int amount) {
    String sign =
        switch (currency) {
          case "USD" -> "$";
          case "EUR" -> "€";
          case "GBP" -> "£";
          default -> "";
        };
    return sign + String.format(Locale.ROOT, "%,d", amount);
  }

  /** The band, such as {@code $60,000 – $90,000+ a year}. */
  public String range() {
    return amount(low)
        + " – "
        + amount(high)
        + (openEnded ? "+" : "")
        + (period.isEmpty() ? "" : " a " + period);
  }

  /**
   * The years it is paid for, such as {@code 0–2 years of experience}; empty when the guide does
   * not say.
   */
  public String experience() {
    if (fromYears.isEmpty()) {
      return "";
    }
    String to = toYears.isPresent() ? "–" + toYears.getAsInt() : "+";
    return fromYears.getAsInt() + to + " years of experience";
  }

  /** Currency, source and date, as far as the guide says: {@code USD, source guide, 2026}. */
  public String origin() {
    return Stream.of(currency, asOf.contains(source) ? "" : source, asOf)
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
