package dev.waymark.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.chat.ChatChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A shell on a terminal that nobody sees: types keys and waits for what they bring about. */
final class Keyboard implements AutoCloseable {

  static final String CTRL_C = "\u0003";
  static final String CTRL_D = "\u0004";
  static final String UP = "\u001bOA";

  private static final int PATIENCE = 30;

  private final PipedOutputStream keys = new PipedOutputStream();
  private final Screen screen = new Screen();
  private final Terminal terminal;
  private final TerminalChannel channel = new TerminalChannel(TinyBot.CLOCK);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** Shows what was written, and tells when something is. */
  private static final class Screen extends OutputStream {

    private final StringBuilder shown = new StringBuilder();
    private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    private int read;

    @Override
    public synchronized void write(int b) {
      bytes.write(b);
      if (b < 0x80 && b >= 0) {
        shown.append(bytes.toString(StandardCharsets.UTF_8));
        bytes.reset();
      }
      notifyAll();
    }

    synchronized String awaits(String text) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
      int at = shown.indexOf(text, read);
      while (at < 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        assertThat(left).as("“%s” in what came: %s", text, shown.substring(read)).isPositive();
        try {
          wait(left);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        at = shown.indexOf(text, read);
      }
      String before = shown.substring(read, at + text.length());
      read = at + text.length();
      return before;
    }

    synchronized String all() {
      return shown.toString();
    }
  }

  Keyboard(TinyBot bot, Path folder, String type, Map<String, String> environment)
      throws IOException {
    this(bot, folder, type, environment, Duration.ofSeconds(PATIENCE));
  }

  Keyboard(TinyBot bot, Path folder, String type, Map<String, String> environment, Duration moment)
      throws IOException {
    terminal =
        TerminalBuilder.builder()
            .system(false)
            // A terminal in memory and none of the system's, which would want a process of its own.
            .ffm(false)
            .jni(false)
            .streams(new PipedInputStream(keys, 1 << 16), screen)
            .type(type)
            .encoding(StandardCharsets.UTF_8)
            .graphemeCluster(false)
            .size(new Size(40, 50))
            .build();
    TerminalSettings of = TinyBot.settings(folder);
    var settings =
        new TerminalSettings(
            of.in(), of.out(), true, "ana", of.files(), of.history(), environment, of.clock());
    var shell =
        new Shell(TinyBot.conversation(bot.bot(), folder), channel, settings, terminal, moment);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                shell.run();
                ended.complete(null);
              } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
              }
            });
  }

  ChatChannel channel() {
    return channel;
  }

  Keyboard types(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
    return this;
  }

  /** Waits until a text is shown, after the one waited for before. */
  Keyboard sees(String text) {
    screen.awaits(text);
    return this;
  }

  /** Everything that was shown. */
  String screen() {
    return screen.all();
  }

  /** Waits for the shell's end. */
  void leaves() throws Exception {
    ended.get(PATIENCE, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    keys.close();
    terminal.close();
  }
}
