package dev.waymark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the log goes: one line an event, without what anyone wrote and without secrets. */
public final class Logging {

  // Time, level, who, what, and what was thrown.
  private static final String LINE = "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n";
  private static final int BYTES = 1_000_000;
  private static final int FILES = 3;

  // Held here, since the logging system forgets loggers that nobody holds.
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger OURS = Logger.getLogger("dev.waymark");
  // It warns at each start that it could be faster with a module that incubates.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Logging() {}

  /** Nothing is logged: for commands that print one result. */
  public static void off() {
    ROOT.setLevel(Level.OFF);
    removeHandlers();
  }

  /** To standard error: for a bot that a service manager runs. */
  public static void toStandardError() {
    to(new ConsoleHandler());
  }

  /**
   * To a file that is kept short: for the terminal, whose screen belongs to the conversation. Where
   * it cannot be written, nothing is logged.
   */
  public static void toFile(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      // A percent sign begins a pattern there.
      String pattern = file.toAbsolutePath().toString().replace("%", "%%");
      to(new FileHandler(pattern, BYTES, FILES, true));
    } catch (IOException e) {
      off();
    }
  }

  private static void to(Handler handler) {
    removeHandlers();
    System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
    handler.setFormatter(new SimpleFormatter());
    handler.setLevel(Level.ALL);
    ROOT.addHandler(handler);
    ROOT.setLevel(Level.WARNING);
    OURS.setLevel(Level.INFO);
    LUCENE.setLevel(Level.SEVERE);
  }

  private static void removeHandlers() {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
  }
}
