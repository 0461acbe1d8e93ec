package dev.waymark.discord;

import dev.waymark.discord.loopback.Guild;
import dev.waymark.discord.loopback.Interaction;
import dev.waymark.discord.loopback.LoopbackDiscord;
import dev.waymark.discord.loopback.Member;
import dev.waymark.discord.loopback.SeenMessage;
import dev.waymark.discord.loopback.SentMessage;
import dev.waymark.load.MeasuredBot;
import dev.waymark.load.Percentiles;
import dev.waymark.load.Questions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Waymark beside a bare bot that echoes and one that looks the same answers up first, one after the
 * other in one run, each a process of its own against a Discord on loopback: how long a command and
 * a mention wait for their answer, what is kept in memory, how long a start takes, and what is lost
 * when the connection is cut. Prints tables; README has the command.
 */
public final class DiscordLoad {

  static final int MEMBERS = 200;

  // -Dload.share=10 does a tenth of it, while something is tried.
  private static final int SHARE = Integer.getInteger("load.share", 1);
  private static final int WARM_UP = 1_000 / SHARE;
  private static final int ONE_BY_ONE = 5_000 / SHARE;
  private static final int AT_ONCE = 1_000;
  private static final int THROUGH_CUTS = 20_000 / SHARE;
  private static final int CUTS = 10;
  private static final int UNDER_WAY = 100;
  private static final String CHANNEL = "#general";

  private final Questions questions;
  private String suggestions = "";

  private DiscordLoad(Questions questions) {
    this.questions = questions;
  }

  /** Runs it all. */
  public static void main(String[] args) throws Exception {
    var load = new DiscordLoad(Questions.read());
    System.out.println(
        "| | least command → callback | `/ask` → callback, p50 / p95 / p99 | mention → reply | 1,000 at once: p50 / p95 / p99, a second | memory after | start to ready |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|");
    load.compare("echo");
    // A bare bot beside which only the adapter counts: it looks the answers up, and echoes.
    load.compare("thinking");
    load.compare("waymark");
    System.out.println("\nSuggestions while typing: " + load.suggestions);
    System.out.println("The answers alone: " + load.alone());
    System.out.println(load.throughCuts());
  }

  private static MeasuredBot start(String which, Path folder, LoopbackDiscord discord)
      throws IOException {
    return MeasuredBot.start(
        LoadedBot.class.getName(),
        folder,
        Map.of(
            "DISCORD_TOKEN",
            discord.token(),
            "DISCORD_API_URL",
            discord.apiUrl(),
            "DISCORD_GATEWAY_URL",
            discord.gatewayUrl()),
        which,
        folder.toString());
  }

  private static List<Member> members(LoopbackDiscord discord) {
    Guild guild = discord.guild("Learners");
    guild.channel(CHANNEL);
    return IntStream.range(0, MEMBERS).mapToObj(i -> guild.member("m" + i)).toList();
  }

  private void compare(String which) throws Exception {
    Path folder = Files.createTempDirectory("waymark-load");
    // Bodies are not checked against Discord's description here: that would be what is measured.
    try (LoopbackDiscord discord =
        LoopbackDiscord.with().clock(Clock.systemUTC()).unspecified().start()) {
      List<Member> members = members(discord);
      try (var bot = start(which, folder, discord)) {
        Duration start = bot.awaitReady();
        oneByOne(members, this::ask, WARM_UP);
        // What the adapter itself costs shows where there is hardly anything to think about.
        BiFunction<List<Member>, Integer, Interaction> least =
            which.equals("waymark") ? DiscordLoad::help : this::ask;
        oneByOne(members, least, WARM_UP);
        var leasts = Percentiles.of(oneByOne(members, least, ONE_BY_ONE));
        var commands = Percentiles.of(oneByOne(members, this::ask, ONE_BY_ONE));
        var mentions = Percentiles.of(mentions(members, ONE_BY_ONE));
        // One that thinks where it takes events in is late for most of them.
        String atOnce = which.equals("thinking") ? "" : atOnce(members);
        if (which.equals("waymark")) {
          suggestions = Percentiles.of(oneByOne(members, DiscordLoad::suggest, WARM_UP)).toString();
        }
        System.out.printf(
            "| %s | %s | %s | %s | %s | %d MB | %.1f s |%n",
            which, leasts, commands, mentions, atOnce, bot.resident(), start.toMillis() / 1e3);
      }
    }
  }

  private Interaction ask(List<Member> members, int i) {
    return members.get(i % MEMBERS).slash(CHANNEL, "ask", Map.of("question", questions.get(i)));
  }

  private static Interaction suggest(List<Member> members, int i) {
    return members.get(i % MEMBERS).autocomplete("step", "which", "data".substring(0, 1 + i % 4));
  }

  private static Interaction help(List<Member> members, int i) {
    return members.get(i % MEMBERS).slash(CHANNEL, "help", Map.of());
  }

  private static List<Duration> oneByOne(
      List<Member> members, BiFunction<List<Member>, Integer, Interaction> command, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> command.apply(members, i).acknowledged().took())
        .toList();
  }

  private List<Duration> mentions(List<Member> members, int count) {
    var took = new ArrayList<Duration>();
    for (int i = 0; i < count; i++) {
      SentMessage sent = members.get(i % MEMBERS).mentions(CHANNEL, questions.get(i));
      sent.await();
      took.add(sent.took());
    }
    return took;
  }

  private String atOnce(List<Member> members) throws Exception {
    long start = System.nanoTime();
    var answers = new ArrayList<CompletableFuture<Duration>>();
    for (int i = 0; i < AT_ONCE; i++) {
      long sent = System.nanoTime();
      answers.add(
          ask(members, i).future().thenApply(seen -> Duration.ofNanos(System.nanoTime() - sent)));
    }
    var took = new ArrayList<Duration>();
    for (CompletableFuture<Duration> answer : answers) {
      took.add(answer.get(1, TimeUnit.MINUTES));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return Percentiles.of(took) + ", %.0f".formatted(AT_ONCE / seconds);
  }

  /** What the same answers take when they are asked for through a pipe. */
  private String alone() throws Exception {
    Path folder = Files.createTempDirectory("waymark-load");
    try (LoopbackDiscord discord = LoopbackDiscord.with().unspecified().start();
        var bot = start("alone", folder, discord)) {
      bot.awaitReady();
      var took = new ArrayList<Duration>();
      for (int i = 0; i < WARM_UP + ONE_BY_ONE; i++) {
        Duration one = Duration.ofNanos(Long.parseLong(bot.told(questions.get(i))));
        if (i >= WARM_UP) {
          took.add(one);
        }
      }
      return Percentiles.of(took).toString();
    }
  }

  /** Many commands, while the connection is cut again and again. */
  private String throughCuts() throws Exception {
    Path folder = Files.createTempDirectory("waymark-load");
    // Discord's clock stands still, so that what was sent while the bot was away is not too late.
    try (LoopbackDiscord discord = LoopbackDiscord.with().unspecified().start()) {
      List<Member> members = members(discord);
      try (var bot = start("waymark", folder, discord)) {
        bot.awaitReady();
        var underWay = new Semaphore(UNDER_WAY);
        var sent = new ArrayList<CompletableFuture<SeenMessage>>();
        for (int i = 0; i < THROUGH_CUTS; i++) {
          if (i % (THROUGH_CUTS / CUTS) == THROUGH_CUTS / CUTS / 2) {
            discord.gateway().cut();
          }
          underWay.acquire();
          sent.add(command(members, i).future().whenComplete((seen, thrown) -> underWay.release()));
        }
        for (CompletableFuture<SeenMessage> answer : sent) {
          answer.get(2, TimeUnit.MINUTES);
        }
        long answers =
            discord.recorded().interactions().stream().filter(Interaction::isAcknowledged).count();
        return "%d commands, %d cuts: %d answered, %d sessions resumed, %d rules broken"
            .formatted(
                THROUGH_CUTS,
                CUTS,
                answers,
                discord.recorded().resumes(),
                discord.violations().size());
      }
    }
  }

  private Interaction command(List<Member> members, int i) {
    return switch (i % 4) {
      case 0 -> ask(members, i);
      case 1 -> members.get(i % MEMBERS).slash(CHANNEL, "next", Map.of());
      case 2 -> members.get(i % MEMBERS).slash(CHANNEL, "tip", Map.of());
      default -> members.get(i % MEMBERS).slash(CHANNEL, "undo", Map.of());
    };
  }
}
