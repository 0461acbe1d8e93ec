package dev.waymark.discord;

import dev.waymark.Environment;
import dev.waymark.Logging;
import dev.waymark.Shutdown;
import dev.waymark.Waymark;
import dev.waymark.chat.Platform;
import dev.waymark.conversation.RunningClock;
import dev.waymark.conversation.ShippedBot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;

/**
 * A process for {@link TipKills} to kill: the bot as it is, on a clock of its own. The arguments
 * are the database's URL and the clock; where Discord is, the environment says. It says {@code
 * ready} once it is connected, and ends with its input.
 */
final class TippingBot {

  private TippingBot() {}

  public static void main(String[] args) throws Exception {
    Clock clock = RunningClock.like(args[1]);
    Logging.toStandardError();
    Thread.ofPlatform().daemon().start(TippingBot::endWithInput);
    var environment = new Environment(System.getenv());
    DiscordSettings settings = DiscordSettings.from(environment);
    environment.check();
    try (Waymark waymark = ShippedBot.open(args[0], clock);
        DiscordMain main = DiscordMain.start(settings, waymark.bot(), clock)) {
      if (!main.awaitReady(Duration.ofMinutes(1))) {
        throw new IOException("not ready within a minute");
      }
      waymark.connect(Platform.DISCORD, main.posts());
      System.out.println("ready");
      Shutdown.await(waymark::stopPosting, main, waymark);
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
}
