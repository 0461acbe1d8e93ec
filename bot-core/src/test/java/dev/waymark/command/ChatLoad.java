package dev.waymark.command;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Heard;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.person.Account;
import dev.waymark.picture.Pictures;
import dev.waymark.store.ConversationStore;
import dev.waymark.store.Database;
import dev.waymark.store.HistoryStore;
import dev.waymark.store.PeopleStore;
import dev.waymark.store.SeenEventStore;
import dev.waymark.store.TipStore;
import dev.waymark.store.UnusableDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * How long commands take through the real bot on both databases, how many a second 200 members at
 * once get, and what a hundred thousand members with a million events change. Prints a table;
 * README has the command.
 */
public final class ChatLoad {

  private static final int COMMANDS = 3_000;
  private static final int AT_ONCE = 200;
  private static final int EACH = 50;
  private static final int MEMBERS = 100_000;
  private static final int EVENTS_EACH = 10;

  private final AtomicInteger events = new AtomicInteger();
  private final Clock clock = Clock.systemUTC();
  private final String url;
  private final ChatBot bot;
  private final PeopleStore people;
  private final HistoryStore history;

  private ChatLoad(String url, Database database) {
    this.url = url;
    this.people = new PeopleStore(database);
    this.history = new HistoryStore(database);
    var kept =
        new BotCommands.Kept(
            new SeenEventStore(database),
            new ConversationStore(database),
            people,
            history,
            new TipStore(database));
    this.bot =
        BotCommands.bot(
                new GuideShelf(List.of(ScriptedChat.book(Guides.potter()))),
                new Pictures(),
                kept,
                ChatBot.Pace.unlimited(clock),
                clock)
            .bot();
  }

  /** Runs it all. */
  public static void main(String[] args)
      throws IOException, SQLException, UnusableDatabase, InterruptedException, ExecutionException {
    System.out.println(
        "| database | command p50 / p99 | at once | a second | lost or double | `/next` p50 / p99 with a million events |");
    System.out.println("|---|--:|--:|--:|--:|--:|");
    Path folder = Files.createTempDirectory("waymark-load");
    measure("SQLite", "jdbc:sqlite:" + folder.resolve("waymark.db"));
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      measure("PostgreSQL", server.getJdbcUrl("postgres", "postgres"));
    }
  }

  private static void measure(String name, String url)
      throws UnusableDatabase, SQLException, InterruptedException, ExecutionException {
    try (Database database = Database.open(url)) {
      var load = new ChatLoad(url, database);
      load.oneByOne(i -> "warm" + i % 50, "/done", "/next", "/undo");
      long[] single = load.oneByOne(i -> "one" + i % 50, "/done", "/next", "/undo");
      long[] before = load.oneByOne(i -> "one" + i % 50, "/next");
      long began = System.nanoTime();
      int answered = load.atOnce();
      double seconds = (System.nanoTime() - began) / 1e9;
      long wrong = load.wrong(answered);
      load.fill();
      load.oneByOne(i -> "filled" + i * 31 % MEMBERS, "/next");
      long[] after = load.oneByOne(i -> "filled" + i * 37 % MEMBERS, "/next");
      System.out.printf(
          "| %s | %s | %d | %.0f | %d | %s (%s before) |%n",
          name,
          figures(single),
          AT_ONCE,
          answered / seconds,
          wrong,
          figures(after),
          figures(before));
    }
  }

  private static String figures(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return "%.2f / %.1f ms"
        .formatted(sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
  }

  private Optional<ChatReply> says(String member, String text) {
    return bot.handle(
        new ChatRequest(
            "load-" + events.incrementAndGet(),
            new Member(Platform.DISCORD, member),
            false,
            new Place(Platform.DISCORD, "", "dm-" + member, ""),
            new ChatRequest.Text(text, Heard.DIRECT)));
  }

  private long[] oneByOne(IntFunction<String> member, String... texts) {
    long[] nanos = new long[COMMANDS];
    for (int i = 0; i < COMMANDS; i++) {
      String who = member.apply(i);
      String text = texts[i % texts.length];
      long began = System.nanoTime();
      says(who, text);
      nanos[i] = System.nanoTime() - began;
    }
    return nanos;
  }

  /** Each of many members does a step and takes it back, over and over. */
  private int atOnce() throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var members = new ArrayList<Future<Integer>>();
      for (int m = 0; m < AT_ONCE; m++) {
        String member = "crowd" + m;
        members.add(
            threads.submit(
                () -> {
                  int answered = 0;
                  for (int i = 0; i < EACH; i++) {
                    answered += says(member, i % 2 == 0 ? "/done" : "/undo").isPresent() ? 1 : 0;
                  }
                  return answered;
                }));
      }
      int answered = 0;
      for (Future<Integer> member : members) {
        answered += member.get();
      }
      return answered;
    }
  }

  /** How many commands of the crowd left no trace, or more than one. */
  private long wrong(int answered) {
    long kept = 0;
    for (int m = 0; m < AT_ONCE; m++) {
      kept +=
          history.of(people.person(new Account("discord", "crowd" + m), clock.instant())).size();
    }
    return Math.abs(AT_ONCE * EACH - kept) + Math.abs(AT_ONCE * EACH - answered);
  }

  private void fill() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.setAutoCommit(false);
      try (PreparedStatement accounts =
              connection.prepareStatement(
                  "insert into account (id, platform, platform_id, group_id, since) values (?, 'discord', ?, ?, 0)");
          PreparedStatement entries =
              connection.prepareStatement(
                  "insert into history (account_id, platform, guide, edition, kind, step, title, note, at, event_id)"
                      + " values (?, 'discord', 'potter', 1, ?, 'step-clay', 'Learn about clay', '', ?, null)")) {
        for (int m = 0; m < MEMBERS; m++) {
          long id = 1_000_000L + m;
          accounts.setLong(1, id);
          accounts.setString(2, "filled" + m);
          accounts.setLong(3, id);
          accounts.addBatch();
          for (int e = 0; e < EVENTS_EACH; e++) {
            entries.setLong(1, id);
            entries.setString(2, e % 2 == 0 ? "DONE" : "UNDONE");
            entries.setLong(3, e);
            entries.addBatch();
          }
          if (m % 1_000 == 999) {
            accounts.executeBatch();
            entries.executeBatch();
          }
        }
      }
      connection.commit();
    }
  }
}
