package dev.waymark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.Unavailable;
import dev.waymark.person.Account;
import dev.waymark.person.Person;
import dev.waymark.roadmap.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that fails while the bot runs: what members are told, and what is kept. */
@ExtendWith(Databases.Provider.class)
class BrokenDatabaseTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Account ANA = new Account("discord", "ana");
  private static final String LONG = "a line of evidence ".repeat(50);

  private final Databases databases;

  BrokenDatabaseTest(Databases databases) {
    this.databases = databases;
  }

  private static Entry entry(int number) {
    return new Entry("backend", 1, Entry.Kind.DONE, "step", "", LONG, NOON, "event-" + number);
  }

  private static Unavailable unavailable(Runnable work) {
    Unavailable unavailable = catchThrowableOfType(Unavailable.class, work::run);
    assertThat(unavailable).isNotNull();
    assertThat(unavailable.getMessage()).endsWith(".").doesNotContain("\n");
    // Nothing of what people write is passed on, not even to the log.
    for (Throwable t = unavailable; t != null; t = t.getCause()) {
      assertThat(String.valueOf(t.getMessage())).doesNotContain("evidence", "event-", "insert");
    }
    return unavailable;
  }

  /** Adds entries until there is no room, and says how many were acknowledged. */
  private static int fill(Database database) {
    HistoryStore history = new HistoryStore(database);
    Person ana = new PeopleStore(database).person(ANA, NOON);
    int kept = history.of(ana).size();
    while (true) {
      int number = kept;
      try {
        history.add(ana, entry(number));
      } catch (Unavailable e) {
        assertThat(unavailable(() -> history.add(ana, entry(number))))
            .hasMessage(
                "The disk that I keep things on is full, so nothing was changed. Please tell an admin.");
        return kept;
      }
      kept++;
    }
  }

  private static void assertSound(String url, int entries) throws UnusableDatabase {
    try (Database database = Database.open(url)) {
      HistoryStore history = new HistoryStore(database);
      Person ana = new PeopleStore(database).person(ANA, NOON);
      assertThat(history.of(ana)).hasSize(entries).doesNotHaveDuplicates();
      assertThat(history.add(ana, entry(entries))).isTrue();
      List<String> check =
          database.read(h -> h.createQuery("pragma integrity_check").mapTo(String.class).list());
      assertThat(check).containsExactly("ok");
    }
  }

  @Test
  void whenThereIsNoRoomWhatWasKeptStays() throws Exception {
    String url = "jdbc:sqlite:" + databases.newFile();
    Database.open(url).close();
    int kept;
    try (Database full = Database.open(url + "?max_page_count=60")) {
      kept = fill(full);
      // It can still be read, and what is deleted makes room.
      PeopleStore people = new PeopleStore(full);
      assertThat(new HistoryStore(full).of(people.person(ANA, NOON))).hasSize(kept);
    }
    assertThat(kept).isGreaterThan(20);
    assertSound(url, kept);
  }

  @Test
  void aDiskThatIsReallyFullLosesNothing(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder.toString()),
        "this user cannot mount a small disk");
    try {
      String url = "jdbc:sqlite:" + folder.resolve("waymark.db");
      int kept;
      try (Database database = Database.open(url)) {
        kept = fill(database);
        assertThat(kept).isGreaterThan(5);
        assertThat(new HistoryStore(database).of(new PeopleStore(database).person(ANA, NOON)))
            .hasSize(kept);
      }
      assertThat(run("mount", "-o", "remount,size=20m", folder.toString())).isTrue();
      assertSound(url, kept);
    } finally {
      run("umount", folder.toString());
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aLockedFileIsBusyUntilItIsNot() throws Exception {
    String url = "jdbc:sqlite:" + databases.newFile();
    try (Database database = Database.open(url + "?busy_timeout=50");
        Connection other = DriverManager.getConnection(url);
        var statement = other.createStatement()) {
      HistoryStore history = new HistoryStore(database);
      Person ana = new PeopleStore(database).person(ANA, NOON);
      history.add(ana, entry(0));
      statement.execute("begin exclusive");

      assertThat(unavailable(() -> history.add(ana, entry(1))))
          .hasMessage("My database is busy, so nothing was changed. Please try again in a moment.");
      assertThat(history.of(ana)).hasSize(1);
      unavailable(() -> database.purge(NOON));
      database.sweep();

      statement.execute("rollback");
      assertThat(history.add(ana, entry(1))).isTrue();
      assertThat(history.of(ana)).hasSize(2);
    }
  }

  @Test
  void pagesThatAreOverwrittenMeanwhileAreDamaged() throws Exception {
    Path file = databases.newFile();
    String url = "jdbc:sqlite:" + file;
    long root;
    try (Database database = Database.open(url)) {
      new HistoryStore(database).add(new PeopleStore(database).person(ANA, NOON), entry(0));
      root =
          database.read(
              h ->
                  h.createQuery("select rootpage from sqlite_master where name = 'history'")
                      .mapTo(Long.class)
                      .one());
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(LONG.getBytes(StandardCharsets.UTF_8)), (root - 1) * 4096);
    }
    try (Database database = Database.open(url)) {
      HistoryStore history = new HistoryStore(database);
      Person ana = new PeopleStore(database).person(ANA, NOON);

      assertThat(unavailable(() -> history.of(ana)))
          .hasMessageStartingWith("My database is damaged");
      assertThat(unavailable(() -> history.add(ana, entry(1))))
          .hasMessageStartingWith("My database is damaged");
    }
  }

  @Test
  void aServerThatDropsAllConnectionsIsFoundAgain() throws Exception {
    String url = databases.fresh(Engine.POSTGRESQL);
    try (Database database = Database.open(url);
        Connection admin = DriverManager.getConnection(databases.adminUrl())) {
      HistoryStore history = new HistoryStore(database);
      Person ana = new PeopleStore(database).person(ANA, NOON);
      history.add(ana, entry(0));
      try (var statement = admin.createStatement()) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                + url.replaceFirst(".*/(waymark_\\d+).*", "$1")
                + "'");
      }

      // Each connection that was open may fail once.
      for (int i = 0; i < 10; i++) {
        try {
          history.of(ana);
          break;
        } catch (Unavailable e) {
          assertThat(e)
              .hasMessage("I cannot reach my database just now. Please try again in a minute.");
        }
      }
      assertThat(history.of(ana)).hasSize(1);
      assertThat(history.add(ana, entry(1))).isTrue();
    }
  }

  @Test
  void aServerThatIsGoneMeanwhileCannotBeReachedUntilItIsBack() throws Exception {
    String url = databases.fresh(Engine.POSTGRESQL);
    try (Forwarder forwarder = new Forwarder(databases.port());
        Database database =
            Database.open(url.replace("localhost:" + databases.port(), forwarder.address()))) {
      HistoryStore history = new HistoryStore(database);
      Person ana = new PeopleStore(database).person(ANA, NOON);
      forwarder.cut();

      for (int i = 0; i < 2; i++) {
        assertThat(unavailable(() -> history.add(ana, entry(0))))
            .hasMessage("I cannot reach my database just now. Please try again in a minute.");
      }

      forwarder.mend();
      assertThat(history.add(ana, entry(0))).isTrue();
      assertThat(history.of(ana)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whatFailsHalfwayLeavesNothing(Engine engine) throws Exception {
    try (Database database = databases.open(engine)) {
      Person ana = new PeopleStore(database).person(ANA, NOON);
      assertThatThrownBy(
              () ->
                  database.write(
                      handle -> {
                        handle.execute("delete from account");
                        throw new IllegalStateException("halfway");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("halfway");
      assertThatThrownBy(
              () ->
                  database.note(
                      handle -> {
                        handle.execute("delete from account");
                        return handle.execute("insert into no_such_table values (1)");
                      }))
          .isInstanceOf(Unavailable.class)
          .hasMessage(
              "My database could not do that. Please try again; if it goes wrong again, tell an admin.");

      assertThat(new PeopleStore(database).person(ANA, NOON)).isEqualTo(ana);
      assertThat(new HistoryStore(database).add(ana, entry(0))).isTrue();
    }
  }

  @Test
  void whoIsInterruptedWhileWaitingIsToldThatItIsBusy() throws Exception {
    try (Database database = databases.open(Engine.SQLITE)) {
      ConversationStore conversations = new ConversationStore(database);
      Thread.currentThread().interrupt();
      try {
        assertThat(
                unavailable(
                    () ->
                        conversations.add(
                            new Member(Platform.DISCORD, "ana"),
                            new Place(Platform.DISCORD, "", "here", ""),
                            "evidence",
                            NOON)))
            .hasMessageStartingWith("My database is busy");
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }

  @Test
  void aClosedDatabaseSaysSo() throws Exception {
    Database database = databases.open(Engine.SQLITE);
    database.close();

    unavailable(() -> new PeopleStore(database).person(ANA, NOON));
  }
}
