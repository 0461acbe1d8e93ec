package dev.waymark.guide;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what only steps and salaries have. A wrong value is reported and left out. Not thread-safe,
 * since its faults are not.
 */
final class SectionDetails {

  /** The order of a step that gives none: such steps come last. */
  static final int NO_ORDER = Integer.MAX_VALUE;

  private static final Set<String> STEP_KEYS =
      Set.of("order", "hours", "checklist", "done_when", "links");
  private static final Set<String> SALARY_KEYS =
      Set.of(
          "low", "high", "open_ended", "currency", "period", "years", "region", "source", "as_of");
  private static final Set<String> PERIODS = Set.of("year", "month", "hour");
  private static final Pattern YEARS =
      Pattern.compile("(\\d{1,2})\\s*(?:[-–]\\s*(\\d{1,2})|(\\+))?");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private record Years(OptionalInt from, OptionalInt to) {
    static final Years UNKNOWN = new Years(OptionalInt.empty(), OptionalInt.empty());
  }

  private final Path file;
  private final FrontMatter front;
  private final Faults faults;

  private SectionDetails(Path file, FrontMatter front, Faults faults) {
    this.file = file;
    this.front = front;
    this.faults = faults;
  }

  /** The keys of the front matter that only this kind has. */
  static Set<String> keys(Section.Kind kind) {
    return switch (kind) {
      case STEP -> STEP_KEYS;
      case SALARY -> SALARY_KEYS;
      default -> Set.of();
    };
  }

  static Section.Details read(Section.Kind kind, Path file, FrontMatter front, Faults faults) {
    var details = new SectionDetails(file, front, faults);
    return switch (kind) {
      case STEP -> details.step();
      case SALARY -> details.salary();
      default -> new Section.Plain();
    };
  }

  private Section.Details step() {
    int order = front.number("order").orElse(NO_ORDER);
    if (order < 1 || front.text("order").isEmpty()) {
      mend("order", "a step needs \"order\", its place from 1 on: until then it comes last");
    }
    return new Step(
        order < 1 ? NO_ORDER : order,
        hours(),
        front.texts("checklist"),
        front.text("done_when"),
        links());
  }

  private Optional<Step.Hours> hours() {
    List<String> hours = front.texts("hours");
    if (hours.isEmpty()) {
      return Optional.empty();
    }
    if (hours.size() == 2 && hours.stream().allMatch(h -> h.matches("\\d{1,5}"))) {
      int min = Integer.parseInt(hours.getFirst());
      int max = Integer.parseInt(hours.getLast());
      if (0 < min && min <= max) {
        return Optional.of(new Step.Hours(min, max));
      }
    }
    mend("hours", "\"hours\" is no range: write two whole numbers, the lower first: [10, 20]");
    return Optional.empty();
  }

  private List<Step.Link> links() {
    var links = new ArrayList<Step.Link>();
    for (FrontMatter entry : front.mappings("links")) {
      entry.allowOnly(Set.of("title", "url"), "link");
      var link = new Step.Link(entry.text("title"), entry.text("url"));
      if (link.title().isEmpty() || link.url().isEmpty()) {
        faults.mend(
            file,
            entry.line(),
            "a link needs \"title\" and \"url\": without both, it is not shown");
      } else if (!isHttps(link.url())) {
        faults.mend(
            file,
            entry.line("url"),
            "link " + Faults.quote(link.url()) + " is no https:// address: it is not shown");
      } else {
        links.add(link);
      }
    }
    return links;
  }

  private static boolean isHttps(String url) {
    try {
      URI uri = URI.create(url);
      return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The band, or nothing of it: a figure without its currency or source would be believed. */
  private Section.Details salary() {
    OptionalInt low = front.number("low");
    OptionalInt high = front.number("high");
    boolean complete = hasAll(List.of("low", "high", "currency", "period", "source"));
    String currency = front.text("currency");
    if (!currency.isEmpty() && !CURRENCY.matcher(currency).matches()) {
      mend(
          "currency",
          "currency " + Faults.quote(currency) + " is no ISO code: write one, such as USD");
    }
    String period = front.text("period");
    if (!period.isEmpty() && !PERIODS.contains(period)) {
      mend("period", "period " + Faults.quote(period) + " is unknown: write year, month or hour");
    }
    boolean open = front.flag("open_ended");
    Years years = years();
    if (!complete || low.isEmpty() || high.isEmpty()) {
      return new Section.Plain();
    }
    if (low.getAsInt() < 0 || low.getAsInt() > high.getAsInt()) {
      mend("low", "\"low\" is below 0 or above \"high\": correct it, the figures are not shown");
      return new Section.Plain();
    }
    return new SalaryBand(
        low.getAsInt(),
        high.getAsInt(),
        open,
        currency,
        period,
        years.from(),
        years.to(),
        front.text("region"),
        front.text("source"),
        front.text("as_of"));
  }

  private boolean hasAll(List<String> keys) {
    boolean all = true;
    for (String key : keys) {
      if (front.text(key).isEmpty()) {
        all = false;
        mend(key, "a salary needs \"" + key + "\": without it, the figures are not shown");
      }
    }
    return all;
  }

  private Years years() {
    String text = front.text("years");
    if (text.isEmpty()) {
      return Years.UNKNOWN;
    }
    Matcher matcher = YEARS.matcher(text);
    if (matcher.matches()) {
      OptionalInt from = OptionalInt.of(Integer.parseInt(matcher.group(1)));
      OptionalInt to =
          matcher.group(2) == null
              ? OptionalInt.empty()
              : OptionalInt.of(Integer.parseInt(matcher.group(2)));
      if (to.isEmpty() || from.getAsInt() <= to.getAsInt()) {
        return new Years(from, to);
      }
    }
    mend("years", "years " + Faults.quote(text) + " is no range: write \"2-5\" or \"5+\"");
    return Years.UNKNOWN;
  }

  private void mend(String key, String what) {
    faults.mend(file, front.line(key), what);
  }
}
