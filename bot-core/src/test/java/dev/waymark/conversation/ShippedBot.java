package dev.waymark.conversation;

import dev.waymark.Settings;
import dev.waymark.Waymark;
import dev.waymark.answer.AskableGuide;
import dev.waymark.chat.ChatBot;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The whole of Waymark with the shipped guide, as every module's tests open it. */
public final class ShippedBot {

  private static final Path DATA = Path.of("../data");
  private static final Path GUIDE = DATA.resolve("backend-systems-developer");
  // The vectors that the core's own tests made.
  private static final Path CACHE = Path.of("../bot-core/target/test-cache");

  private static boolean prepared;

  private ShippedBot() {}

  /**
   * Sees once that the guide's vectors are made: without the core's tests before, the first answer
   * would take longer than a test waits.
   */
  public static synchronized void prepare() throws AskableGuide.UnusableGuide {
    if (!prepared) {
      AskableGuide.open(GUIDE, Optional.of(DATA.resolve("common")), Optional.of(CACHE)).close();
      prepared = true;
    }
  }

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
        List.of(GUIDE),
        ChatBot.Pace.unlimited(clock),
        clock);
  }
}
