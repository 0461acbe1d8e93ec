package dev.waymark.terminal;

import dev.waymark.chat.ChatBot;
import dev.waymark.conversation.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Terminals, one for each member, each through a pipe. */
final class TerminalStage implements Stage, AutoCloseable {

  private static final Pattern CHOICE = Pattern.compile("\\[\\d+] (.+?)(?=   \\[\\d+] |$)");

  /** A terminal and what it showed last. */
  private static final class Seat {
    private final PipedOutputStream keys = new PipedOutputStream();
    private final Replies replies = new Replies();
    private Shown latest = new Shown("", List.of());
  }

  /** A reply is whole when it is flushed. */
  private static final class Replies extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BlockingQueue<String> whole = new LinkedBlockingQueue<>();

    @Override
    public synchronized void write(int b) {
      bytes.write(b);
    }

    @Override
    public synchronized void flush() {
      if (bytes.size() > 0) {
        whole.add(bytes.toString(StandardCharsets.UTF_8));
        bytes.reset();
      }
    }
  }

  private final ChatBot bot;
  private final Path folder;
  private final Map<String, Seat> seats = new HashMap<>();

  TerminalStage(ChatBot bot, Path folder) {
    this.bot = bot;
    this.folder = folder;
  }

  private Seat seat(String member) {
    return seats.computeIfAbsent(
        member,
        name -> {
          var seat = new Seat();
          try {
            var chat =
                new TerminalChat(
                    bot,
                    new TerminalSettings(
                        new PipedInputStream(seat.keys),
                        new PrintStream(seat.replies, false, StandardCharsets.UTF_8),
                        false,
                        name,
                        folder.resolve("files"),
                        Optional.empty(),
                        Map.of("TERM", "xterm"),
                        Clock.systemUTC()));
            Thread.ofVirtual()
                .start(
                    () -> {
                      try {
                        chat.run();
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                    });
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return seat;
        });
  }

  @Override
  public Shown says(String member, String text) {
    Seat seat = seat(member);
    try {
      seat.keys.write((text + "\n").getBytes(StandardCharsets.UTF_8));
      seat.keys.flush();
      String reply = seat.replies.whole.poll(30, TimeUnit.SECONDS);
      seat.latest = shown(String.valueOf(reply));
      return seat.latest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public Shown presses(String member, String label) {
    return says(member, Integer.toString(seat(member).latest.choices().indexOf(label) + 1));
  }

  private static Shown shown(String reply) {
    String[] blocks = reply.strip().split("\n\n", -1);
    String last = blocks[blocks.length - 1];
    List<String> choices =
        last.startsWith("[1] ") ? last.lines().flatMap(TerminalStage::labels).toList() : List.of();
    return new Shown(reply, choices);
  }

  private static java.util.stream.Stream<String> labels(String line) {
    return CHOICE.matcher(line).results().map((MatchResult r) -> r.group(1).strip());
  }

  @Override
  public void close() throws IOException {
    for (Seat seat : seats.values()) {
      seat.keys.close();
    }
  }

  @Override
  public boolean isOwn() {
    return true;
  }
}
