package dev.waymark.cli;

import dev.waymark.Settings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which guide a command uses. */
final class GuideOptions {

  @Option(
      names = "--guide",
      paramLabel = "DIR",
      description = "The guide's folder; the shipped guide when left out.")
  @Nullable Path guide;

  @Option(
      names = "--no-common",
      description = "Without what every guide shares: refusals, slang, phrasings.")
  boolean noCommon;

  Optional<Path> common(Settings settings, Path folder) {
    return noCommon ? Optional.empty() : settings.commonFor(folder);
  }
}
