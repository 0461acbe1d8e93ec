package dev.waymark;

import java.nio.file.Path;
import java.util.Locale;

/** Where the user's system keeps what programs leave behind. */
final class UserFolders {

  private static final String NAME = "waymark";

  private final Environment environment;
  private final Path home = Path.of(System.getProperty("user.home", "."));
  private final String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

  UserFolders(Environment environment) {
    this.environment = environment;
  }

  /** What can be made anew. */
  Path cache() {
    return folder("XDG_CACHE_HOME", "Library/Caches", ".cache");
  }

  /** What must not be lost. */
  Path data() {
    return folder("XDG_DATA_HOME", "Library/Application Support", ".local/share");
  }

  private Path folder(String variable, String mac, String elsewhere) {
    return environment
        .text(variable)
        .or(
            () ->
                system.contains("win")
                    ? environment.text("LOCALAPPDATA")
                    : java.util.Optional.empty())
        .map(Path::of)
        .orElseGet(() -> home.resolve(system.contains("mac") ? mac : elsewhere))
        .resolve(NAME);
  }
}
