package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.Environment;
import dev.waymark.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A person at the terminal: types a command, and reads what comes back. */
final class Shell {

  // Long for a machine that is busy with other builds; a question takes milliseconds.
  private static final Duration SECONDS = Duration.ofSeconds(20);
  // Where nothing is cached yet, the vectors of the shipped guide's texts are made first.
  private static final Duration FIRST_RUN = Duration.ofMinutes(4);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Settings settings;
  private final Duration most;

  private Shell(Settings settings, Duration most) {
    this.settings = settings;
    this.most = most;
  }

  /** As users have it: the shipped guide, and its vectors in the user's cache folder. */
  static Shell withShippedGuide() {
    return new Shell(Settings.from(new Environment(System.getenv()), root()), FIRST_RUN);
  }

  /** For guides that a test writes; its vectors are kept with what the build makes. */
  static Shell withGuides(Path guides) {
    return withGuides(guides, Path.of("target", "cli-test-cache"));
  }

  static Shell withGuides(Path guides, Path cache) {
    return new Shell(
        new Settings(guides, Optional.of(cache), cache, "jdbc:sqlite::memory:"), SECONDS);
  }

  /** The repository's root. */
  static Path root() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("data/common"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no data/common above " + Path.of("").toAbsolutePath());
  }

  static Path shippedGuide() {
    return root().resolve("data/backend-systems-developer");
  }

  /**
   * What a command came to.
   *
   * @param code its exit code
   */
  record Ran(int code, String out, String err) {

    List<String> lines() {
      return out.lines().toList();
    }

    /** The one JSON object that was printed. */
    JsonNode json() {
      return Shell.json(out);
    }

    /** It answered, or did what it was asked. */
    Ran done() {
      assertThat(err).isEmpty();
      assertThat(code).isZero();
      return this;
    }

    /** It failed with one sentence and printed nothing else. */
    String failure() {
      assertThat(out).isEmpty();
      assertThat(code).isEqualTo(1);
      assertThat(err).startsWith("waymark: ").endsWith("\n");
      assertThat(err.lines()).hasSize(1);
      assertThat(err).doesNotContain("something went wrong");
      return err.substring("waymark: ".length()).strip();
    }

    /** It was written wrongly: one sentence, and where to read more. */
    String usageError() {
      assertThat(out).isEmpty();
      assertThat(code).isEqualTo(2);
      List<String> lines = err.lines().toList();
      assertThat(lines).hasSize(2);
      assertThat(lines.getLast()).startsWith("See ./waymark ").endsWith("--help");
      assertThat(lines.getFirst()).startsWith("waymark: ").hasSizeLessThan(250);
      return lines.getFirst().substring("waymark: ".length());
    }
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("is no JSON: " + text, e);
    }
  }

  /** Runs a command and checks what holds for every one. */
  Ran run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    long start = System.nanoTime();
    int code =
        Main.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            settings);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    var ran =
        new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    assertThat(took).isLessThan(most);
    assertThat(code).isBetween(0, 3);
    assertThat(ran.out() + ran.err())
        .doesNotContain("Exception")
        .doesNotContain("at dev.waymark")
        .doesNotContain("\tat ")
        .doesNotContain("\u001b")
        .doesNotContain("\u202e");
    return ran;
  }

  /** As {@link #run}, with the arguments from several places. */
  Ran run(List<String> first, String... then) {
    return run(Stream.concat(first.stream(), Stream.of(then)).toArray(String[]::new));
  }
}
