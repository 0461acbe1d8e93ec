package dev.waymark.picture;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/**
 * How sums of a currency are written: short, and never rounded.
 *
 * @param sign what stands before a figure
 */
record Money(String sign) {

  private static final int THOUSAND = 1_000;
  private static final int MILLION = 1_000_000;

  /** By its sign when it has one in English ({@code $}, {@code A$}), otherwise by its code. */
  static Money of(String code) {
    String sign = sign(code);
    boolean letters = !sign.isEmpty() && Character.isLetter(sign.codePointBefore(sign.length()));
    return new Money(letters ? sign + " " : sign);
  }

  private static String sign(String code) {
    try {
      return Currency.getInstance(code).getSymbol(Locale.US);
    } catch (IllegalArgumentException noSuchCurrency) {
      // A guide may have a code of its own.
      String letters = code.replaceAll("[^A-Za-z0-9]", "");
      return letters.substring(0, Math.min(letters.length(), 8));
    }
  }

  /** {@code $60k}, {@code $62.5k}, {@code $4,200}, {@code $1.2M}. */
  String amount(int units) {
    return sign + figure(units);
  }

  private static String figure(int units) {
    if (units >= MILLION && units % (MILLION / 100) == 0) {
      return in(MILLION, units) + "M";
    }
    if (units >= 10 * THOUSAND && units % (THOUSAND / 100) == 0) {
      return in(THOUSAND, units) + "k";
    }
    return String.format(Locale.ROOT, "%,d", units);
  }

  private static String in(int unit, int units) {
    BigDecimal exact = BigDecimal.valueOf(units).divide(BigDecimal.valueOf(unit));
    return exact.stripTrailingZeros().toPlainString();
  }
}
