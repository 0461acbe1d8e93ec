package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.HandClock;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.tips.ScriptedChannel;
import dev.waymark.tips.TipDesk;
import dev.waymark.tips.TipGuides;
import dev.waymark.tips.TipPost;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database is away around nine o'clock. */
@ExtendWith(Databases.Provider.class)
@Timeout(120)
class TipsAwayTest {

  private static final Place PLACE = new Place(Platform.DISCORD, "guild", "tips", "");

  private final HandClock clock = new HandClock();

  /** Lets time pass, ten seconds in each twentieth of one. */
  private void pass(Duration time) throws InterruptedException {
    var never = new CountDownLatch(1);
    for (long i = 0; i < time.toSeconds(); i += 10) {
      clock.forward(Duration.ofSeconds(10));
      assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void whatWasDueIsCaughtUpOnceItIsBack(Databases databases) throws Exception {
    String url = databases.fresh(Engine.POSTGRESQL);
    clock.set(Instant.parse("2026-11-24T08:55:00Z"));
    var channel = new ScriptedChannel(clock, Duration.ofMinutes(2));
    try (Forwarder line = new Forwarder(databases.port());
        Database database =
            Database.open(url.replace("localhost:" + databases.port(), line.address()))) {
      var book = new TipStore(database);
      var desk = new TipDesk(book, id -> Optional.of(TipGuides.of(3, 3)), clock);
      var due = new AtomicReference<DueTasks>();
      desk.connect(
          Platform.DISCORD,
          channel,
          poster -> {
            due.set(new DueTasks(database, "tip-discord", poster::run, clock));
            return due.get();
          });
      try (DueTasks tasks = due.get()) {
        tasks.start();
        var on =
            desk.on(
                PLACE,
                new Member(Platform.DISCORD, "ada"),
                TipDesk.Wish.NOTHING,
                ZoneId.of("UTC"),
                "guide");
        line.cut();
        pass(Duration.ofMinutes(10));
        assertThat(channel.standing()).isEmpty();
        line.mend();

        for (int i = 0; i < 60 && channel.standing().isEmpty(); i++) {
          pass(Duration.ofMinutes(1));
        }
        pass(Duration.ofMinutes(5));

        assertThat(channel.standing()).hasSize(1);
        assertThat(book.post(on.id(), LocalDate.of(2026, 11, 24)).orElseThrow().state())
            .isEqualTo(TipPost.State.SENT);
      }
    }
  }
}
