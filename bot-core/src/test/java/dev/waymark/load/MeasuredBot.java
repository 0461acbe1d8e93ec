package dev.waymark.load;

import dev.waymark.Waymark;
import dev.waymark.chat.ChatRequest;
import dev.waymark.chat.Member;
import dev.waymark.chat.Place;
import dev.waymark.conversation.ShippedBot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bot in a process of its own, as small as it is run. It talks in lines and stops at the end of
 * its input. Not thread-safe.
 */
public final class MeasuredBot implements AutoCloseable {

  private static final String READY = "ready";
  private static final AtomicInteger ANSWERED = new AtomicInteger();

  private final Process process;
  private final BufferedReader says;
  private final long started = System.nanoTime();

  private MeasuredBot(Process process) {
    this.process = process;
    this.says = process.inputReader();
  }

  /**
   * Starts one.
   *
   * @param main its class, on the class path of this process
   * @param folder where its log goes
   * @param variables its settings
   */
  public static MeasuredBot start(
      String main, Path folder, Map<String, String> variables, String... args) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).redirectError(folder.resolve("bot.log").toFile());
    builder.environment().putAll(variables);
    return new MeasuredBot(builder.start());
  }

  /** What it says next. */
  public String line() throws IOException {
    return Optional.ofNullable(says.readLine())
        .orElseThrow(() -> new IOException("the bot ended: see its log"));
  }

  /** Tells it a line and returns what it says to that. */
  public String told(String text) throws IOException {
    Writer in = process.outputWriter(StandardCharsets.UTF_8);
    in.write(text.replaceAll("\\R", " ") + "\n");
    in.flush();
    return line();
  }

  /** Waits until it can answer, and returns how long that took from its start. */
  public Duration awaitReady() throws IOException {
    if (!line().equals(READY)) {
      throw new IOException("the bot is not ready");
    }
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** What it keeps of the machine's memory, in MB. */
  public long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  /** In the bot: says that it can answer, and waits until it is to stop. */
  public static void ready() throws IOException {
    System.out.println(READY);
    while (System.in.read() >= 0) {
      // The measuring process closes it at the end.
    }
  }

  /**
   * In the bot: answers a question a line, without any platform, and says in nanoseconds how long
   * the answer took.
   *
   * @param folder for its data
   * @param members names of those who ask, in turn
   */
  public static void answerAlone(Path folder, Place place, List<String> members)
      throws IOException, Waymark.CannotOpen {
    try (Waymark waymark = ShippedBot.open(ShippedBot.url(folder, "alone"))) {
      waymark.warmUp();
      answerAlone(waymark, place, members);
    }
  }

  private static void answerAlone(Waymark waymark, Place place, List<String> members)
      throws IOException {
    System.out.println(READY);
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int asked = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String member = members.get(asked++ % members.size());
      long start = System.nanoTime();
      answer(waymark, place, member, line);
      System.out.println(System.nanoTime() - start);
    }
  }

  /** What a bot does with a question before it says something. */
  @FunctionalInterface
  public interface Thought {

    /** Of a bot that only echoes. */
    Thought NONE = (member, question) -> {};

    /** Thinks about what a member asked. */
    void about(String member, String question);
  }

  /** A bot that thinks before it speaks, until the end of its input. */
  @FunctionalInterface
  public interface Thinker {
    /** Runs it. */
    void run(Thought thought) throws Exception;
  }

  /**
   * In the bot: has it look up what Waymark answers, and throw that away.
   *
   * @param folder for its data
   * @param memberPrefix what stands before members' names on its platform
   */
  public static void thinking(Path folder, Place place, String memberPrefix, Thinker bot)
      throws Exception {
    try (Waymark waymark = ShippedBot.open(ShippedBot.url(folder, "thinking"))) {
      waymark.warmUp();
      bot.run((member, question) -> answer(waymark, place, memberPrefix + member, question));
    }
  }

  /** Has a question answered as {@code /ask} does, and throws the answer away. */
  private static void answer(Waymark waymark, Place place, String member, String question) {
    var request =
        new ChatRequest(
            "alone-" + ANSWERED.getAndIncrement(),
            new Member(place.platform(), member),
            false,
            place,
            new ChatRequest.Command("ask", Map.of("question", question)));
    if (waymark.bot().handle(request).isEmpty()) {
      throw new IllegalStateException("no answer");
    }
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
