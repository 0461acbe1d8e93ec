package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.Conversations;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.person.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept for a while only: the events that were seen, and the last questions. */
@OnEachDatabase
class ShortMemoryTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Member ANA = new Member(Platform.DISCORD, "ana");
  private static final Place HERE = new Place(Platform.DISCORD, "guild", "channel", "");
  private static final Place THREAD = new Place(Platform.DISCORD, "guild", "channel", "thread");

  private final String url;
  private final Database database;
  private final SeenEventStore seen;
  private final ConversationStore conversations;

  ShortMemoryTest(Engine engine, Databases databases) throws UnusableDatabase {
    url = databases.fresh(engine);
    database = Database.open(url);
    seen = new SeenEventStore(database);
    conversations = new ConversationStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> recent(Instant now) {
    return conversations.recent(ANA, HERE, now);
  }

  private int rows(Table table) {
    return database.read(handle -> handle.createQuery(table.selectAll()).mapToMap().list().size());
  }

  @Test
  void anEventIsNewOnceOnEachPlatform() throws UnusableDatabase {
    assertThat(seen.firstSeen(Platform.DISCORD, "1", NOON)).isTrue();
    assertThat(seen.firstSeen(Platform.DISCORD, "1", NOON.plusSeconds(1))).isFalse();
    assertThat(seen.firstSeen(Platform.SLACK, "1", NOON)).isTrue();
    try (Database again = Database.open(url)) {
      assertThat(new SeenEventStore(again).firstSeen(Platform.DISCORD, "1", NOON)).isFalse();
    }
  }

  @Test
  void ofManyWhoSeeAnEventAtOnceOneIsTheFirst() throws Exception {
    try (Database other = Database.open(url)) {
      SeenEventStore theirs = new SeenEventStore(other);
      List<Integer> firsts =
          Crowd.of(
              200,
              i -> {
                int first = 0;
                for (int event = 0; event < 3; event++) {
                  SeenEventStore mine = i % 2 == 0 ? seen : theirs;
                  first += mine.firstSeen(Platform.SLACK, "Ev" + event, NOON) ? 1 : 0;
                }
                return first;
              });

      assertThat(firsts.stream().mapToInt(i -> i).sum()).isEqualTo(3);
    }
  }

  @Test
  void seenEventsAreKeptForADay() {
    seen.firstSeen(Platform.DISCORD, "old", NOON);
    seen.firstSeen(Platform.DISCORD, "new", NOON.plusSeconds(1));

    assertThat(database.purge(NOON.plus(SeenEventStore.KEPT))).isZero();
    assertThat(database.purge(NOON.plus(SeenEventStore.KEPT).plusMillis(1))).isEqualTo(1);

    assertThat(seen.firstSeen(Platform.DISCORD, "new", NOON)).isFalse();
    assertThat(seen.firstSeen(Platform.DISCORD, "old", NOON)).isTrue();
  }

  @Test
  void theLatestQuestionsOfAConversationAreKeptOldestFirst() {
    for (String question : List.of("one", "two", "three", "four")) {
      conversations.add(ANA, HERE, question, NOON);
    }

    assertThat(recent(NOON)).containsExactly("two", "three", "four");
    assertThat(rows(Table.TURN)).isEqualTo(Conversations.TURNS);
  }

  @Test
  void aConversationIsThatOfAMemberInAPlace() {
    conversations.add(ANA, HERE, "ana here", NOON);
    conversations.add(ANA, THREAD, "ana in the thread", NOON);
    conversations.add(new Member(Platform.DISCORD, "ben"), HERE, "ben here", NOON);
    conversations.add(new Member(Platform.SLACK, "ana"), HERE, "another ana", NOON);

    assertThat(recent(NOON)).containsExactly("ana here");
  }

  @Test
  void aQuestionIsKeptForAnHour() {
    conversations.add(ANA, HERE, "one", NOON);
    conversations.add(ANA, HERE, "two", NOON.plusSeconds(1));
    Instant hour = NOON.plus(Conversations.KEPT);

    assertThat(recent(hour)).containsExactly("one", "two");
    assertThat(recent(hour.plusMillis(1))).containsExactly("two");
    assertThat(database.purge(hour)).isZero();
    assertThat(database.purge(hour.plusMillis(1))).isEqualTo(1);
    assertThat(rows(Table.TURN)).isEqualTo(1);
  }

  @Test
  void anybodysNextQuestionTakesTheOldOnesOfEverybody() {
    conversations.add(ANA, HERE, "one", NOON);

    conversations.add(
        new Member(Platform.SLACK, "T1/ben"), THREAD, "two", NOON.plus(Duration.ofMinutes(61)));

    assertThat(rows(Table.TURN)).isEqualTo(1);
  }

  @Test
  void expiredCodesArePurged() {
    PeopleStore people = new PeopleStore(database);
    people.offerLink(people.person(new Account("discord", "ana"), NOON), "hash", NOON);

    assertThat(database.purge(NOON.minusMillis(1))).isZero();
    assertThat(database.purge(NOON)).isEqualTo(1);
  }
}
