package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.person.Account;
import dev.waymark.person.People;
import dev.waymark.person.People.Redeemed;
import dev.waymark.person.Person;
import dev.waymark.roadmap.Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PeopleStoreTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
  private static final Instant LATER = NOON.plusSeconds(600);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Account DISCORD = new Account("discord", "ana");
  private static final Account SLACK = new Account("slack", "T1/ana");
  private static final Account TERMINAL = new Account("terminal", "ana");

  private final Engine engine;
  private final String url;
  private final Database database;
  private final PeopleStore people;
  private final HistoryStore history;

  PeopleStoreTest(Engine engine, Databases databases) throws UnusableDatabase {
    this.engine = engine;
    url = databases.fresh(engine);
    database = Database.open(url);
    people = new PeopleStore(database);
    history = new HistoryStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Person person(Account account) {
    return people.person(account, NOON);
  }

  private void did(Account account, String step) {
    history.add(
        person(account),
        new Entry("backend", 1, Entry.Kind.DONE, step, "", "", NOON, account.platform() + step));
  }

  private List<String> steps(Account account) {
    return history.of(person(account)).stream().map(Entry::step).sorted().toList();
  }

  private Redeemed link(Account maker, Account redeemer) {
    people.offerLink(person(maker), "hash", LATER);
    return people.redeemLink(person(redeemer), "hash", NOON);
  }

  @Test
  void anAccountIsTheSamePersonForEver() throws UnusableDatabase {
    Person first = person(DISCORD);

    assertThat(first.group()).isEqualTo(first.account());
    assertThat(people.person(DISCORD, LATER)).isEqualTo(first);
    assertThat(person(SLACK).account()).isNotEqualTo(first.account());
    try (Database again = Database.open(url)) {
      assertThat(new PeopleStore(again).person(DISCORD, LATER)).isEqualTo(first);
    }
    assertThat(people.accounts(first)).containsExactly(new People.Known(DISCORD, NOON, true));
  }

  @Test
  void twoHundredWhoMeetAtOnceAreOnePerson() throws Exception {
    try (Database other = Database.open(url)) {
      PeopleStore theirs = new PeopleStore(other);

      List<Person> found = Crowd.of(200, i -> (i % 2 == 0 ? people : theirs).person(DISCORD, NOON));

      assertThat(new HashSet<>(found)).containsExactly(person(DISCORD));
    }
  }

  @Test
  void aDayCountsOnceForAllLinkedAccounts() {
    link(DISCORD, SLACK);
    people.active(person(DISCORD), TODAY);
    people.active(person(DISCORD), TODAY);
    people.active(person(SLACK), TODAY);
    people.active(person(SLACK), TODAY.minusDays(3));
    people.active(person(DISCORD), TODAY.minusDays(14));
    people.active(person(TERMINAL), TODAY.minusDays(1));

    assertThat(people.activeDays(person(DISCORD), TODAY.minusDays(13)))
        .containsExactly(TODAY.minusDays(3), TODAY);
    assertThat(people.activeDays(person(SLACK), TODAY.minusDays(14)))
        .containsExactly(TODAY.minusDays(14), TODAY.minusDays(3), TODAY);
  }

  @Test
  void linkedAccountsShareAHistoryAndUnlinkingGivesEachItsOwnBack() {
    did(DISCORD, "one");
    did(SLACK, "two");

    assertThat(link(DISCORD, SLACK)).isEqualTo(Redeemed.JOINED);

    assertThat(steps(DISCORD)).containsExactly("one", "two");
    assertThat(steps(SLACK)).containsExactly("one", "two");
    did(SLACK, "three");

    assertThat(people.unlink(person(SLACK))).isTrue();

    assertThat(steps(DISCORD)).containsExactly("one");
    assertThat(steps(SLACK)).containsExactly("three", "two");
    assertThat(people.unlink(person(SLACK))).isFalse();
  }

  @Test
  void theAccountThatTheOthersWereLinkedToCanLeaveThem() {
    link(DISCORD, SLACK);
    link(SLACK, TERMINAL);
    did(DISCORD, "one");
    did(SLACK, "two");
    did(TERMINAL, "three");

    assertThat(people.unlink(person(DISCORD))).isTrue();

    assertThat(steps(DISCORD)).containsExactly("one");
    assertThat(steps(SLACK)).containsExactly("three", "two");
    assertThat(person(SLACK).group()).isEqualTo(person(TERMINAL).group());
    // And can come back to them, or another of them go.
    assertThat(link(TERMINAL, DISCORD)).isEqualTo(Redeemed.JOINED);
    assertThat(steps(DISCORD)).containsExactly("one", "three", "two");
    assertThat(people.unlink(person(SLACK))).isTrue();
    assertThat(steps(TERMINAL)).containsExactly("one", "three");
    assertThat(people.accounts(person(SLACK))).hasSize(1);
  }

  @Test
  void whoIsLinkedBringsAllTheirAccounts() {
    link(SLACK, TERMINAL);

    link(DISCORD, TERMINAL);

    assertThat(people.accounts(person(SLACK)))
        .containsExactly(
            new People.Known(SLACK, NOON, true),
            new People.Known(TERMINAL, NOON, false),
            new People.Known(DISCORD, NOON, false));
  }

  @Test
  void aCodeServesOnce() {
    link(DISCORD, SLACK);

    assertThat(people.redeemLink(person(TERMINAL), "hash", NOON)).isEqualTo(Redeemed.UNKNOWN);
    assertThat(people.accounts(person(TERMINAL))).hasSize(1);
  }

  @Test
  void aCodeExpires() {
    people.offerLink(person(DISCORD), "hash", LATER);

    assertThat(people.redeemLink(person(SLACK), "hash", LATER)).isEqualTo(Redeemed.UNKNOWN);
    assertThat(people.redeemLink(person(SLACK), "hash", LATER.minusMillis(1)))
        .isEqualTo(Redeemed.JOINED);
  }

  @Test
  void aNewCodeTakesThePlaceOfTheOldOne() {
    people.offerLink(person(DISCORD), "old", LATER);
    people.offerLink(person(DISCORD), "new", LATER);

    assertThat(people.redeemLink(person(SLACK), "old", NOON)).isEqualTo(Redeemed.UNKNOWN);
    assertThat(people.redeemLink(person(SLACK), "new", NOON)).isEqualTo(Redeemed.JOINED);
  }

  @Test
  void oneOwnCodeLinksNothingAndStaysGood() {
    link(DISCORD, SLACK);
    people.offerLink(person(DISCORD), "hash", LATER);

    assertThat(people.redeemLink(person(DISCORD), "hash", NOON)).isEqualTo(Redeemed.OWN);
    assertThat(people.redeemLink(person(SLACK), "hash", NOON)).isEqualTo(Redeemed.OWN);
    assertThat(people.redeemLink(person(TERMINAL), "hash", NOON)).isEqualTo(Redeemed.JOINED);
  }

  @Test
  void ofManyWhoRedeemACodeAtOnceOneIsLinked() throws Exception {
    people.offerLink(person(DISCORD), "hash", LATER);
    try (Database other = Database.open(url)) {
      PeopleStore theirs = new PeopleStore(other);

      List<Redeemed> redeemed =
          Crowd.of(
              50,
              i -> {
                PeopleStore mine = i % 2 == 0 ? people : theirs;
                Person somebody = mine.person(new Account("slack", "T1/" + i), NOON);
                return mine.redeemLink(somebody, "hash", NOON);
              });

      assertThat(redeemed).containsOnlyOnce(Redeemed.JOINED);
      assertThat(people.accounts(person(DISCORD))).hasSize(2);
    }
  }

  @Test
  void twoWhoLinkEachOtherAtOnceAreLinked() throws Exception {
    int pairs = 50;
    var all = new ArrayList<Person>();
    for (int i = 0; i < 2 * pairs; i++) {
      all.add(person(new Account(i % 2 == 0 ? "discord" : "slack", "somebody" + i)));
      people.offerLink(all.get(i), "code" + i, LATER);
    }

    // The number of the other one of a pair differs in the last bit.
    try (Database other = Database.open(url)) {
      PeopleStore theirs = new PeopleStore(other);
      Crowd.of(
          2 * pairs,
          i -> (i % 2 == 0 ? people : theirs).redeemLink(all.get(i), "code" + (i ^ 1), NOON));
    }

    for (int i = 0; i < 2 * pairs; i++) {
      Person now = person(new Account(i % 2 == 0 ? "discord" : "slack", "somebody" + i));
      assertThat(people.accounts(now)).hasSize(2);
    }
  }

  /** A row in each table about the person. */
  private void leaveTraces(Account account, Platform platform, String mark) {
    did(account, mark);
    people.active(person(account), TODAY);
    people.offerLink(person(account), "code-" + mark, LATER);
    new ConversationStore(database)
        .add(
            new Member(platform, account.id()),
            new Place(platform, "", "here", ""),
            "question " + mark,
            NOON);
  }

  @Test
  void recordsAreAllThatIsKept() {
    leaveTraces(SLACK, Platform.SLACK, "other");
    leaveTraces(DISCORD, Platform.DISCORD, "mark");

    Map<String, List<Map<String, Object>>> records = people.records(person(DISCORD));

    assertThat(records.keySet())
        .containsExactly("account", "history", "active_day", "link_code", "turn");
    assertThat(records.values()).allSatisfy(rows -> assertThat(rows).hasSize(1));
    assertThat(records.get("account"))
        .containsExactly(
            Map.of(
                "id", person(DISCORD).account(),
                "platform", "discord",
                "platform_id", "ana",
                "group_id", person(DISCORD).group(),
                "since", "2026-11-24T12:00:00.123Z"));
    assertThat(records.getOrDefault("history", List.of()).getFirst())
        .containsEntry("step", "mark")
        .containsEntry("event_id", "discordmark")
        .containsEntry("edition", 1L);
    assertThat(records.toString()).doesNotContain("other");

    link(SLACK, DISCORD);
    assertThat(people.records(person(DISCORD)).toString()).contains("other", "question mark");
  }

  @Test
  void somebodyOfWhomNothingIsKeptHasNoRecords() {
    assertThat(people.records(new Person(4711, 4711))).isEmpty();
  }

  @Test
  void forgettingLeavesNothingOfAllLinkedAccountsAndTheOthersAsTheyWere() {
    leaveTraces(DISCORD, Platform.DISCORD, "one");
    leaveTraces(SLACK, Platform.SLACK, "two");
    link(DISCORD, SLACK);
    leaveTraces(TERMINAL, Platform.TERMINAL, "other");
    var others = people.records(person(TERMINAL));
    Person ana = person(SLACK);

    people.forget(ana);

    assertThat(people.records(ana)).isEmpty();
    assertThat(history.of(ana)).isEmpty();
    assertThat(people.records(person(TERMINAL))).isEqualTo(others);
    var left = new ArrayList<String>();
    for (Table table : Table.values()) {
      database.read(
          handle ->
              left.addAll(
                  handle.createQuery(table.selectAll()).mapToMap().map(Object::toString).list()));
    }
    assertThat(left)
        .hasSize(5)
        .allSatisfy(row -> assertThat(row).doesNotContain("discord", "slack", "one", "two"));
    // Once more is no error.
    people.forget(ana);
  }

  @Test
  void forgettingLeavesNothingInTheFiles() throws Exception {
    Assumptions.assumeTrue(engine == Engine.SQLITE, "PostgreSQL's own vacuum clears its files");
    Path file = Path.of(url.substring("jdbc:sqlite:".length()));
    for (int i = 0; i < 60; i++) {
      did(new Account("discord", "somebody" + i), "ordinary" + i);
      did(DISCORD, "peculiar" + i + " and so on".repeat(50));
    }
    leaveTraces(DISCORD, Platform.DISCORD, "peculiar");
    assertThat(text(file)).contains("peculiar", "ordinary59");

    people.forget(person(DISCORD));

    assertThat(text(file)).doesNotContain("peculiar").contains("ordinary59");
  }

  private static String text(Path file) throws Exception {
    var text = new StringBuilder();
    for (String end : List.of("", "-wal", "-shm", "-journal")) {
      Path part = file.resolveSibling(file.getFileName() + end);
      if (Files.exists(part)) {
        text.append(new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }
}
