package dev.waymark.terminal;

import dev.waymark.chat.ChatReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A conversation by hand: a prompt with history and completion. */
final class Shell {

  // Held here, since the logging system forgets loggers that nobody holds.
  private static final Logger JLINE = Logger.getLogger("org.jline");

  private static final Duration MOMENT = Duration.ofMillis(400);
  private static final String GREETING =
      """
      Hello! Ask me anything about the way into the career, in your own words.
      Write `/next` for your next step and `/help` for all that I can do; Tab completes.
      Leave with `/quit` or Ctrl-D.""";
  private static final String SIGN = "One moment …";

  private final Conversation conversation;
  private final TerminalChannel channel;
  private final TerminalSettings settings;
  private final Terminal terminal;
  private final LineReader reader;
  private final Duration moment;
  private volatile Optional<Waiting> waiting = Optional.empty();
  private volatile boolean interrupted;

  Shell(
      Conversation conversation,
      TerminalChannel channel,
      TerminalSettings settings,
      Terminal terminal,
      Duration moment) {
    this.conversation = conversation;
    this.channel = channel;
    this.settings = settings;
    this.terminal = terminal;
    this.moment = moment;
    this.reader = reader(terminal, new LineCompleter(new Completions(conversation)));
    HistoryFile.ready(settings.history()).ifPresent(this::keep);
  }

  /** Talks on the terminal that the process was started from. */
  static void run(Conversation conversation, TerminalChannel channel, TerminalSettings settings)
      throws IOException {
    // What JLine cannot do here it does without; a person needs no stack trace for it.
    JLINE.setLevel(Level.OFF);
    SavedTty tty = SavedTty.now();
    try (Terminal terminal =
        TerminalBuilder.builder()
            .name("waymark")
            .system(true)
            .dumb(true)
            .encoding(StandardCharsets.UTF_8)
            .graphemeCluster(false)
            .build()) {
      new Shell(conversation, channel, settings, terminal, MOMENT).run();
    } finally {
      tty.restore();
    }
  }

  private static LineReader reader(Terminal terminal, LineCompleter completer) {
    return LineReaderBuilder.builder()
        .appName("waymark")
        .terminal(terminal)
        .parser(completer)
        .completer(completer)
        .completionMatcher(new LineCompleter.TakesAll())
        // "!" is an exclamation and not a line of the history.
        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
        .option(LineReader.Option.INSERT_TAB, false)
        .option(LineReader.Option.AUTO_LIST, true)
        .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
        .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
        // A code that links accounts is nobody's to find later.
        .variable(LineReader.HISTORY_IGNORE, "/link *")
        .variable(LineReader.BELL_STYLE, "none")
        .build();
  }

  private void keep(Path file) {
    reader.setVariable(LineReader.HISTORY_FILE, file);
    reader.getHistory().attach(reader);
  }

  /** Talks until the person leaves. */
  void run() {
    print(new MarkdownText(look()).render(GREETING) + "\n\n");
    channel.open(this::post);
    // While a line is typed, the reader takes Ctrl-C for its own.
    Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> interrupt());
    try {
      boolean on = true;
      while (on && !interrupted) {
        on = turn();
      }
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
      channel.close();
      terminal.flush();
    }
  }

  /**
   * Between the lines: the answer is not waited for, and where there is none to wait for, it ends.
   */
  private void interrupt() {
    waiting.ifPresentOrElse(Waiting::leave, () -> interrupted = true);
  }

  /** One line and its reply; whether there will be another. */
  private boolean turn() {
    String line;
    try {
      line = reader.readLine(look().bold("> "));
    } catch (UserInterruptException e) {
      // Once clears the line; on an empty one it leaves.
      return !e.getPartialLine().isBlank();
    } catch (EndOfFileException e) {
      return false;
    }
    if (Conversation.isFarewell(line)) {
      return false;
    }
    Optional<ChatReply> reply = answer(line);
    reply.ifPresent(r -> print("\n" + conversation.show(r, look()) + "\n"));
    return true;
  }

  private Optional<ChatReply> answer(String line) {
    var wait = new Waiting(moment);
    waiting = Optional.of(wait);
    boolean[] signed = new boolean[1];
    try {
      return wait.on(
              () -> conversation.say(line),
              () -> {
                signed[0] = true;
                print(SIGN);
              })
          .orElse(Optional.of(ChatReply.notice("Stopped waiting for the answer.")));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      waiting = Optional.empty();
      if (signed[0]) {
        print(look().colours() ? "\r\u001b[K" : "\n");
      }
    }
  }

  /** What the bot says of its own accord, above the line that is being typed. */
  private void post(ChatReply reply) {
    reader.printAbove(conversation.show(reply, look()) + "\n");
  }

  private void print(String text) {
    terminal.writer().print(text);
    terminal.flush();
  }

  private Look look() {
    Look look = Look.of(terminal.getWidth(), settings.environment());
    // Where a terminal says itself that it is dumb, there is nothing to show colours with.
    return terminal.getType().startsWith(Terminal.TYPE_DUMB) ? Look.plain(look.width()) : look;
  }
}
