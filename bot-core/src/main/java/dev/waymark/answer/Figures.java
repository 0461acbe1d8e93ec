package dev.waymark.answer;

import dev.waymark.guide.SalaryBand;
import dev.waymark.guide.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures in a question: amounts of money, years of experience, levels of a career. Meaning
 * alone cannot tell that "85k" lies within a band.
 *
 * @param pay whether it asks for money
 * @param amount a yearly amount that it names
 * @param years years of experience that it names
 * @param levels levels that it names
 */
record Figures(
    boolean pay, OptionalDouble amount, OptionalDouble years, List<Figures.Level> levels) {

  /** A level of a career, as salary bands and career stages name them. */
  enum Level {
    ENTRY(
        "entry|junior|jr|beginner|starter|starting|newbie|new grad|graduate|fresher|rookie|trainee|intern|first job|no experience|at the start|noob"),
    MID("mid|middle|intermediate|mid-level|midlevel|medior|regular"),
    SENIOR("senior|sr|veteran|veterans|seasoned"),
    LEAD(
        "lead|leads|team lead|manager|managers|management|team leader|tech lead|boss|(?:run|running|lead|leading|manage|managing) (?:a|the|my|your) team"),
    PRINCIPAL("principal|director|vp|vice president|chief|cto|staff|executive|head of"),
    TOP("the most|maximum|max|highest|ceiling|cap|top out|tops out|at the top|very top");

    private final Pattern words;

    Level(String words) {
      this.words = Pattern.compile("\\b(?:" + words + ")\\b");
    }
  }

  private static final Pattern PAY =
      Pattern.compile(
          "\\b(?:salary|salaries|pay|pays|paid|paying|paycheck|paychecks|earn|earns|earning|earnings|wage|wages|income|compensation|money|payout|bucks|dollars|usd|per year|a year|make|makes|making|worth|remuneration|raise|six figures|band|bands|cap|ceiling|tops? out|take home|bring home)\\b|\\$|€|£");
  // "make" and "worth" ask for money only beside "how much", a level or an amount.
  private static final Pattern WEAK_PAY =
      Pattern.compile("(?:make|makes|making|worth|a year|raise|cap|ceiling|tops? out|band|bands)");
  private static final Pattern HOW_MUCH =
      Pattern.compile(
          "\\bhow much\\b(?! (?:time|math|maths|coding|code|theory|experience|of it|of this|do i need|should i))|\\bwhat (?:do|does|can|could|would|will|should) (?:\\w+ ){1,4}(?:make|makes|get|earn|expect to make)\\b(?! (?:of|it|sure|better|into|from|a job|hired))|\\bhow much do\\b.*\\bget\\b");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "[$€£]?\\s?(\\d{1,3}(?:[,.]\\d{3})+|\\d{2,7})(?:\\.\\d+)?\\s?(k|thousand|grand)?\\b");
  private static final Pattern YEARS =
      Pattern.compile(
          "\\b(\\d{1,2})\\s?\\+?\\s*(?:-\\s*\\d{1,2}\\s*)?(?:years?|yrs?|yoe|y\\.?o\\.?e)\\b(?! old)");
  private static final Pattern YEARS_IN_WORDS =
      Pattern.compile(
          "\\b(?:(one|two|three|four|five|six|seven|eight|nine|ten) years?|a decade)\\b");
  private static final List<String> NUMBERS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  /** Whether it asks for money, or names any figure. */
  boolean any() {
    return pay || amount.isPresent() || years.isPresent() || !levels.isEmpty();
  }

  static Figures in(String question) {
    String text = question.toLowerCase(Locale.ROOT);
    List<Level> levels = levels(text);
    OptionalDouble amount = amount(text);
    OptionalDouble years = years(text);
    Matcher pay = PAY.matcher(text);
    boolean strong = HOW_MUCH.matcher(text).find();
    boolean weak = false;
    while (pay.find()) {
      if (WEAK_PAY.matcher(pay.group()).matches()) {
        weak = true;
      } else {
        strong = true;
      }
    }
    boolean asks =
        strong || (weak && (amount.isPresent() || years.isPresent() || !levels.isEmpty()));
    return new Figures(asks, amount, years, levels);
  }

  /**
   * The levels that are named; "the most" means the highest one unless another is named: "the most
   * a junior gets".
   */
  private static List<Level> levels(String text) {
    List<Level> named =
        Arrays.stream(Level.values())
            .filter(l -> l != Level.TOP && l.words.matcher(text).find())
            .toList();
    return named.isEmpty() && Level.TOP.words.matcher(text).find()
        ? List.of(Level.PRINCIPAL)
        : named;
  }

  private static OptionalDouble amount(String text) {
    Matcher m = AMOUNT.matcher(text);
    while (m.find()) {
      double value = Double.parseDouble(m.group(1).replaceAll("[,.]", ""));
      boolean thousands = m.group(2) != null;
      if (thousands) {
        value *= 1_000;
      }
      if (value >= 10_000 && value < 10_000_000) {
        return OptionalDouble.of(value);
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble years(String text) {
    Matcher m = YEARS.matcher(text);
    if (m.find()) {
      return OptionalDouble.of(Double.parseDouble(m.group(1)));
    }
    Matcher words = YEARS_IN_WORDS.matcher(text);
    if (!words.find()) {
      return OptionalDouble.empty();
    }
    String number = words.group(1);
    return OptionalDouble.of(number == null ? 10 : NUMBERS.indexOf(number) + 1);
  }

  /** Whether it asks for money and the section tells of it. */
  boolean asksPayOf(Section section) {
    return section.kind() == Section.Kind.SALARY && (pay || amount.isPresent());
  }

  /**
   * How well a section's figures fit: 1 when the level, the years or the amount that the question
   * names are the section's, less the farther an amount is from the middle of its band, 0
   * otherwise.
   */
  double fit(Section section) {
    if (!asksPayOf(section)) {
      return 0;
    }
    Optional<Level> level = levelOf(section);
    if (!levels.isEmpty()) {
      return level.filter(levels::contains).isPresent() ? 1 : 0;
    }
    if (section.details() instanceof SalaryBand band) {
      if (years.isPresent()) {
        return fitsYears(band) ? 1 : 0;
      }
      if (amount.isPresent()) {
        return fitsAmount(band);
      }
    }
    return 0;
  }

  private boolean fitsYears(SalaryBand band) {
    double y = years.getAsDouble();
    return band.fromYears().isPresent()
        && y >= band.fromYears().getAsInt()
        && (band.toYears().isEmpty() || y < band.toYears().getAsInt());
  }

  /** Nearer to 1 the nearer the amount is to the middle of the band. */
  private double fitsAmount(SalaryBand band) {
    double a = amount.getAsDouble();
    if (a < band.low() || a > band.high()) {
      return 0;
    }
    double middle = (band.low() + band.high()) / 2.0;
    double half = Math.max(1, (band.high() - band.low()) / 2.0);
    return 1 - 0.3 * Math.abs(a - middle) / half;
  }

  /**
   * The level that a salary band or a career stage stands for, told by its id or else its title.
   */
  static Optional<Level> levelOf(Section section) {
    String text = (section.id().replace('-', ' ') + " " + section.title()).toLowerCase(Locale.ROOT);
    // The highest one wins: "Lead Developer / Manager" is a lead, "Principal / Director" a
    // principal.
    return Arrays.stream(Level.values())
        .filter(l -> l != Level.TOP && l.words.matcher(text).find())
        .reduce((a, b) -> section.id().endsWith(a.name().toLowerCase(Locale.ROOT)) ? a : b);
  }
}
