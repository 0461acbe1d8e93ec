package dev.waymark.article;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a salary band as articles write them.
 *
 * @param low lower end
 * @param high upper end; the same as {@code low} when only one figure is given
 * @param openEnded whether a plus sign follows
 * @param currency ISO code
 * @param period year, month or hour
 */
record SalaryFigures(int low, int high, boolean openEnded, String currency, String period) {

  /** The years of experience that a band asks for. */
  record Years(OptionalInt from, OptionalInt to) {
    static final Years UNKNOWN = new Years(OptionalInt.empty(), OptionalInt.empty());
  }

  private static final Map<String, String> SIGNS =
      Map.of(
          "$", "USD", "us$", "USD", "£", "GBP", "€", "EUR", "c$", "CAD", "ca$", "CAD", "a$", "AUD",
          "au$", "AUD", "₹", "INR");
  private static final String CURRENCY =
      "(?:(?:us|ca|au|c|a)?\\$|[£€₹]|\\b(?:usd|gbp|eur|chf|cad|aud|nzd|sek|nok|dkk|pln|inr|sgd"
          + "|zar)\\b"
          + "|\\b(?:us )?dollars\\b|\\beuros?\\b|\\bpounds\\b)";
  private static final String NUMBER =
      "(\\d{1,3}(?:[.,'’ ]\\d{2,3})+(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?)(?!\\d)";
  private static final String AMOUNT =
      "(" + CURRENCY + ")?\\s?" + NUMBER + "\\s?(k\\b|thousand\\b)?\\s?(" + CURRENCY + ")?";
  private static final String PER =
      "(?:\\s?(?:/|per |an? )\\s?(?:year|yr|annum|hour|hr|month|mo)\\b)?";
  private static final Pattern RANGE =
      Pattern.compile(
          AMOUNT
              + PER
              + "\\s*(?:-|–|—|−|~|\\bto\\b|\\band\\b|\\bup to\\b)\\s*(?:over )?"
              + AMOUNT
              + "\\s?(\\+|or more\\b|and (?:above|up|more)\\b)?");
  private static final Pattern SINGLE =
      Pattern.compile(AMOUNT + "\\s?(\\+|or more\\b|and (?:above|up|more)\\b|plus\\b)?");
  private static final Pattern OPEN =
      Pattern.compile("\\b(?:over|above|from|more than|at least)\\s*$");
  private static final Pattern CODE = Pattern.compile(CURRENCY);

  private static final Pattern YEARS_RANGE =
      Pattern.compile(
          "\\b(\\d{1,2})\\s*(?:-|–|—|\\bto\\b)\\s*(\\d{1,2})\\s*\\+?\\s*(?:years?|yrs?)\\b");
  private static final Pattern YEARS_OPEN =
      Pattern.compile(
          "\\b(\\d{1,2})\\s*(?:\\+\\s*(?:years?|yrs?)\\b|(?:years?|yrs?)\\s+(?:or more"
              + "|and (?:more|above|up)|plus)\\b)"
              + "|\\b(?:over|more than|at least|minimum of"
              + "|beyond)\\s+(\\d{1,2})\\s*\\+?\\s*(?:years?|yrs?)\\b");
  private static final Pattern YEARS_UP_TO =
      Pattern.compile(
          "\\b(?:up to|less than|under|fewer than|below|within)\\s+(\\d{1,2})\\s*(?:years?"
              + "|yrs?)\\b|<\\s*(\\d{1,2})\\s*(?:years?|yrs?)\\b");
  private static final String[] NUMBERS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
  };
  // What nobody earns in a year, and nobody in a month.
  private static final int HOURLY_BELOW = 300;
  private static final int LEAST_WITHOUT_SIGN = 1000;
  // Figures that come later than this belong to no band.
  private static final int LONGEST = 20_000;

  /**
   * Reads the first figures of a text.
   *
   * @param text where they stand
   * @param around what tells currency and period when the text does not, such as a column's name
   */
  static Optional<SalaryFigures> read(String text, String around) {
    String plain = lower(text);
    String context = lower(around);
    Matcher range = RANGE.matcher(plain);
    while (range.find()) {
      Optional<String> sign = code(range.group(1), range.group(4), range.group(5), range.group(8));
      Optional<SalaryFigures> figures =
          figures(
              new Amount(range.group(2), range.group(3)),
              new Amount(range.group(6), range.group(7)),
              range.group(9) != null,
              sign.or(() -> codeIn(context)),
              period(plain, range.end(), context));
      if (figures.filter(f -> sign.isPresent() || f.isMoney()).isPresent()) {
        return figures;
      }
    }
    Matcher single = SINGLE.matcher(plain);
    while (single.find()) {
      Optional<String> sign = code(single.group(1), single.group(4));
      var amount = new Amount(single.group(2), single.group(3));
      boolean open =
          single.group(5) != null || OPEN.matcher(plain.substring(0, single.start())).find();
      Optional<SalaryFigures> figures =
          figures(
              amount,
              amount,
              open,
              sign.or(() -> codeIn(context)),
              period(plain, single.end(), context));
      if (figures.filter(f -> sign.isPresent() || f.isMoney()).isPresent()) {
        return figures;
      }
    }
    return Optional.empty();
  }

  // Numbers without a sign of their own may be years of experience.
  private boolean isMoney() {
    return high >= LEAST_WITHOUT_SIGN;
  }

  /** Whether a text holds an amount of money. */
  static boolean isIn(String text) {
    return read(text, "").isPresent();
  }

  private static String lower(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
  }

  /** A number as written. */
  private record Amount(String digits, @Nullable String thousands) {

    // "60,000", "60.000", "60 000" and "60'000" are thousands, "18.50" is not.
    private double value() {
      String number = digits;
      int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
      boolean decimals = last >= 0 && number.length() - last - 1 <= 2;
      String whole = (decimals ? number.substring(0, last) : number).replaceAll("\\D", "");
      double value = Double.parseDouble(whole + (decimals ? "." + number.substring(last + 1) : ""));
      return thousands == null ? value : value * 1000;
    }
  }

  private static Optional<SalaryFigures> figures(
      Amount first, Amount second, boolean open, Optional<String> currency, String period) {
    if (currency.isEmpty()) {
      return Optional.empty();
    }
    double low = first.value();
    double high = second.value();
    // "60-90k"
    if (low < 1000 && high >= 10_000 && first.thousands() == null) {
      low *= 1000;
    }
    if (Math.max(low, high) > Integer.MAX_VALUE || Math.max(low, high) < 1) {
      return Optional.empty();
    }
    int from = (int) Math.round(Math.min(low, high));
    int to = (int) Math.round(Math.max(low, high));
    String paidPer = period.isEmpty() ? to < HOURLY_BELOW ? "hour" : "year" : period;
    return Optional.of(new SalaryFigures(from, to, open, currency.get(), paidPer));
  }

  private static Optional<String> codeIn(String context) {
    Matcher code = CODE.matcher(context);
    return code.find() ? Optional.of(iso(code.group())) : Optional.empty();
  }

  private static Optional<String> code(@Nullable String... signs) {
    for (String sign : signs) {
      if (sign != null) {
        return Optional.of(iso(sign));
      }
    }
    return Optional.empty();
  }

  private static String iso(String sign) {
    if (sign.contains("dollar")) {
      return "USD";
    }
    if (sign.startsWith("euro")) {
      return "EUR";
    }
    return sign.equals("pounds") ? "GBP" : SIGNS.getOrDefault(sign, sign.toUpperCase(Locale.ROOT));
  }

  // The words right behind the figures tell the period, else those anywhere near.
  private static String period(String text, int end, String context) {
    String behind = text.substring(end, Math.min(text.length(), end + 25));
    for (String place : new String[] {behind, text, context}) {
      if (place.matches("(?s).*(?:\\bhourly\\b|(?:/|per |an )\\s?(?:hour|hr)\\b).*")) {
        return "hour";
      }
      if (place.matches("(?s).*(?:\\bmonthly\\b|(?:/|per |a )\\s?(?:month|mo)\\b).*")) {
        return "month";
      }
      if (place.matches(
          "(?s).*(?:\\bannual(?:ly)?\\b|\\byearly\\b|\\bp\\.?a\\b|(?:/|per |a )\\s?(?:year|yr"
              + "|annum)\\b).*")) {
        return "year";
      }
    }
    return "";
  }

  /** Reads the years of experience a text asks for. */
  static Years years(String text) {
    String plain = lower(text);
    for (int i = 0; i < NUMBERS.length; i++) {
      plain = plain.replaceAll("\\b" + NUMBERS[i] + "\\b", String.valueOf(i));
    }
    Matcher range = YEARS_RANGE.matcher(plain);
    if (range.find()) {
      return years(range.group(1), range.group(2));
    }
    Matcher upTo = YEARS_UP_TO.matcher(plain);
    if (upTo.find()) {
      return years("0", upTo.group(1) == null ? upTo.group(2) : upTo.group(1));
    }
    Matcher open = YEARS_OPEN.matcher(plain);
    if (open.find()) {
      String from = open.group(1) == null ? open.group(2) : open.group(1);
      return new Years(OptionalInt.of(Integer.parseInt(from)), OptionalInt.empty());
    }
    return Years.UNKNOWN;
  }

  private static Years years(String from, String to) {
    int least = Integer.parseInt(from);
    int most = Integer.parseInt(to);
    return new Years(OptionalInt.of(Math.min(least, most)), OptionalInt.of(Math.max(least, most)));
  }
}
