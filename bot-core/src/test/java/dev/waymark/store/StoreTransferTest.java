package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.person.Account;
import dev.waymark.person.Person;
import dev.waymark.roadmap.Entry;
import dev.waymark.tips.TipBook;
import dev.waymark.tips.TipDays;
import dev.waymark.tips.TipPost;
import dev.waymark.tips.TipSchedule;
import dev.waymark.tips.TipSubscription;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Databases.Provider.class)
class StoreTransferTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
  private static final Account ANA = new Account("discord", "ana");
  private static final Account ANA_TOO = new Account("slack", "T1/Änä");

  private final Databases databases;

  StoreTransferTest(Databases databases) {
    this.databases = databases;
  }

  private static final Place PLACE = new Place(Platform.DISCORD, "g", "tips", "");
  private static final Member ADMIN = new Member(Platform.DISCORD, "ana");

  private static Entry entry(String step, String note, String event) {
    return new Entry("backend", 2, Entry.Kind.DONE, step, "Títle \uD83D\uDE80", note, NOON, event);
  }

  /** Rows in all tables, with numbers that have gaps. */
  private static void populate(Database database) {
    PeopleStore people = new PeopleStore(database);
    HistoryStore history = new HistoryStore(database);
    Person ana = people.person(ANA, NOON);
    Person ben = people.person(new Account("discord", "Ben"), NOON);
    Person gone = people.person(new Account("terminal", "gone"), NOON);
    Person anaToo = people.person(ANA_TOO, NOON);
    history.add(gone, entry("step-0", "", ""));
    people.forget(gone);
    history.add(ana, entry("step-1", "\"quoted\" \\ tab\t line\nbreak \u2028 end", "e1"));
    history.add(anaToo, entry("step-2", "", ""));
    history.add(ben, entry("step-1", "", "Z"));
    history.add(ben, entry("step-1", "", "a"));
    people.active(ana, LocalDate.of(2026, 11, 24));
    people.active(ana, LocalDate.of(2026, 1, 2));
    people.offerLink(ana, "one", NOON.plusSeconds(600));
    people.redeemLink(anaToo, "one", NOON);
    people.offerLink(ben, "two", NOON.plusSeconds(600));
    new ConversationStore(database)
        .add(
            new Member(Platform.DISCORD, "ana"),
            new Place(Platform.DISCORD, "g", "c", ""),
            "Do I need a degree?",
            NOON);
    var tips = new TipStore(database);
    TipSubscription on =
        tips.change(
            PLACE,
            new TipBook.Change(Optional.of(ADMIN), "on", NOON),
            before ->
                new TipSubscription(
                    TipSubscription.NEW,
                    PLACE,
                    TipSubscription.State.ON,
                    "",
                    new TipSchedule(LocalTime.of(9, 0), ZoneId.of("UTC"), TipDays.EVERY_DAY),
                    "guide",
                    List.of("step-1"),
                    Optional.empty(),
                    Optional.of("tip-x"),
                    ADMIN,
                    NOON));
    tips.begin(
        TipPost.closed(
            on.id(), LocalDate.of(2026, 11, 24), TipPost.State.MISSED, "I was away", NOON));
    // Two orders: by bytes as SQLite has it, and as a dictionary has it.
    for (String event : List.of("b", "B", "ä", "a", "Z", "z", "\uD83D\uDE80", "\uFFFD")) {
      new SeenEventStore(database).firstSeen(Platform.SLACK, event, NOON);
    }
  }

  private static String export(Database database) throws IOException {
    var out = new StringWriter();
    new StoreTransfer(database).exportTo(out);
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({"SQLITE,POSTGRESQL", "POSTGRESQL,SQLITE", "SQLITE,SQLITE", "POSTGRESQL,POSTGRESQL"})
  void everythingMoves(Engine from, Engine to) throws Exception {
    try (Database old = databases.open(from);
        Database moved = databases.open(to)) {
      populate(old);
      var out = new StringWriter();
      StoreTransfer.Summary exported = new StoreTransfer(old).exportTo(out);

      StoreTransfer.Summary imported =
          new StoreTransfer(moved).importFrom(new StringReader(out.toString()));

      assertThat(imported).isEqualTo(exported);
      assertThat(exported.rows())
          .isEqualTo(
              Map.of(
                  "account", 3L,
                  "history", 4L,
                  "active_day", 2L,
                  "link_code", 1L,
                  "turn", 1L,
                  "seen_event", 8L,
                  "tip_subscription", 1L,
                  "tip_post", 1L,
                  "tip_change", 1L));
      assertThat(exported.total()).isEqualTo(22);
      assertThat(export(moved)).isEqualTo(out.toString());
      PeopleStore people = new PeopleStore(moved);
      PeopleStore before = new PeopleStore(old);
      assertThat(people.person(ANA_TOO, NOON)).isEqualTo(before.person(ANA_TOO, NOON));
      assertThat(people.records(people.person(ANA, NOON)))
          .isEqualTo(before.records(before.person(ANA, NOON)));
      assertThat(new HistoryStore(moved).of(people.person(ANA_TOO, NOON)))
          .isEqualTo(new HistoryStore(old).of(before.person(ANA, NOON)))
          .hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void newRowsGetNewNumbers(Engine engine) throws Exception {
    try (Database old = databases.open(Engine.SQLITE);
        Database moved = databases.open(engine)) {
      populate(old);
      new StoreTransfer(moved).importFrom(new StringReader(export(old)));
      PeopleStore people = new PeopleStore(moved);
      HistoryStore history = new HistoryStore(moved);

      Person fresh = people.person(new Account("discord", "fresh"), NOON);

      assertThat(fresh.account()).isGreaterThan(people.person(ANA_TOO, NOON).account());
      assertThat(history.add(fresh, entry("step-1", "", "new"))).isTrue();
      assertThat(history.add(fresh, entry("step-1", "", "e1"))).isFalse();
      new ConversationStore(moved)
          .add(
              new Member(Platform.DISCORD, "ana"),
              new Place(Platform.DISCORD, "g", "c", ""),
              "And how long?",
              NOON);
      assertThat(
              new ConversationStore(moved)
                  .recent(
                      new Member(Platform.DISCORD, "ana"),
                      new Place(Platform.DISCORD, "g", "c", ""),
                      NOON))
          .containsExactly("Do I need a degree?", "And how long?");
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anEmptyDatabaseMovesAsWell(Engine engine) throws Exception {
    try (Database old = databases.open(engine);
        Database moved = databases.open(Engine.SQLITE)) {
      StoreTransfer.Summary imported =
          new StoreTransfer(moved).importFrom(new StringReader(export(old)));

      assertThat(imported.total()).isZero();
      new PeopleStore(moved).person(ANA, NOON);
    }
  }

  @Test
  void everyLineIsAnObjectThatNamesItsTable() throws Exception {
    try (Database old = databases.open(Engine.SQLITE)) {
      populate(old);
      List<String> lines = export(old).lines().toList();

      assertThat(lines.getFirst())
          .startsWith("{\"waymark-store\":1,\"schema\":2,\"rows\":{\"account\":3,");
      assertThat(lines.get(1))
          .isEqualTo(
              "{\"table\":\"account\",\"id\":1,\"platform\":\"discord\",\"platform_id\":\"ana\",\"group_id\":1,\"since\":1795521600123}");
      assertThat(lines.getLast())
          .startsWith("{\"rows\":{\"account\":3,")
          .matches(".*\"sha256\":\"[0-9a-f]{64}\"}");
    }
  }

  /** Changes an export and says how it is refused; the database has to stay empty. */
  private String refused(Change change) throws Exception {
    try (Database old = databases.open(Engine.SQLITE);
        Database moved = databases.open(Engine.SQLITE)) {
      populate(old);
      var lines = new ArrayList<>(export(old).lines().toList());
      change.to(lines);
      String text = String.join("\n", lines);

      TransferException refused =
          catchThrowableOfType(
              TransferException.class,
              () -> new StoreTransfer(moved).importFrom(new StringReader(text)));

      assertThat(refused).isNotNull();
      assertThat(refused.getMessage()).endsWith("; nothing was imported.");
      for (Table table : Table.values()) {
        assertThat(
                moved.<Integer, RuntimeException>read(
                    h -> h.createQuery(table.selectAll()).mapToMap().list().size()))
            .isZero();
      }
      return String.valueOf(refused.getMessage());
    }
  }

  private interface Change {
    void to(List<String> lines);
  }

  @Test
  void anExportThatWasCutOffIsRefused() throws Exception {
    assertThat(refused(lines -> lines.subList(9, lines.size()).clear()))
        .startsWith("The export ends after line 9: it has no end, so that a part of it is missing");
    assertThat(refused(List::clear)).startsWith("The export ends after line 0: it is empty");
    assertThat(refused(lines -> lines.set(8, lines.get(8).substring(0, 20))))
        .startsWith("Line 9 of the export is no JSON object");
  }

  @Test
  void aRowThatWasChangedTakenOutOrAddedIsRefused() throws Exception {
    String changed = "Line 24 of the export says that the export had other rows";
    assertThat(refused(lines -> lines.set(4, lines.get(4).replace("step-1", "step-9"))))
        .startsWith(changed);
    assertThat(refused(lines -> lines.remove(lines.size() - 2)))
        .startsWith("Line 23 of the export says that the export had other rows");
    assertThat(refused(lines -> lines.set(1, lines.get(1).replace(":1,", ": 1,"))))
        .startsWith(changed);
    assertThat(refused(lines -> lines.add(lines.get(3))))
        .startsWith("Line 25 of the export comes after the end");
  }

  @Test
  void whatIsNoRowIsRefusedWithItsLine() throws Exception {
    assertThat(refused(lines -> lines.set(2, "[1]"))).startsWith("Line 3 of the export is no JSON");
    assertThat(refused(lines -> lines.set(2, "{\"table\":\"secrets\",\"id\":1}")))
        .startsWith("Line 3 of the export is of no table that this Waymark has");
    assertThat(refused(lines -> lines.set(2, lines.get(2).replace("\"since\"", "\"until\""))))
        .startsWith("Line 3 of the export has no since as the table account needs it");
    assertThat(refused(lines -> lines.set(2, lines.get(2).replaceFirst(":2,", ":\"2\","))))
        .startsWith("Line 3 of the export has no id as the table account needs it");
    assertThat(refused(lines -> lines.set(2, lines.get(2).replace("}", ",\"more\":1}"))))
        .startsWith("Line 3 of the export has other columns than the table account");
    assertThat(refused(lines -> lines.set(2, lines.get(1))))
        .startsWith("One of the lines 2 to 4 of the export contradicts the others");
    assertThat(refused(lines -> lines.subList(1, 4).clear()))
        .startsWith("One of the lines 2 to 5 of the export contradicts the others");
  }

  @Test
  void anExportOfAnotherVersionIsRefused() throws Exception {
    assertThat(refused(lines -> lines.set(0, lines.get(0).replace("\"schema\":2", "\"schema\":9"))))
        .startsWith(
            "Line 1 of the export says that the export is of format 1 and tables 9, but this Waymark knows 1 and 2");
    assertThat(refused(lines -> lines.removeFirst()))
        .startsWith("Line 1 of the export is not the head of an export of Waymark's");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whatADatabaseHoldsIsNeverMixedWithAnExport(Engine engine) throws Exception {
    try (Database database = databases.open(engine)) {
      populate(database);
      String before = export(database);

      TransferException refused =
          catchThrowableOfType(
              TransferException.class,
              () -> new StoreTransfer(database).importFrom(new StringReader(before)));

      assertThat(refused).isNotNull();
      assertThat(refused)
          .hasMessage(
              "The database is not empty (account has 3 rows), and what it holds is never mixed with an export; import into a new one.");
      assertThat(export(database)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void linesAreWrittenOneByOneHoweverManyThereAre(Engine engine) throws Exception {
    int rows = 20_000;
    try (Database old = databases.open(engine);
        Database moved = databases.open(engine)) {
      Person ana = new PeopleStore(old).person(ANA, NOON);
      old.write(
          handle ->
              handle
                  .createUpdate(
                      """
                      insert into history
                        (account_id, platform, guide, edition, kind, step, title, note, at, event_id)
                      with recursive n (i) as (select 1 union all select i + 1 from n where i < :rows)
                      select :account, 'discord', 'g', 1, 'DONE', 's', '', 'a note of some length', i,
                        cast(i as varchar(9))
                      from n
                      """)
                  .bind("rows", rows)
                  .bind("account", ana.account())
                  .execute());
      var written = new StringWriter();
      var mostAtOnce = new long[1];
      Writer out =
          new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
              mostAtOnce[0] = Math.max(mostAtOnce[0], length);
              written.write(text, from, length);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
          };
      StoreTransfer.Summary exported = new StoreTransfer(old).exportTo(out);
      Reader in = new StringReader(written.toString());

      assertThat(new StoreTransfer(moved).importFrom(in)).isEqualTo(exported);
      assertThat(exported.rows()).containsEntry("history", (long) rows);
      assertThat(mostAtOnce[0]).isLessThan(1_000);
    }
  }
}
