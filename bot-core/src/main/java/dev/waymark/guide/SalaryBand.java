package dev.waymark.guide;

import java.util.OptionalInt;

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
    implements Section.Details {}
