package dev.waymark.discord;

import dev.waymark.Environment;
import dev.waymark.Logging;
import dev.waymark.Settings;
import dev.waymark.Waymark;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.ChatChannel;
import dev.waymark.chat.ChatChannel.Search;
import dev.waymark.chat.ChatReply;
import dev.waymark.chat.Choice;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.chat.PostKey;
import dev.waymark.chat.Posted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A process for {@link TipKills} to kill: the bot as it is, on a clock of its own, with a post a
 * day in each channel. The arguments are the database's URL, the time that it is now, and the
 * channels, each {@code server/channel}; where Discord is, the environment says. It says {@code
 * ready} once it is connected, and ends with its input.
 */
final class TippingBot {

  /** When a day's posts are due. */
  static final LocalTime DUE = LocalTime.of(9, 0);

  private static final Path DATA = Path.of("../data");
  private static final Duration AGAIN = Duration.ofMillis(100);

  private final ChatChannel posts;
  private final Clock clock;
  private final List<Place> places;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  private TippingBot(ChatChannel posts, Clock clock, List<Place> places) {
    this.posts = posts;
    this.clock = clock;
    this.places = places;
  }

  public static void main(String[] args) throws Exception {
    Clock clock = RunningClock.at(Instant.parse(args[1]));
    Logging.toStandardError();
    Thread.ofPlatform().daemon().start(TippingBot::endWithInput);
    var environment = new Environment(System.getenv());
    DiscordSettings settings = DiscordSettings.from(environment);
    environment.check();
    try (Waymark waymark =
            Waymark.open(
                new Settings(DATA, Optional.empty(), Path.of("target"), args[0]),
                List.of(DATA.resolve("backend-systems-developer")),
                ChatBot.Pace.unlimited(clock),
                clock);
        DiscordMain main = DiscordMain.start(settings, waymark.bot(), clock)) {
      if (!main.awaitReady(Duration.ofMinutes(1))) {
        throw new IOException("not ready within a minute");
      }
      System.out.println("ready");
      List<Place> places = Arrays.stream(args).skip(2).map(TippingBot::place).toList();
      new TippingBot(main.posts(), clock, places).tip();
    }
  }

  /** Ends as abruptly as it is killed: whoever started it is gone. */
  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // It is told nothing.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private static Place place(String text) {
    String[] parts = text.split("/", 2);
    return new Place(Platform.DISCORD, parts[0], parts[1], "");
  }

  /**
   * Posts until it is killed. It keeps nothing, so that the posts' keys alone see to it that none
   * is lost and none comes twice.
   */
  private void tip() throws InterruptedException {
    for (int i = 0; i < places.size(); i++) {
      next(i, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
    timer.awaitTermination(Long.MAX_VALUE, TimeUnit.SECONDS);
  }

  private void next(int number, LocalDate day) {
    Instant due = day.atTime(DUE).toInstant(ZoneOffset.UTC);
    again(() -> post(number, day, due), Duration.between(clock.instant(), due));
  }

  private void again(Runnable work, Duration wait) {
    var unused = timer.schedule(work, Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
  }

  private void post(int number, LocalDate day, Instant due) {
    Place place = places.get(number);
    var key = new PostKey(day + "-" + number);
    ChatReply tip =
        ChatReply.content("Read an error message from its end.")
            .offering(List.of(Choice.main("next:tip:" + key.value(), "My next step")));
    boolean stands =
        switch (posts.find(place, key, due)) {
          case Search.Stands found -> true;
          case Search.Absent absent -> posts.post(place, tip, key) instanceof Posted.Sent;
          case Search.NotKnown unknown -> false;
        };
    if (stands) {
      next(number, day.plusDays(1));
    } else {
      again(() -> post(number, day, due), AGAIN);
    }
  }
}
