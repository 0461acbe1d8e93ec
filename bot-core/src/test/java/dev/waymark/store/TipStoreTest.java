package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.person.Account;
import dev.waymark.person.Person;
import dev.waymark.tips.TipBook;
import dev.waymark.tips.TipDays;
import dev.waymark.tips.TipPost;
import dev.waymark.tips.TipSchedule;
import dev.waymark.tips.TipSubscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class TipStoreTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Place PLACE = new Place(Platform.DISCORD, "guild", "tips", "");
  private static final Member ADA = new Member(Platform.DISCORD, "ada");

  private final Database database;
  private final TipStore tips;

  TipStoreTest(Engine engine, Databases databases) throws UnusableDatabase {
    database = databases.open(engine);
    tips = new TipStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static TipBook.Change by(String what) {
    return new TipBook.Change(Optional.of(ADA), what, NOON);
  }

  private TipSubscription on() {
    return tips.change(
        PLACE,
        by("on"),
        before ->
            new TipSubscription(
                before.map(TipSubscription::id).orElse(TipSubscription.NEW),
                PLACE,
                TipSubscription.State.ON,
                "",
                new TipSchedule(LocalTime.of(9, 30), ZoneId.of("Europe/Rome"), TipDays.EVERY_DAY),
                "guide",
                List.of("step-1", "step-2"),
                Optional.of(DAY),
                Optional.of("tip-x"),
                ADA,
                NOON));
  }

  private static TipPost claimed(TipSubscription subscription, String tip) {
    return new TipPost(
        subscription.id(),
        DAY,
        tip,
        2,
        TipPost.State.CLAIMED,
        1,
        NOON,
        NOON.plusSeconds(60),
        "",
        "");
  }

  @Test
  void aSubscriptionIsKeptAsItIs() {
    TipSubscription on = on();

    assertThat(on.id()).isPositive();
    assertThat(tips.at(PLACE)).contains(on);
    assertThat(tips.byId(on.id())).contains(on);
    assertThat(tips.on(Platform.DISCORD)).containsExactly(on);
    assertThat(tips.on(Platform.SLACK)).isEmpty();
    assertThat(on.sections()).containsExactly("step-1", "step-2");
    assertThat(on.effective()).isEqualTo(NOON);
  }

  @Test
  void everyChangeIsKeptWithWhoWhenBeforeAndAfter() {
    on();
    tips.change(PLACE, by("off"), b -> b.orElseThrow().in(TipSubscription.State.OFF, ""));

    List<Map<String, Object>> changes =
        database.read(
            handle -> handle.createQuery("select * from tip_change order by id").mapToMap().list());

    assertThat(changes).hasSize(2);
    assertThat(changes.get(0)).containsEntry("was", "").containsEntry("platform_id", "ada");
    assertThat(changes.get(1))
        .containsEntry("what", "off")
        .containsEntry("was", changes.get(0).get("became"))
        .containsEntry(
            "became",
            "off 09:30 Europe/Rome mon,tue,wed,thu,fri,sat,sun guide step-1,step-2 until 2026-11-24 next tip-x");
    assertThat(tips.on(Platform.DISCORD)).isEmpty();
  }

  @Test
  void aDayHasOnePostWhoeverTries() throws Exception {
    TipSubscription on = on();
    var tries = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 20; i++) {
      String tip = "tip-" + i;
      tries.add(() -> tips.begin(claimed(on, tip)));
    }

    int succeeded = 0;
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> one : many.invokeAll(tries)) {
        succeeded += one.get() ? 1 : 0;
      }
    }

    assertThat(succeeded).isEqualTo(1);
    assertThat(tips.latest(on.id(), DAY, 10)).hasSize(1);
  }

  @Test
  void aPostMovesOnlyFromWhatItWasTakenFor() {
    TipSubscription on = on();
    TipPost claimed = claimed(on, "tip-1");
    tips.begin(claimed);
    TipPost sent = claimed.standing("m1", NOON);

    assertThat(tips.move(claimed.tried(NOON, NOON), sent)).as("another try").isFalse();
    assertThat(tips.move(claimed, sent)).isTrue();
    assertThat(tips.move(claimed, sent)).as("it moved on").isFalse();
    assertThat(tips.post(on.id(), DAY)).contains(sent);
    assertThat(tips.open(on.id())).isEmpty();
  }

  @Test
  void whatWasUsedIsKnownByRounds() {
    TipSubscription on = on();
    tips.begin(claimed(on, "tip-1"));
    tips.begin(TipPost.closed(on.id(), DAY.plusDays(1), TipPost.State.SKIPPED, "left out", NOON));

    assertThat(tips.round(on.id())).isEqualTo(2);
    assertThat(tips.used(on.id(), 2)).isEqualTo(Set.of("tip-1"));
    assertThat(tips.used(on.id(), 0)).as("nothing was used on a day without a tip").isEmpty();
    assertThat(tips.open(on.id())).extracting(TipPost::tip).containsExactly("tip-1");
    assertThat(tips.latest(on.id(), DAY.plusDays(1), 1))
        .extracting(TipPost::day)
        .containsExactly(DAY.plusDays(1));
    assertThat(tips.latest(on.id(), DAY, 1)).extracting(TipPost::day).containsExactly(DAY);
    assertThat(tips.lastTip(on.id())).contains("tip-1");
  }

  @Test
  void aTipThatWasWantedNextIsWantedNoMoreOnceItIsUsed() {
    TipSubscription on = on();
    tips.begin(claimed(on, "tip-x"));

    assertThat(tips.byId(on.id()).orElseThrow().nextTip()).isEmpty();
  }

  @Test
  void whoeverIsForgottenLeavesTheChannelItsTips() {
    var people = new PeopleStore(database);
    Person ada = people.person(new Account("discord", "ada"), NOON);
    on();
    assertThat(people.records(ada)).containsKeys("tip_subscription", "tip_change");

    people.forget(ada);

    assertThat(tips.at(PLACE).orElseThrow().setUpBy().id()).isEmpty();
    long named =
        database.read(
            handle ->
                handle
                    .createQuery("select count(*) from tip_change where platform_id <> ''")
                    .mapTo(Long.class)
                    .one());
    assertThat(named).isZero();
  }
}
