package dev.waymark.tips;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Days of the week in words: {@code mon-fri}, {@code mon,wed}, {@code weekdays}, {@code daily}. */
public final class TipDays {

  /** All of them. */
  public static final Set<DayOfWeek> EVERY_DAY =
      Collections.unmodifiableSet(EnumSet.allOf(DayOfWeek.class));

  private static final Set<DayOfWeek> WEEKDAYS =
      Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
  private static final Set<DayOfWeek> WEEKEND =
      Collections.unmodifiableSet(EnumSet.range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
  private static final int LEAST = 2;

  private TipDays() {}

  /** The days that are meant; nothing when the words mean none. */
  public static Optional<Set<DayOfWeek>> read(String words) {
    String text = words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*-\\s*", "-");
    return switch (text) {
      case "daily", "every day", "everyday", "all", "all days" -> Optional.of(EVERY_DAY);
      case "weekdays", "workdays", "working days" -> Optional.of(WEEKDAYS);
      case "weekend", "weekends" -> Optional.of(WEEKEND);
      default -> list(text);
    };
  }

  private static Optional<Set<DayOfWeek>> list(String text) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.replace(" and ", ",").split("[,\\s]+", -1)) {
      String[] ends = part.split("-", -1);
      Optional<DayOfWeek> first = day(ends[0]);
      Optional<DayOfWeek> last = day(ends[ends.length - 1]);
      if (ends.length > 2 || first.isEmpty() || last.isEmpty()) {
        return Optional.empty();
      }
      DayOfWeek day = first.get();
      days.add(day);
      while (day != last.get()) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return Optional.of(days);
  }

  private static Optional<DayOfWeek> day(String word) {
    String name = word.toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(d -> name.length() >= LEAST && (d.name().startsWith(name) || name.equals(d + "S")))
        .findFirst();
  }

  /** Days as {@link #read} takes them, for keeping. */
  static String write(Set<DayOfWeek> days) {
    return days.stream().sorted().map(TipDays::shortName).collect(Collectors.joining(","));
  }

  /** Days as people say them. */
  public static String said(Set<DayOfWeek> days) {
    if (days.equals(EVERY_DAY)) {
      return "every day";
    }
    if (days.equals(WEEKDAYS)) {
      return "Monday to Friday";
    }
    return days.stream()
        .sorted()
        .map(d -> d.name().charAt(0) + d.name().substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String shortName(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
