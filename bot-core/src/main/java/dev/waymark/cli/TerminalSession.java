package dev.waymark.cli;

import dev.waymark.Logging;
import dev.waymark.Settings;
import dev.waymark.Waymark;
import dev.waymark.chat.ChatBot;
import dev.waymark.chat.Platform;
import dev.waymark.terminal.TerminalChat;
import dev.waymark.terminal.TerminalSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** {@code ./waymark}: the bot in a terminal, with every command that Discord and Slack have. */
final class TerminalSession {

  private final Console console;

  TerminalSession(Console console) {
    this.console = console;
  }

  /**
   * Talks until the person leaves.
   *
   * @param guide the only guide's folder; all guides when empty
   */
  int run(Optional<Path> guide) throws Waymark.CannotOpen, IOException {
    Settings settings = console.settings();
    Clock clock = Clock.system(ZoneId.systemDefault());
    Logging.toFile(settings.data().resolve("waymark.log"));
    List<Path> guides = guide.map(List::of).orElseGet(settings::guideFolders);
    try (Waymark waymark = Waymark.open(settings, guides, ChatBot.Pace.unlimited(clock), clock)) {
      // The launcher sees it; what Java says of it differs from version to version.
      boolean interactive = Boolean.getBoolean("waymark.interactive");
      var chat =
          new TerminalChat(
              waymark.bot(),
              new TerminalSettings(
                  System.in,
                  console.out(),
                  interactive,
                  System.getProperty("user.name", "you"),
                  settings.data().resolve("files"),
                  Optional.of(settings.data().resolve("history")),
                  System.getenv(),
                  clock));
      if (interactive) {
        waymark.warmUp();
        waymark.connect(Platform.TERMINAL, chat.channel());
      } else {
        waymark.connectBriefly(Platform.TERMINAL, chat.channel());
      }
      return chat.run();
    }
  }
}
