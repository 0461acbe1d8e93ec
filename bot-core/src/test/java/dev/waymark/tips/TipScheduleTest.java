package dev.waymark.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TipScheduleTest {

  private static final List<LocalTime> TIMES =
      Stream.of("00:00", "00:30", "02:15", "02:30", "09:00", "23:45")
          .map(LocalTime::parse)
          .toList();

  private static TipSchedule at(String time, String zone) {
    return new TipSchedule(LocalTime.parse(time), ZoneId.of(zone), TipDays.EVERY_DAY);
  }

  /** A person with the zone's clock before them, looking at it every minute of five years. */
  private static Map<LocalTime, Map<LocalDate, Instant>> watched(ZoneId zone, int firstYear) {
    Instant minute = LocalDate.of(firstYear, 1, 1).atStartOfDay(zone).toInstant();
    Instant end = LocalDate.of(firstYear + 5, 1, 1).atStartOfDay(zone).toInstant();
    var seen = new HashMap<LocalTime, Map<LocalDate, Instant>>();
    TIMES.forEach(t -> seen.put(t, new HashMap<>()));
    while (minute.isBefore(end)) {
      LocalDateTime clock = LocalDateTime.ofInstant(minute, zone);
      for (LocalTime time : TIMES) {
        if (!clock.toLocalTime().isBefore(time)) {
          seen.getOrDefault(time, Map.of()).putIfAbsent(clock.toLocalDate(), minute);
        }
      }
      minute = minute.plusSeconds(60);
    }
    return seen;
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2022",
    "Africa/Cairo, 2022",
    "Asia/Beirut, 2022",
    "America/Havana, 2022",
    "Australia/Lord_Howe, 2022",
    "Asia/Kathmandu, 2022",
    "Pacific/Apia, 2009",
    "Pacific/Apia, 2022",
    "UTC, 2022"
  })
  void everyDayOfFiveYearsIsDueWhenTheClockSaysSoFirst(String zone, int firstYear) {
    Map<LocalTime, Map<LocalDate, Instant>> watched = watched(ZoneId.of(zone), firstYear);
    LocalDate first = LocalDate.of(firstYear, 1, 1);
    for (LocalTime time : TIMES) {
      TipSchedule schedule = new TipSchedule(time, ZoneId.of(zone), TipDays.EVERY_DAY);
      for (LocalDate day = first; day.isBefore(first.plusYears(5)); day = day.plusDays(1)) {
        assertThat(schedule.dueOn(day).orElse(null))
            .as("%s at %s in %s", day, time, zone)
            .isEqualTo(watched.getOrDefault(time, Map.of()).get(day));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // The clocks go forward over it: the first minute after.
    "02:30, America/New_York, 2026-03-08, 2026-03-08T07:00:00Z",
    "00:00, Africa/Cairo, 2025-04-25, 2025-04-24T22:00:00Z",
    "02:15, Australia/Lord_Howe, 2026-10-04, 2026-10-03T15:30:00Z",
    // They go back over it: the first time.
    "01:30, America/New_York, 2026-11-01, 2026-11-01T05:30:00Z",
    "09:00, Asia/Kathmandu, 2026-11-01, 2026-11-01T03:15:00Z"
  })
  void changesOfTheClockAreKnown(String time, String zone, LocalDate day, Instant due) {
    assertThat(at(time, zone).dueOn(day)).contains(due);
  }

  @Test
  void aDayThatAZoneLacksHasNoTip() {
    assertThat(at("09:00", "Pacific/Apia").dueOn(LocalDate.of(2011, 12, 30))).isEmpty();
    assertThat(at("09:00", "Pacific/Apia").after(Instant.parse("2011-12-29T20:00:00Z"), 2))
        .extracting(TipSchedule.Due::day)
        .containsExactly(LocalDate.of(2011, 12, 31), LocalDate.of(2012, 1, 1));
  }

  @Test
  void onlyTheDaysOfTheWeekThatWereChosen() {
    var schedule =
        new TipSchedule(
            LocalTime.NOON, ZoneId.of("UTC"), EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY));

    assertThat(schedule.after(Instant.parse("2026-11-28T13:00:00Z"), 3))
        .extracting(d -> d.at().toString())
        .containsExactly("2026-11-30T12:00:00Z", "2026-12-02T12:00:00Z", "2026-12-07T12:00:00Z");
    assertThat(schedule.after(Instant.parse("2026-11-30T12:00:00Z")).at())
        .as("later than the moment itself")
        .isEqualTo(Instant.parse("2026-12-02T12:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mon-fri | MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY",
        "Mon, Wed and Friday | MONDAY,WEDNESDAY,FRIDAY",
        "fri-mon | FRIDAY,SATURDAY,SUNDAY,MONDAY",
        "weekends | SATURDAY,SUNDAY",
        "tu thurs | TUESDAY,THURSDAY",
        "Sundays | SUNDAY"
      })
  void daysAreReadAsPeopleWriteThem(String words, String days) {
    assertThat(TipDays.read(words))
        .contains(Set.copyOf(Stream.of(days.split(",", -1)).map(DayOfWeek::valueOf).toList()));
  }

  @ParameterizedTest
  @CsvSource({"someday", "t", "mon-", "mon-wed-fri", "09:00", "Europe/Rome"})
  void otherWordsAreNoDays(String words) {
    assertThat(TipDays.read(words)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Rome, Europe/Rome",
    "europe/rome, Europe/Rome",
    "Rome, Europe/Rome",
    "new york, America/New_York",
    "buenos aires, America/Argentina/Buenos_Aires",
    "utc, UTC"
  })
  void zonesAreKnownByNameAndByCity(String words, String zone) {
    assertThat(TipZones.read(words, Instant.EPOCH))
        .isEqualTo(
            words.startsWith("buenos")
                ? TipZones.read("buenos aires", Instant.EPOCH)
                : new TipZones.Zone(ZoneId.of(zone)));
  }

  @ParameterizedTest
  @CsvSource({
    "EST, America/New_York",
    "cest, Europe/Berlin",
    "IST, Asia/Kolkata",
    "+02:00, Africa/Cairo",
    "UTC+5:30, Asia/Kolkata",
    "GMT-5, America/New_York",
    "Europe/Rom, Europe/Rome",
    "Etc/GMT+5, ",
    "Atlantis, "
  })
  void offsetsAndAbbreviationsAreRefusedWithWhatWasProbablyMeant(String words, String meant) {
    Instant winter = Instant.parse("2026-11-24T09:00:00Z");

    assertThat(TipZones.read(words, winter)).isInstanceOf(TipZones.NoZone.class);
    if (meant != null && !words.startsWith("+")) {
      assertThat(((TipZones.NoZone) TipZones.read(words, winter)).meant()).contains(meant);
    }
  }

  @Test
  void zonesAreSuggestedWhileTheyAreTyped() {
    assertThat(TipZones.suggest("", 25)).contains("UTC", "Europe/Berlin").hasSize(25);
    assertThat(TipZones.suggest("rom", 25)).first().isEqualTo("Europe/Rome");
    assertThat(TipZones.suggest("est", 25)).first().isEqualTo("America/New_York");
    assertThat(TipZones.suggest("new y", 25)).containsExactly("America/New_York");
  }
}
