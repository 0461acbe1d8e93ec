package dev.waymark.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.discord.loopback.Guild;
import dev.waymark.discord.loopback.Interaction;
import dev.waymark.discord.loopback.LoopbackDiscord;
import dev.waymark.discord.loopback.Member;
import dev.waymark.discord.loopback.SeenMessage;
import dev.waymark.discord.loopback.SentMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Waymark beside a bare bot that echoes, one after the other in one run, each a process of its own
 * against a Discord on loopback: how long a command and a mention wait for their answer, what is
 * kept in memory, how long a start takes, and what is lost when the connection is cut. Prints
 * tables; README has the command.
 */
public final class DiscordLoad {

  static final int MEMBERS = 200;

  private static final int WARM_UP = 1_000;
  private static final int ONE_BY_ONE = 5_000;
  private static final int AT_ONCE = 1_000;
  private static final int THROUGH_CUTS = 20_000;
  private static final int CUTS = 10;
  private static final int UNDER_WAY = 100;
  private static final String CHANNEL = "#general";
  private static final Path QUESTIONS =
      Path.of("../data/backend-systems-developer/questions.jsonl");

  private final List<String> questions;
  private String suggestions = "";

  private DiscordLoad(List<String> questions) {
    this.questions = questions;
  }

  /** Runs it all. */
  public static void main(String[] args) throws Exception {
    var load = new DiscordLoad(questions());
    System.out.println(
        "| | least command → callback | `/ask` → callback, p50 / p95 / p99 | mention → reply | 1,000 at once: p50 / p95 / p99, a second | memory after | start to ready |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|");
    load.compare("echo");
    load.compare("waymark");
    System.out.println("\nSuggestions while typing: " + load.suggestions);
    System.out.println("The answers alone: " + load.alone());
    System.out.println(load.throughCuts());
  }

  private static List<String> questions() throws IOException {
    var mapper = new ObjectMapper();
    var found = new ArrayList<String>();
    for (String line : Files.readAllLines(QUESTIONS)) {
      JsonNode question = mapper.readTree(line);
      found.add(question.path("q").asText());
    }
    return found.stream().filter(q -> !q.isBlank()).toList();
  }

  private String question(int i) {
    return questions.get(i % questions.size());
  }

  static String percentiles(List<Duration> took) {
    List<Duration> sorted = took.stream().sorted().toList();
    return IntStream.of(50, 95, 99)
            .mapToObj(p -> sorted.get(Math.min(sorted.size() - 1, sorted.size() * p / 100)))
            .map(d -> "%.1f".formatted(d.toNanos() / 1e6))
            .reduce((a, b) -> a + " / " + b)
            .orElseThrow()
        + " ms";
  }

  /** A bot in a process of its own. */
  private static final class Bot implements AutoCloseable {

    private final Process process;
    private final BufferedReader says;
    private final long started = System.nanoTime();

    Bot(String which, Path folder, LoopbackDiscord discord) throws IOException {
      var builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LoadedBot.class.getName(),
                  which,
                  folder.toString())
              .redirectError(folder.resolve(which + ".log").toFile());
      builder
          .environment()
          .putAll(
              Map.of(
                  "DISCORD_TOKEN",
                  discord.token(),
                  "DISCORD_API_URL",
                  discord.apiUrl(),
                  "DISCORD_GATEWAY_URL",
                  discord.gatewayUrl()));
      process = builder.start();
      says = process.inputReader();
    }

    String line() throws IOException {
      return Optional.ofNullable(says.readLine())
          .orElseThrow(() -> new IOException("the bot ended: see its log"));
    }

    /** Tells it a line and returns what it says to that. */
    String told(String text) throws IOException {
      Writer in = process.outputWriter(StandardCharsets.UTF_8);
      in.write(text.replaceAll("\\R", " ") + "\n");
      in.flush();
      return line();
    }

    Duration awaitReady() throws IOException {
      if (!line().equals("ready")) {
        throw new IOException("the bot is not ready");
      }
      return Duration.ofNanos(System.nanoTime() - started);
    }

    /** What it keeps of the machine's memory, in MB. */
    long resident() throws IOException {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void close() throws IOException {
      process.getOutputStream().close();
      try {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        process.destroyForcibly();
      }
    }
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
      try (var bot = new Bot(which, folder, discord)) {
        Duration start = bot.awaitReady();
        oneByOne(members, this::ask, WARM_UP);
        // What the adapter itself costs shows where there is hardly anything to think about.
        BiFunction<List<Member>, Integer, Interaction> least =
            which.equals("echo") ? this::ask : DiscordLoad::help;
        oneByOne(members, least, WARM_UP);
        String leasts = percentiles(oneByOne(members, least, ONE_BY_ONE));
        String commands = percentiles(oneByOne(members, this::ask, ONE_BY_ONE));
        String mentions = percentiles(mentions(members, ONE_BY_ONE));
        String atOnce = atOnce(members);
        if (which.equals("waymark")) {
          suggestions = percentiles(oneByOne(members, DiscordLoad::suggest, WARM_UP));
        }
        System.out.printf(
            "| %s | %s | %s | %s | %s | %d MB | %.1f s |%n",
            which, leasts, commands, mentions, atOnce, bot.resident(), start.toMillis() / 1e3);
      }
    }
  }

  private Interaction ask(List<Member> members, int i) {
    return members.get(i % MEMBERS).slash(CHANNEL, "ask", Map.of("question", question(i)));
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
      SentMessage sent = members.get(i % MEMBERS).mentions(CHANNEL, question(i));
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
    return percentiles(took) + ", %.0f".formatted(AT_ONCE / seconds);
  }

  /** What the same answers take when they are asked for through a pipe. */
  private String alone() throws Exception {
    Path folder = Files.createTempDirectory("waymark-load");
    try (LoopbackDiscord discord = LoopbackDiscord.with().unspecified().start();
        var bot = new Bot("alone", folder, discord)) {
      bot.awaitReady();
      var took = new ArrayList<Duration>();
      for (int i = 0; i < WARM_UP + ONE_BY_ONE; i++) {
        Duration one = Duration.ofNanos(Long.parseLong(bot.told(question(i))));
        if (i >= WARM_UP) {
          took.add(one);
        }
      }
      return percentiles(took);
    }
  }

  /** Many commands, while the connection is cut again and again. */
  private String throughCuts() throws Exception {
    Path folder = Files.createTempDirectory("waymark-load");
    // Discord's clock stands still, so that what was sent while the bot was away is not too late.
    try (LoopbackDiscord discord = LoopbackDiscord.with().unspecified().start()) {
      List<Member> members = members(discord);
      try (var bot = new Bot("waymark", folder, discord)) {
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
