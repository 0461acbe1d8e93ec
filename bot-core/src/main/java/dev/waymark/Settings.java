package dev.waymark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the environment says that every part of Waymark needs.
 *
 * @param guides the folder that holds the guides
 * @param cache where vectors are kept between runs
 * @param data the folder for what must not be lost
 * @param database where members' progress is kept, a JDBC URL
 */
public record Settings(Path guides, Optional<Path> cache, Path data, String database) {

  private static final String DATABASE = "WAYMARK_DATABASE_URL";

  /** Reads the settings of this process; what is wrong is noted in the environment. */
  public static Settings from(Environment environment) {
    return from(environment, Path.of(System.getProperty("waymark.home", ".")));
  }

  /**
   * Reads the settings; what is wrong is noted in the environment.
   *
   * @param home the folder that Waymark was started from: where {@code data} is
   */
  public static Settings from(Environment environment, Path home) {
    var folders = new UserFolders(environment);
    Path data = folders.data();
    return new Settings(
        environment.text("WAYMARK_GUIDES").map(Path::of).orElseGet(() -> home.resolve("data")),
        Optional.of(folders.cache()),
        data,
        environment
            .secret(DATABASE)
            .orElseGet(() -> "jdbc:sqlite:" + data.resolve("waymark.db").toAbsolutePath()));
  }

  /** The folder of what every guide shares, for a guide: beside it, or else the shipped one. */
  public Optional<Path> commonFor(Path guide) {
    Path folder = guide.toAbsolutePath().normalize();
    Path beside = folder.resolveSibling("common");
    Path common = Files.isDirectory(beside) ? beside : guides.resolve("common");
    return Optional.of(common)
        .filter(Files::isDirectory)
        .filter(c -> !c.toAbsolutePath().normalize().equals(folder));
  }

  /** The folders of all guides, by name; none when there is no such folder. */
  public List<Path> guideFolders() {
    try (Stream<Path> folders = Files.list(guides)) {
      return folders.filter(f -> Files.exists(f.resolve("guide.yaml"))).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
