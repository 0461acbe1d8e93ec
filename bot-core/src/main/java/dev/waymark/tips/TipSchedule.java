package dev.waymark.tips;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a channel's tips are due. Immutable.
 *
 * @param time on the clock of the zone, to the minute
 * @param zone an IANA zone
 * @param days the days of the week, at least one
 */
public record TipSchedule(LocalTime time, ZoneId zone, Set<DayOfWeek> days) {

  public TipSchedule {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a schedule has at least one day");
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /** A day on which a tip is due, and the moment. */
  public record Due(LocalDate day, Instant at) {}

  /**
   * When the tip of a day is due: where the clocks are put forward over its time, at the first
   * minute after; where they are put back over it, the first time; never where the day has no tip,
   * or is missing from the zone's calendar.
   */
  public Optional<Instant> dueOn(LocalDate day) {
    if (!days.contains(day.getDayOfWeek())) {
      return Optional.empty();
    }
    LocalDateTime local = day.atTime(time);
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition transition = rules.getTransition(local);
    if (transition == null || !transition.isGap()) {
      // In an overlap, the offset before it is the earlier moment, and the first of the valid ones.
      return Optional.of(local.toInstant(rules.getValidOffsets(local).getFirst()));
    }
    return transition.getDateTimeAfter().toLocalDate().equals(day)
        ? Optional.of(transition.getInstant())
        : Optional.empty();
  }

  /** The first tip that is due later than a moment. */
  public Due after(Instant moment) {
    // A day that the zone lacks is among the next ones at most twice in a row.
    return from(moment.atZone(zone).toLocalDate())
        .filter(d -> d.at().isAfter(moment))
        .findFirst()
        .orElseThrow();
  }

  /** The next tips that are due later than a moment. */
  public List<Due> after(Instant moment, int count) {
    return from(moment.atZone(zone).toLocalDate())
        .filter(d -> d.at().isAfter(moment))
        .limit(count)
        .toList();
  }

  /** The tips that are due from a day on. */
  public Stream<Due> from(LocalDate first) {
    return Stream.iterate(first, day -> day.plusDays(1))
        .flatMap(day -> dueOn(day).map(at -> new Due(day, at)).stream());
  }

  /** The day that it is somewhere in the schedule's zone. */
  public LocalDate dayAt(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }
}
