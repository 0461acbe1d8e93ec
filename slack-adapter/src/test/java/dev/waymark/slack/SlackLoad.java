package dev.waymark.slack;

import dev.waymark.load.MeasuredBot;
import dev.waymark.load.Percentiles;
import dev.waymark.load.Questions;
import dev.waymark.slack.loopback.Interaction;
import dev.waymark.slack.loopback.LoopbackSlack;
import dev.waymark.slack.loopback.Member;
import dev.waymark.slack.loopback.Options;
import dev.waymark.slack.loopback.SeenMessage;
import dev.waymark.slack.loopback.SentMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Waymark beside a bare Bolt app that echoes and one that looks the same answers up first, in
 * Socket Mode and by HTTP, one after the other in one run, each a process of its own against a
 * Slack on loopback: how long a command waits for its acknowledgement and its answer and a mention
 * for its message, what is kept in memory, how long a start takes, and what is lost or doubled when
 * connections end and envelopes come again. Prints tables; README has the command.
 */
public final class SlackLoad {

  static final int MEMBERS = 200;

  // -Dload.share=10 does a tenth of it, while something is tried.
  private static final int SHARE = Integer.getInteger("load.share", 1);
  private static final int WARM_UP = 1_000 / SHARE;
  private static final int ONE_BY_ONE = 5_000 / SHARE;
  private static final int AT_ONCE = 1_000;
  private static final int THROUGH_CUTS = 20_000 / SHARE;
  private static final int CUTS = 10;
  private static final int AGAIN = 10;
  private static final int UNDER_WAY = 100;
  private static final int COLD_STARTS = 5;
  private static final String CHANNEL = "#general";

  private final Questions questions;

  private enum Mode {
    SOCKET,
    HTTP
  }

  /** How long it was from a command to its acknowledgement and to its answer. */
  private record Took(List<Duration> acks, List<Duration> answers) {}

  /** What was measured of a bot that the answer's own time adds to. */
  private record Measured(Percentiles least, Percentiles commands, Percentiles mentions) {}

  private SlackLoad(Questions questions) {
    this.questions = questions;
  }

  /**
   * Runs it all.
   *
   * @param args the modes to run it in; all when there are none
   */
  public static void main(String[] args) throws Exception {
    List<Mode> modes =
        args.length == 0 ? List.of(Mode.values()) : Stream.of(args).map(Mode::valueOf).toList();
    var load = new SlackLoad(Questions.read());
    System.out.println(
        "| | least command → ack | least command → answer | `/ask` → ack, p50 / p95 / p99 | `/ask` → answer | mention → message |"
            + " 1,000 at once: ack, longest | answer, a second | memory after | start to ready |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    Percentiles alone = load.alone();
    var after = new ArrayList<String>(List.of("", "The answers alone: " + alone));
    for (Mode mode : modes) {
      Measured echo = load.compare("echo", mode);
      // A bare app beside which only the adapter counts: it looks the answers up, and echoes.
      load.compare("thinking", mode);
      Measured waymark = load.compare("waymark", mode);
      after.addAll(held(mode, echo, waymark, alone));
      after.add(load.cold(mode));
    }
    after.forEach(System.out::println);
    System.out.println(load.throughCuts());
  }

  /** What it took, and what it may: 1.2 times what the echo took, and the answer's own time. */
  private static List<String> held(Mode mode, Measured echo, Measured waymark, Percentiles alone) {
    return Stream.of(50, 95, 99)
        .map(
            percent ->
                "%s, p%d: least %.1f of %.1f ms, `/ask` %.1f of %.1f, mention %.1f of %.1f"
                    .formatted(
                        mode,
                        percent,
                        waymark.least().millis(percent),
                        1.2 * echo.least().millis(percent),
                        waymark.commands().millis(percent),
                        1.2 * echo.commands().millis(percent) + alone.millis(percent),
                        waymark.mentions().millis(percent),
                        1.2 * echo.mentions().millis(percent) + alone.millis(percent)))
        .toList();
  }

  /** A bot and the Slack that it talks to. */
  private record Run(LoopbackSlack slack, MeasuredBot bot, List<Member> members)
      implements AutoCloseable {

    static Run start(String which, Mode mode, Options options) throws IOException {
      // Arguments are not checked against Slack's description, and what the bot writes is not told
      // to it: that would be what is measured.
      LoopbackSlack slack = options.unspecified().withoutEchoes().start();
      slack.workspace().channel(CHANNEL);
      List<Member> members =
          IntStream.range(0, MEMBERS).mapToObj(i -> slack.workspace().member("m" + i)).toList();
      Path folder = Files.createTempDirectory("waymark-load");
      MeasuredBot bot =
          MeasuredBot.start(
              LoadedBot.class.getName(), folder, variables(slack, mode), which, folder.toString());
      return new Run(slack, bot, members);
    }

    private static Map<String, String> variables(LoopbackSlack slack, Mode mode) {
      var variables =
          new HashMap<>(Map.of("SLACK_BOT_TOKEN", slack.token(), "SLACK_API_URL", slack.apiUrl()));
      switch (mode) {
        case SOCKET -> variables.put("SLACK_APP_TOKEN", slack.appToken());
        case HTTP -> {
          variables.put("SLACK_SIGNING_SECRET", slack.signingSecret());
          variables.put("WAYMARK_HTTP_PORT", "127.0.0.1:0");
        }
      }
      return variables;
    }

    /** Waits until events can come. */
    void connect() throws IOException {
      int port = Integer.parseInt(bot.line());
      if (port == 0) {
        slack.await("a connection", () -> slack.socket().open() > 0);
      } else {
        slack.deliverTo(URI.create("http://127.0.0.1:" + port + "/slack/events"));
      }
    }

    Member member(int i) {
      return members.get(i % MEMBERS);
    }

    @Override
    public void close() throws IOException {
      bot.close();
      slack.stop();
    }
  }

  /** Uses a command. */
  @FunctionalInterface
  private interface Use {
    Interaction by(Member member, int i);
  }

  private Interaction ask(Member member, int i) {
    return member.command(CHANNEL, "/ask", questions.get(i));
  }

  private static Interaction help(Member member, int i) {
    return member.command(CHANNEL, "/waymark", "help");
  }

  private Measured compare(String which, Mode mode) throws Exception {
    try (Run run = Run.start(which, mode, LoopbackSlack.with().clock(Clock.systemUTC()))) {
      run.connect();
      Duration start = run.bot().awaitReady();
      oneByOne(run, this::ask, WARM_UP);
      mentions(run, WARM_UP);
      Took commands = oneByOne(run, this::ask, ONE_BY_ONE);
      // What the adapter itself costs shows where there is hardly anything to think about.
      Took leasts = which.equals("waymark") ? least(run) : commands;
      var mentions = Percentiles.of(mentions(run, ONE_BY_ONE));
      String atOnce = which.equals("thinking") ? " | " : atOnce(run);
      var measured =
          new Measured(
              Percentiles.of(leasts.answers()), Percentiles.of(commands.answers()), mentions);
      System.out.printf(
          "| %s, %s | %s | %s | %s | %s | %s | %s | %d MB | %.1f s |%n",
          which,
          mode,
          Percentiles.of(leasts.acks()),
          measured.least(),
          Percentiles.of(commands.acks()),
          measured.commands(),
          mentions,
          atOnce,
          run.bot().resident(),
          start.toMillis() / 1e3);
      if (!run.slack().violations().isEmpty()) {
        System.out.println(run.slack().violations().getFirst());
      }
      return measured;
    }
  }

  private static Took least(Run run) throws Exception {
    oneByOne(run, SlackLoad::help, WARM_UP);
    return oneByOne(run, SlackLoad::help, ONE_BY_ONE);
  }

  private static CompletableFuture<Duration> answer(Interaction used, long sent) {
    return used.future().thenApply(seen -> Duration.ofNanos(System.nanoTime() - sent));
  }

  private static Took oneByOne(Run run, Use command, int count) throws Exception {
    var took = new Took(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < count; i++) {
      long sent = System.nanoTime();
      Interaction used = command.by(run.member(i), i);
      took.answers().add(answer(used, sent).get(1, TimeUnit.MINUTES));
      took.acks().add(used.acknowledged().took());
    }
    return took;
  }

  private List<Duration> mentions(Run run, int count) {
    var took = new ArrayList<Duration>();
    for (int i = 0; i < count; i++) {
      SentMessage sent = run.member(i).mentions(CHANNEL, questions.get(i));
      sent.await(Duration.ofMinutes(1));
      took.add(sent.took());
    }
    return took;
  }

  private String atOnce(Run run) throws Exception {
    long start = System.nanoTime();
    var used = new ArrayList<Interaction>();
    var answers = new ArrayList<CompletableFuture<Duration>>();
    for (int i = 0; i < AT_ONCE; i++) {
      long sent = System.nanoTime();
      used.add(ask(run.member(i), i));
      answers.add(answer(used.getLast(), sent));
    }
    try {
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
    } catch (TimeoutException e) {
      // What is missing then is counted.
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long lost = answers.stream().filter(a -> !a.isDone()).count();
    var acks =
        Percentiles.of(
            used.stream()
                .filter(Interaction::isAcknowledged)
                .map(u -> u.acknowledged().took())
                .toList());
    return "%s, %.0f ms | %.0f%s"
        .formatted(
            acks,
            acks.longest(),
            (AT_ONCE - lost) / seconds,
            lost == 0 ? "" : ", " + lost + " lost");
  }

  /** What the same answers take when they are asked for through a pipe. */
  private Percentiles alone() throws Exception {
    Path folder = Files.createTempDirectory("waymark-load");
    try (MeasuredBot bot =
        MeasuredBot.start(
            LoadedBot.class.getName(), folder, Map.of(), "alone", folder.toString())) {
      bot.awaitReady();
      var took = new ArrayList<Duration>();
      for (int i = 0; i < WARM_UP + ONE_BY_ONE; i++) {
        Duration one = Duration.ofNanos(Long.parseLong(bot.told(questions.get(i))));
        if (i >= WARM_UP) {
          took.add(one);
        }
      }
      return Percentiles.of(took);
    }
  }

  /** The first command, given as soon as there is anybody to hear it. */
  private String cold(Mode mode) throws Exception {
    var acks = new ArrayList<Duration>();
    var answers = new ArrayList<Duration>();
    for (int i = 0; i < COLD_STARTS; i++) {
      try (Run run = Run.start("waymark", mode, LoopbackSlack.with().clock(Clock.systemUTC()))) {
        run.connect();
        long sent = System.nanoTime();
        Interaction first = ask(run.member(i), i);
        answers.add(answer(first, sent).get(1, TimeUnit.MINUTES));
        acks.add(first.acknowledged().took());
        run.bot().awaitReady();
      }
    }
    return "%s, first command after a start, of %d: ack at most %.0f ms, answer at most %.0f ms"
        .formatted(
            mode, COLD_STARTS, Percentiles.of(acks).longest(), Percentiles.of(answers).longest());
  }

  /** Many commands and mentions, while connections end again and again and much comes twice. */
  private String throughCuts() throws Exception {
    // Slack's clock stands still, so that what was sent while the bot was away is not too late.
    try (Run run = Run.start("waymark", Mode.SOCKET, LoopbackSlack.with())) {
      run.connect();
      run.bot().awaitReady();
      LoopbackSlack slack = run.slack();
      var underWay = new Semaphore(UNDER_WAY);
      var sent = new ArrayList<CompletableFuture<SeenMessage>>();
      for (int i = 0; i < THROUGH_CUTS; i++) {
        if (i % (THROUGH_CUTS / CUTS) == THROUGH_CUTS / CUTS / 2) {
          end(slack, i / (THROUGH_CUTS / CUTS));
        }
        underWay.acquire();
        slack.deliveries().repeatEnvelopes(i % AGAIN == 0 ? 2 : 1);
        sent.add(used(run.member(i), i).whenComplete((seen, thrown) -> underWay.release()));
      }
      for (CompletableFuture<SeenMessage> answer : sent) {
        answer.get(2, TimeUnit.MINUTES);
      }
      slack.deliveries().settle();
      return "%d commands and mentions, every tenth twice, %d connections ended: %d answers in all, %d connections made, %d rules broken"
          .formatted(
              THROUGH_CUTS,
              CUTS,
              slack.recorded().messages().size(),
              slack.recorded().connections(),
              slack.violations().size());
    }
  }

  private static void end(LoopbackSlack slack, int number) {
    if (number % 2 == 0) {
      slack.socket().disconnect("refresh_requested");
    } else {
      slack.socket().cut();
    }
  }

  private CompletableFuture<SeenMessage> used(Member member, int i) {
    return switch (i % 4) {
      case 0 -> ask(member, i).future();
      case 1 -> member.command(CHANNEL, "/next", "").future();
      case 2 -> member.mentions(CHANNEL, questions.get(i)).future();
      default -> member.command(CHANNEL, "/waymark", "undo").future();
    };
  }
}
