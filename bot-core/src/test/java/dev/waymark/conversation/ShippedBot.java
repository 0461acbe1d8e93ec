package dev.waymark.conversation;

import dev.waymark.Settings;
import dev.waymark.Waymark;
import dev.waymark.chat.ChatBot;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The whole of Waymark with the shipped guide, as every module's tests open it. */
public final class ShippedBot {

  private static final Path DATA = Path.of("../data");
  // The vectors that the core's own tests made.
  private static final Path CACHE = Path.of("../bot-core/target/test-cache");

  private ShippedBot() {}

  /** The address of an SQLite file in a folder. */
  public static String url(Path folder, String name) {
    return "jdbc:sqlite:" + folder.resolve(name + ".db");
  }

  /** Opens it on a database; to be closed. */
  public static Waymark open(String url) throws Waymark.CannotOpen {
    return open(url, Clock.systemUTC());
  }

  /** Opens it on a database, by another clock; to be closed. */
  public static Waymark open(String url, Clock clock) throws Waymark.CannotOpen {
    return Waymark.open(
        new Settings(DATA, Optional.of(CACHE), Path.of("target"), url),
        List.of(DATA.resolve("backend-systems-developer")),
        ChatBot.Pace.unlimited(clock),
        clock);
  }
}
