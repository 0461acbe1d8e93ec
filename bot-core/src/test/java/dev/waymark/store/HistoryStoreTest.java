package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.chat.Unavailable;
import dev.waymark.person.Account;
import dev.waymark.person.Person;
import dev.waymark.roadmap.Entry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class HistoryStoreTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");

  private final String url;
  private final Database database;
  private final HistoryStore history;
  private final PeopleStore people;
  private final Person ana;

  HistoryStoreTest(Engine engine, Databases databases) throws UnusableDatabase {
    url = databases.fresh(engine);
    database = Database.open(url);
    history = new HistoryStore(database);
    people = new PeopleStore(database);
    ana = people.person(new Account("discord", "ana"), NOON);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Entry done(String step, String event) {
    return done(step, event, NOON);
  }

  private static Entry done(String step, String event, Instant at) {
    return new Entry("backend", 3, Entry.Kind.DONE, step, "Title of " + step, "", at, event);
  }

  @Test
  void entriesComeBackAsTheyWereKept() {
    List<Entry> entries =
        Stream.of(Entry.Kind.values())
            .map(
                kind ->
                    new Entry(
                        "backend",
                        kind.name().length(),
                        kind,
                        "step-" + kind,
                        "“Läufe” \uD83D\uDE80 ' ; -- \\",
                        "https://example.org/?a=1&b=%20\nand a line :named ?",
                        NOON,
                        kind == Entry.Kind.FOLLOWED ? "" : "event-" + kind))
            .toList();

    assertThat(entries).allSatisfy(e -> assertThat(history.add(ana, e)).isTrue());

    assertThat(history.of(ana)).isEqualTo(entries);
  }

  @Test
  void aPersonWithoutAHistoryHasNone() {
    assertThat(history.of(ana)).isEmpty();
    assertThat(history.of(new Person(4711, 4711))).isEmpty();
  }

  @Test
  void entriesAreOrderedByTimeAndThenByWhenTheyWereKept() {
    history.add(ana, done("late", "", NOON.plusSeconds(1)));
    history.add(ana, done("first", ""));
    history.add(ana, done("second", ""));

    assertThat(history.of(ana)).extracting(Entry::step).containsExactly("first", "second", "late");
  }

  @Test
  void anEventOfAPlatformIsKeptOnce() {
    Person ben = people.person(new Account("discord", "ben"), NOON);
    Person cleo = people.person(new Account("slack", "cleo"), NOON);

    assertThat(history.add(ana, done("step-1", "e1"))).isTrue();
    assertThat(history.add(ana, done("step-2", "e1"))).isFalse();
    assertThat(history.add(ben, done("step-1", "e1"))).isFalse();
    assertThat(history.add(cleo, done("step-1", "e1"))).isTrue();

    assertThat(history.of(ana)).containsExactly(done("step-1", "e1"));
    assertThat(history.of(ben)).isEmpty();
    assertThat(history.of(cleo)).hasSize(1);
  }

  @Test
  void whatNoEventBroughtAboutIsNeverARepeat() {
    assertThat(history.add(ana, done("step-1", ""))).isTrue();
    assertThat(history.add(ana, done("step-1", ""))).isTrue();

    assertThat(history.of(ana)).containsExactly(done("step-1", ""), done("step-1", ""));
  }

  @Test
  void whatIsNoCharacterIsReplaced() {
    history.add(
        ana, new Entry("g", 1, Entry.Kind.DONE, "s", "a\0b", "\uD83D-\uDE80-\uD83D", NOON, "x\0"));

    Entry kept = history.of(ana).getFirst();
    assertThat(kept.title()).isEqualTo("a\uFFFDb");
    assertThat(kept.note()).isEqualTo("\uFFFD-\uFFFD-\uFFFD");
    assertThat(kept.eventId()).isEqualTo("x\uFFFD");
  }

  @Test
  void nothingIsKeptOfSomebodyWhoWasForgotten() {
    people.forget(ana);

    assertThatThrownBy(() -> history.add(ana, done("step-1", "e1")))
        .isInstanceOf(Unavailable.class)
        .hasMessage(
            "What I kept about you was deleted a moment ago, so nothing was added. Please try again.");
    assertThatThrownBy(() -> people.active(ana, java.time.LocalDate.of(2026, 11, 24)))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("deleted a moment ago");
    assertThatThrownBy(() -> people.offerLink(ana, "hash", NOON))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("deleted a moment ago");
  }

  @Test
  void aNewPersonNeverGetsTheNumberOfAForgottenOne() {
    people.forget(ana);

    Person again = people.person(new Account("discord", "ana"), NOON);

    assertThat(again.account()).isNotEqualTo(ana.account());
  }

  @Test
  void twoOpenDatabasesSeeTheSame() throws UnusableDatabase {
    try (Database other = Database.open(url)) {
      HistoryStore theirs = new HistoryStore(other);
      history.add(ana, done("step-1", "e1"));

      assertThat(theirs.add(ana, done("step-1", "e1"))).isFalse();
      assertThat(theirs.add(ana, done("step-2", "e2"))).isTrue();

      assertThat(history.of(ana)).isEqualTo(theirs.of(ana)).hasSize(2);
    }
  }

  @Test
  void ofManyAtOnceNothingIsLostAndNothingDouble() throws Exception {
    try (Database other = Database.open(url)) {
      HistoryStore theirs = new HistoryStore(other);

      List<Boolean> firstOfShared =
          Crowd.of(
              200,
              i -> {
                HistoryStore mine = i % 2 == 0 ? history : theirs;
                for (int n = 0; n < 5; n++) {
                  assertThat(mine.add(ana, done("step-" + n, i + "-" + n))).isTrue();
                }
                assertThat(mine.of(ana)).hasSizeGreaterThanOrEqualTo(5);
                return mine.add(ana, done("shared", "shared"));
              });

      assertThat(firstOfShared).containsOnlyOnce(true);
      assertThat(history.of(ana)).hasSize(200 * 5 + 1).doesNotHaveDuplicates();
    }
  }
}
