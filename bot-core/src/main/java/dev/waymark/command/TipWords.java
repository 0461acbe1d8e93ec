package dev.waymark.command;

import dev.waymark.tips.TipDays;
import dev.waymark.tips.TipDesk;
import dev.waymark.tips.TipZones;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Times, zones and days as admins write them, each in its option or all in a row. */
final class TipWords {

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(am|pm)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN =
      Pattern.compile("(?:for )?(\\d{1,2}) (day|week)s?", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_ZONE = 3;
  private static final int NOON = 12;

  private final Instant now;
  private Optional<LocalTime> time = Optional.empty();
  private Optional<ZoneId> zone = Optional.empty();
  private Optional<Set<DayOfWeek>> days = Optional.empty();

  private TipWords(Instant now) {
    this.now = now;
  }

  /** What cannot be read. The message is for whoever wrote it: what is wrong, and what to write. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads what was given; the words of one option may hold what belongs to the others, as they do
   * where all is written in a row.
   *
   * @param given the words of each option
   */
  static TipDesk.Wish read(List<String> given, Instant now) throws Unreadable {
    var words = new TipWords(now);
    for (String option : given) {
      words.take(option.replaceAll("(?i)(\\d)\\s+(am|pm)\\b", "$1$2").strip().split("\\s+", -1));
    }
    return new TipDesk.Wish(words.time, words.zone, words.days, Optional.empty(), Optional.empty());
  }

  private void take(String[] words) throws Unreadable {
    int at = 0;
    while (at < words.length) {
      int longest = Math.min(LONGEST_ZONE, words.length - at);
      int taken = 0;
      for (int length = longest; length > 0 && taken == 0; length--) {
        if (takes(String.join(" ", List.of(words).subList(at, at + length)))) {
          taken = length;
        }
      }
      if (taken == 0) {
        throw new Unreadable(why(words[at]));
      }
      at += taken;
    }
  }

  private boolean takes(String phrase) {
    Optional<LocalTime> asTime = time.isPresent() ? Optional.empty() : time(phrase);
    if (asTime.isPresent()) {
      time = asTime;
      return true;
    }
    Optional<Set<DayOfWeek>> asDays = TipDays.read(phrase.replaceAll(",$", ""));
    if (asDays.isPresent()) {
      days =
          Optional.of(
              Stream.concat(days.stream().flatMap(Set::stream), asDays.get().stream())
                  .collect(Collectors.toUnmodifiableSet()));
      return true;
    }
    if (zone.isEmpty() && TipZones.read(phrase, now) instanceof TipZones.Zone found) {
      zone = Optional.of(found.id());
      return true;
    }
    return false;
  }

  private String why(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return "`" + word + "` is no time of the day: write it as `09:00`.";
    }
    TipZones.Read read = TipZones.read(word, now);
    return read instanceof TipZones.NoZone none
        ? none.why()
            + none.meant()
                .map(zoneMeant -> ": did you mean `" + zoneMeant + "`?")
                .orElse(
                    ". Name the zone by a big city in it, such as `Europe/Rome`, and days as `mon-fri`.")
        : "There are two zones: name one.";
  }

  private static Optional<LocalTime> time(String phrase) {
    Matcher parts = TIME.matcher(phrase);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(parts.group(1));
    int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    String half = parts.group(3) == null ? "" : parts.group(3).toLowerCase(Locale.ROOT);
    if (!half.isEmpty() && (hour < 1 || hour > NOON)) {
      return Optional.empty();
    }
    int hours = half.isEmpty() ? hour : hour % NOON + (half.equals("pm") ? NOON : 0);
    return hours > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hours, minute));
  }

  /**
   * A day to come.
   *
   * @param words an ISO date, a weekday, {@code tomorrow}, {@code 2 weeks}
   * @param today the day that it is in the channel
   */
  static LocalDate day(String words, LocalDate today) throws Unreadable {
    String text = words.strip().toLowerCase(Locale.ROOT);
    LocalDate day = read(text, today);
    if (day == null) {
      throw new Unreadable(
          "`" + words.strip() + "` is no day: write a date such as `" + today.plusDays(7) + "`.");
    }
    if (!day.isAfter(today)) {
      throw new Unreadable(
          "A pause lasts until a day to come; `" + day + "` is not. To end one, use `/tips on`.");
    }
    if (day.isAfter(today.plusYears(1))) {
      throw new Unreadable("A pause lasts a year at most; `/tips off` has no end.");
    }
    return day;
  }

  private static @Nullable LocalDate read(String text, LocalDate today) {
    if (text.equals("tomorrow")) {
      return today.plusDays(1);
    }
    Matcher in = IN.matcher(text);
    if (in.matches()) {
      int count = Integer.parseInt(in.group(1));
      return text.contains("week") ? today.plusWeeks(count) : today.plusDays(count);
    }
    Optional<Set<DayOfWeek>> weekday = TipDays.read(text).filter(d -> d.size() == 1);
    if (weekday.isPresent()) {
      return today.with(TemporalAdjusters.next(weekday.get().iterator().next()));
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
