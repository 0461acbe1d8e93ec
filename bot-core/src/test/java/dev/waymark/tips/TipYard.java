package dev.waymark.tips;

import dev.waymark.HandClock;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.guide.Guide;
import dev.waymark.store.Database;
import dev.waymark.store.TipStore;
import dev.waymark.store.UnusableDatabase;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tips with a real database, a platform that does as a test says, and a clock that runs from one
 * due moment to the next.
 */
final class TipYard implements AutoCloseable {

  static final Member ADA = new Member(Platform.DISCORD, "ada");
  static final Place CHANNEL = new Place(Platform.DISCORD, "guild", "tips", "");

  final HandClock clock = new HandClock();
  final ScriptedChannel channel;
  private final Database database;
  private final Map<Long, Instant> due = new HashMap<>();
  final TipStore book;
  Optional<Guide> guide = Optional.of(TipGuides.of(5, 4));
  TipDesk desk;
  private @Nullable TipPoster poster;

  TipYard(Path folder, Duration keyLasts) throws UnusableDatabase {
    this.database = Database.open("jdbc:sqlite:" + folder.resolve("tips.db"));
    this.book = new TipStore(database);
    this.channel = new ScriptedChannel(clock, keyLasts);
    // 2026-11-24 is a Tuesday.
    clock.set(Instant.parse("2026-11-24T08:00:00Z"));
    restart();
  }

  /** The process ends and begins again. */
  void restart() {
    due.clear();
    desk = new TipDesk(book, id -> guide, clock);
    desk.connect(
        Platform.DISCORD,
        channel,
        p -> {
          poster = p;
          return due::put;
        });
    desk.scheduleAll(Platform.DISCORD);
  }

  TipSubscription on(String time, String zone) {
    return on(CHANNEL, time, zone, TipDays.EVERY_DAY);
  }

  TipSubscription on(Place place, String time, String zone, Set<DayOfWeek> days) {
    return desk.on(
        place,
        ADA,
        new TipDesk.Wish(
            Optional.of(LocalTime.parse(time)),
            Optional.of(ZoneId.of(zone)),
            Optional.of(days),
            Optional.empty(),
            Optional.empty()),
        ZoneId.of("UTC"),
        "guide");
  }

  TipSubscription subscription() {
    return desk.at(CHANNEL).orElseThrow();
  }

  /** Lets time pass, and what is due be done at its moment; a process that dies begins again. */
  void until(String moment) {
    Instant end = Instant.parse(moment);
    while (true) {
      Optional<Map.Entry<Long, Instant>> next =
          due.entrySet().stream()
              .filter(d -> !d.getValue().isAfter(end))
              .min(Map.Entry.comparingByValue());
      if (next.isEmpty()) {
        clock.set(end);
        return;
      }
      if (next.get().getValue().isAfter(clock.instant())) {
        clock.set(next.get().getValue());
      }
      long id = next.get().getKey();
      due.remove(id);
      try {
        Objects.requireNonNull(poster).run(id).ifPresent(at -> due.put(id, at));
      } catch (ScriptedChannel.Death e) {
        restart();
      }
    }
  }

  /** Does at once what is looked at next, as after a pause of the whole process. */
  void runNow(String moment) {
    clock.set(Instant.parse(moment));
    List.copyOf(due.keySet()).forEach(id -> due.put(id, clock.instant()));
    until(moment);
  }

  /** When tips stood, in the order in which they came to stand. */
  List<String> stood() {
    return channel.standing().stream().map(s -> s.at().toString()).toList();
  }

  /** What is written down for a day. */
  TipPost post(String day) {
    return book.post(subscription().id(), LocalDate.parse(day)).orElseThrow();
  }

  @Override
  public void close() {
    database.close();
  }
}
