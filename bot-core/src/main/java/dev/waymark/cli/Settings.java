package dev.waymark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says.
 *
 * @param guides the folder that holds the guides
 * @param cache where vectors are kept between runs
 */
record Settings(Path guides, Optional<Path> cache) {

  static Settings fromEnvironment() {
    return from(System.getenv(), Path.of(System.getProperty("waymark.home", ".")));
  }

  /**
   * Reads the settings.
   *
   * @param home the folder that Waymark was started from: where {@code data} is
   */
  static Settings from(Map<String, String> environment, Path home) {
    String guides = environment.getOrDefault("WAYMARK_GUIDES", "");
    return new Settings(
        guides.isBlank() ? home.resolve("data") : Path.of(guides), cacheFolder(environment));
  }

  /** The folder in which the user's system keeps what can be made anew. */
  private static Optional<Path> cacheFolder(Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    Path userHome = Path.of(System.getProperty("user.home", "."));
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path base;
    if (!xdg.isBlank()) {
      base = Path.of(xdg);
    } else if (system.contains("win") && !local.isBlank()) {
      base = Path.of(local);
    } else if (system.contains("mac")) {
      base = userHome.resolve("Library/Caches");
    } else {
      base = userHome.resolve(".cache");
    }
    return Optional.of(base.resolve("waymark"));
  }

  /** The folder of what every guide shares, for a guide: beside it, or else the shipped one. */
  Optional<Path> commonFor(Path guide) {
    Path folder = guide.toAbsolutePath().normalize();
    Path beside = folder.resolveSibling("common");
    Path common = Files.isDirectory(beside) ? beside : guides.resolve("common");
    return Optional.of(common)
        .filter(Files::isDirectory)
        .filter(c -> !c.toAbsolutePath().normalize().equals(folder));
  }
}
