package dev.waymark.discord;

import dev.waymark.Waymark;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.chat.Platform;
import dev.waymark.conversation.RunningClock;
import dev.waymark.conversation.ShippedBot;
import dev.waymark.discord.loopback.Channel;
import dev.waymark.discord.loopback.Endpoint;
import dev.waymark.discord.loopback.Failure;
import dev.waymark.discord.loopback.Guild;
import dev.waymark.discord.loopback.LoopbackDiscord;
import dev.waymark.discord.loopback.SeenMessage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Kills the bot, in processes of its own, at random moments around the time at which its daily
 * posts are due, and starts it again, while Discord's answers are lost at random too. Each
 * simulated day ends when every channel has its post, and no channel may ever have two.
 */
final class TipKills {

  private static final long SEED = 20261128;
  private static final LocalTime DUE = LocalTime.of(9, 0);
  private static final LocalDate FIRST = LocalDate.of(2027, 1, 4);
  static final int CHANNELS = 5;
  // What is waited for after a kill is minutes by the bots' clock.
  private static final int SPEED = 40;
  // Longer than a start takes, so that kills come before, while and after it posts.
  private static final Duration AROUND = Duration.ofSeconds(4);
  private static final Duration HEARS = Duration.ofMillis(15);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final String database;
  private final int instances;
  private final Random random = new Random(SEED);
  private final RunningClock clock =
      RunningClock.at(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC), SPEED);
  private final List<Bot> bots = new ArrayList<>();
  private int kills;
  private int lostAnswers;

  /**
   * What came of it.
   *
   * @param kills how often a process was killed
   * @param lostAnswers how many of Discord's answers were lost
   * @param days simulated
   * @param posts that stand
   * @param faults what is missing or too much; empty when all is well
   */
  record Outcome(int kills, int lostAnswers, int days, int posts, List<String> faults) {}

  /**
   * Prepares it.
   *
   * @param folder for the processes' logs
   * @param instances how many processes serve the same channels
   */
  TipKills(Path folder, String database, int instances) {
    this.folder = folder;
    this.database = database;
    this.instances = instances;
  }

  /** The argument says how many kills there are to be, half of them with each database. */
  public static void main(String[] args) throws Exception {
    int half = Integer.parseInt(args[0]) / 2;
    Path folder = Files.createTempDirectory("waymark-kills");
    System.out.println(
        "| database | bots | kills | answers lost | days | posts | lost or double |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|");
    boolean well =
        print("SQLite", 1, new TipKills(folder, ShippedBot.url(folder, "k"), 1).run(half));
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      well &= print("PostgreSQL", 2, new TipKills(folder, url, 2).run(half));
    }
    System.exit(well ? 0 : 1);
  }

  private static boolean print(String database, int bots, Outcome outcome) {
    System.out.printf(
        "| %s | %d | %d | %d | %d | %d | %d |%n",
        database,
        bots,
        outcome.kills(),
        outcome.lostAnswers(),
        outcome.days(),
        outcome.posts(),
        Math.abs(outcome.posts() - outcome.days() * CHANNELS));
    outcome.faults().forEach(System.out::println);
    return outcome.faults().isEmpty();
  }

  /** A bot in a process of its own. */
  private static final class Bot {

    private final Process process;
    private final BufferedReader says;

    Bot(List<String> command, Map<String, String> environment, Path log) throws IOException {
      var builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      process = builder.start();
      says = process.inputReader();
    }

    /** Waits until it is connected, unless it ends before. */
    boolean isReady() throws IOException {
      return "ready".equals(says.readLine());
    }

    /** Kills it as kill -9 does. */
    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }

  /** Runs until there were so many kills. */
  Outcome run(int atLeast) throws Exception {
    // Each start makes itself known anew, and Discord would have it wait five seconds.
    try (LoopbackDiscord discord =
        LoopbackDiscord.with().clock(clock).identifies(Duration.ofNanos(1), 1).start()) {
      Guild guild = discord.guild("Learners");
      List<Channel> channels =
          IntStream.range(0, CHANNELS).mapToObj(i -> guild.channel("#tips-" + i)).toList();
      channels.forEach(c -> subscribe(guild, c));
      var faults = new ArrayList<String>();
      int days = 0;
      try {
        while (kills < atLeast && faults.isEmpty()) {
          faults.addAll(day(discord, channels, FIRST.plusDays(days++)));
        }
      } finally {
        killAll();
      }
      int posts = discord.recorded().messages().size();
      return new Outcome(kills, lostAnswers, days, posts, faults);
    }
  }

  /** An admin turns the tips on, before any of it. */
  private void subscribe(Guild guild, Channel channel) {
    try (Waymark waymark = ShippedBot.open(database, clock)) {
      var request =
          new ChatRequest(
              "",
              new Member(Platform.DISCORD, "1"),
              true,
              new Place(Platform.DISCORD, guild.id(), channel.id(), ""),
              new ChatRequest.Command("tips on", Map.of("time", DUE.toString(), "zone", "UTC")));
      String said = waymark.bot().handle(request).orElseThrow().markdown();
      if (!said.contains("every day at " + DUE)) {
        throw new IllegalStateException(said);
      }
    } catch (Waymark.CannotOpen e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> day(LoopbackDiscord discord, List<Channel> channels, LocalDate day)
      throws IOException, InterruptedException {
    Instant due = day.atTime(DUE).toInstant(ZoneOffset.UTC);
    clock.set(due.minus(upTo(AROUND).multipliedBy(SPEED)));
    do {
      startAll(discord);
      if (random.nextInt(3) == 0) {
        loseAnAnswer(discord);
      }
      awaitTheMoment(discord, channels, day);
      bots.remove(random.nextInt(bots.size())).kill();
      kills++;
    } while (random.nextBoolean());
    startAll(discord);
    for (Bot bot : bots) {
      if (!bot.isReady()) {
        return List.of(day + ": the bot did not start; see its log in " + folder);
      }
    }
    try {
      discord.await(PATIENCE, "the posts of " + day, () -> waiting(discord, channels, day) == 0);
    } catch (AssertionError e) {
      return List.of(String.valueOf(e.getMessage()));
    }
    killAll();
    return channels.stream()
        .filter(c -> posts(discord, c, day).size() > 1)
        .map(c -> day + ": " + c.name() + " has " + posts(discord, c, day))
        .toList();
  }

  /** Waits for any time, or until some posts of the day stand and the bot hears of the last. */
  private void awaitTheMoment(LoopbackDiscord discord, List<Channel> channels, LocalDate day)
      throws InterruptedException {
    if (random.nextBoolean()) {
      int some = 1 + random.nextInt(CHANNELS);
      discord.await(
          PATIENCE,
          some + " posts of " + day,
          () -> waiting(discord, channels, day) <= CHANNELS - some);
    }
    // The moment is what is tested; nothing is waited for.
    TimeUnit.NANOSECONDS.sleep(upTo(random.nextBoolean() ? AROUND : HEARS).toNanos());
  }

  /** How many channels have no post of a day yet. */
  private static long waiting(LoopbackDiscord discord, List<Channel> channels, LocalDate day) {
    return channels.stream().filter(c -> posts(discord, c, day).isEmpty()).count();
  }

  /** What the posts of a day in a channel have to press. */
  private static List<List<String>> posts(LoopbackDiscord discord, Channel channel, LocalDate day) {
    return discord.recorded().messagesIn(channel.name()).stream()
        .filter(m -> day(m).equals(day))
        .map(SeenMessage::buttons)
        .toList();
  }

  private static LocalDate day(SeenMessage message) {
    return OffsetDateTime.parse(message.json().path("timestamp").asText()).toLocalDate();
  }

  private void loseAnAnswer(LoopbackDiscord discord) {
    discord.fail(
        Endpoint.CREATE_MESSAGE, random.nextBoolean() ? Failure.cut() : Failure.swallowed(502));
    lostAnswers++;
  }

  private void startAll(LoopbackDiscord discord) throws IOException {
    while (bots.size() < instances) {
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx192m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              TippingBot.class.getName(),
              database,
              clock.description());
      bots.add(
          new Bot(
              command,
              Map.of(
                  "DISCORD_TOKEN",
                  discord.token(),
                  "DISCORD_API_URL",
                  discord.apiUrl(),
                  "DISCORD_GATEWAY_URL",
                  discord.gatewayUrl()),
              folder.resolve("bot.log")));
    }
  }

  private void killAll() throws InterruptedException {
    while (!bots.isEmpty()) {
      bots.removeLast().kill();
      kills++;
    }
  }

  private Duration upTo(Duration most) {
    return Duration.ofMillis(random.nextLong(most.toMillis()));
  }
}
