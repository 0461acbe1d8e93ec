package dev.waymark.command;

import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Heard;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import dev.waymark.conversation.RunningClock;
import dev.waymark.load.Percentiles;
import dev.waymark.picture.Pictures;
import dev.waymark.store.ConversationStore;
import dev.waymark.store.Database;
import dev.waymark.store.DueTasks;
import dev.waymark.store.HistoryStore;
import dev.waymark.store.PeopleStore;
import dev.waymark.store.SeenEventStore;
import dev.waymark.store.TipStore;
import dev.waymark.store.UnusableDatabase;
import dev.waymark.tips.TipDesk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How ten thousand channels that are due at the same minute get their tips from a platform that
 * takes fifty messages a second, while members go on to use commands. The clock runs three times as
 * fast as the world's.
 */
public final class TipLoad {

  private static final int CHANNELS = 10_000;
  private static final int PLATFORM_A_SECOND = 50;
  private static final int ROUND_TRIP_MILLIS = 40;
  private static final int FASTER = 3;
  private static final Instant DUE = Instant.parse("2026-11-24T09:00:00Z");

  /** A platform that takes so many messages in any second, and refuses the rest. */
  private static final class Platforms implements ChatChannel {

    private final Clock clock;
    private final List<Instant> taken = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> posts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    Platforms(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Limits limits() {
      return new Limits(47, Duration.ofMinutes(2));
    }

    @Override
    public boolean reaches(Place place) {
      return true;
    }

    @Override
    public Posted post(Place place, ChatReply reply, PostKey key) {
      if (!takes()) {
        refused.incrementAndGet();
        return new Posted.Later(clock.instant().plusSeconds(1));
      }
      pause(ROUND_TRIP_MILLIS / FASTER);
      posts.add(place.channel());
      return new Posted.Sent(key.value());
    }

    private synchronized boolean takes() {
      Instant now = clock.instant();
      int last = taken.size() - PLATFORM_A_SECOND;
      if (last >= 0 && taken.get(last).isAfter(now.minusSeconds(1))) {
        return false;
      }
      taken.add(now);
      return true;
    }

    @Override
    public Search find(Place place, PostKey key, Instant since) {
      return new Search.NotKnown();
    }

    @Override
    public List<String> missing(Place place) {
      return List.of();
    }

    @Override
    public boolean tell(Member member, ChatReply reply) {
      return true;
    }
  }

  private TipLoad() {}

  /** Runs it all. */
  public static void main(String[] args)
      throws IOException, UnusableDatabase, InterruptedException {
    System.out.println(
        "| database | all posted after | the limits allow | refused by the platform | lost or double | waited, longest | command p50 / p95 / p99 before → meanwhile | heap before → after |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
    Path folder = Files.createTempDirectory("waymark-load");
    measure("SQLite", "jdbc:sqlite:" + folder.resolve("waymark.db"));
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      measure("PostgreSQL", server.getJdbcUrl("postgres", "postgres"));
    }
  }

  private static void measure(String name, String url)
      throws UnusableDatabase, InterruptedException {
    try (Database database = Database.open(url)) {
      var clock = RunningClock.at(DUE.minusSeconds(600), FASTER);
      var platform = new Platforms(clock);
      BotCommands.Wired wired = wired(database, clock);
      var due = new AtomicReference<DueTasks>();
      wired
          .tips()
          .connect(
              Platform.DISCORD,
              platform,
              poster -> {
                due.set(new DueTasks(database, "tip-discord", poster::run, clock));
                return due.get();
              });
      for (int i = 0; i < CHANNELS; i++) {
        subscribe(wired.tips(), "c" + i);
      }
      var before = Percentiles.of(commands(wired.bot(), 1_000));
      long heapBefore = heap();
      clock.set(DUE.minusSeconds(10));
      due.get().start();
      var during = new ArrayList<Duration>();
      Instant giveUp = DUE.plusSeconds(3 * 3_600);
      while (platform.posts.size() < CHANNELS && clock.instant().isBefore(giveUp)) {
        during.addAll(commands(wired.bot(), 20));
        pause(100);
      }
      Duration took = Duration.between(DUE, clock.instant());
      long heapAfter = heap();
      pause(3_000);
      due.get().close();
      int lost = CHANNELS - new HashSet<>(platform.posts).size();
      int twice = platform.posts.size() - new HashSet<>(platform.posts).size();
      System.out.printf(
          "| %s | %.0f s | %d s | %d | %d | %.0f s | %s → %s | %d → %d MB |%n",
          name,
          took.toMillis() / 1e3,
          CHANNELS / PLATFORM_A_SECOND,
          platform.refused.get(),
          lost + twice,
          Duration.between(DUE, platform.taken.getLast()).toMillis() / 1e3,
          before,
          Percentiles.of(during),
          heapBefore,
          heapAfter);
    }
  }

  private static BotCommands.Wired wired(Database database, Clock clock) {
    return BotCommands.bot(
        new GuideShelf(List.of(ScriptedChat.book(Guides.potter()))),
        new Pictures(),
        new BotCommands.Kept(
            new SeenEventStore(database),
            new ConversationStore(database),
            new PeopleStore(database),
            new HistoryStore(database),
            new TipStore(database)),
        ChatBot.Pace.unlimited(clock),
        clock);
  }

  private static void subscribe(TipDesk desk, String channel) {
    desk.on(
        new Place(Platform.DISCORD, "guild", channel, ""),
        new Member(Platform.DISCORD, "admin"),
        new TipDesk.Wish(
            Optional.of(LocalTime.of(9, 0)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        ZoneId.of("UTC"),
        "potter");
  }

  private static List<Duration> commands(ChatBot bot, int count) {
    var took = new ArrayList<Duration>();
    for (int i = 0; i < count; i++) {
      var request =
          new ChatRequest(
              "",
              new Member(Platform.DISCORD, "m" + i % 50),
              false,
              new Place(Platform.DISCORD, "", "dm", ""),
              new ChatRequest.Text("/next", Heard.DIRECT));
      long began = System.nanoTime();
      bot.handle(request);
      took.add(Duration.ofNanos(System.nanoTime() - began));
    }
    return took;
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static void pause(long millis) {
    try {
      if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
