package dev.waymark.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The settings of the terminal as they were, to be put back at the end. JLine puts back what it
 * knows, which leaves out the line's speed. Without {@code stty} there is nothing to put back.
 */
final class SavedTty {

  private static final int PATIENCE = 2;

  private final Optional<String> settings;

  private SavedTty(Optional<String> settings) {
    this.settings = settings;
  }

  static SavedTty now() {
    return new SavedTty(stty("-g").map(String::strip).filter(s -> s.matches("[0-9a-zA-Z:=]+")));
  }

  void restore() {
    settings.ifPresent(SavedTty::stty);
  }

  private static Optional<String> stty(String argument) {
    try {
      Process stty =
          new ProcessBuilder("stty", argument)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
        return Optional.empty();
      }
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return stty.exitValue() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
