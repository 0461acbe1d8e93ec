package dev.waymark.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A guide that a test writes: a folder {@code guide} and, once it has a file, {@code common}. */
final class GuideFolder {

  private final Path parent;

  GuideFolder(Path parent) {
    this.parent = parent;
  }

  /** A guide with its {@code guide.yaml} and one section, without a fault. */
  static GuideFolder withOneSection(Path parent) {
    return new GuideFolder(parent)
        .guide("guide.yaml", "id: tiny\ntitle: A tiny guide\n")
        .section("faq/first.md", "id: faq-first\nkind: faq\ntitle: Where do I start?");
  }

  /** The folder of the guides at the repository's root. */
  static Path shipped() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("data/common"))) {
        return folder.resolve("data");
      }
    }
    throw new IllegalStateException("no data/common above " + Path.of("").toAbsolutePath());
  }

  GuideFolder guide(String name, String text) {
    return write("guide/" + name, text);
  }

  GuideFolder common(String name, String text) {
    return write("common/" + name, text);
  }

  /** A file with that front matter and a body. */
  GuideFolder section(String name, String front) {
    return guide(name, "---\n" + front.strip() + "\n---\nBegin small.\n");
  }

  private GuideFolder write(String name, String text) {
    try {
      Path file = parent.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return parent.resolve("guide");
  }

  GuideReader.Result read() {
    return GuideReader.read(path(), common());
  }

  /** What reading says, as {@code file:line: what}, with files named from the test's folder on. */
  List<String> readFaults() {
    return lines(read());
  }

  /** What lint says, written likewise. */
  List<String> lintFaults() {
    return lines(GuideReader.lint(path(), common()));
  }

  /** What lint says, with a star before what keeps the guide from being used. */
  List<String> markedLintFaults() {
    GuideReader.Result result = GuideReader.lint(path(), common());
    List<String> lines = lines(result);
    return IntStream.range(0, lines.size())
        .mapToObj(i -> (isUnusable(result.faults().get(i)) ? "* " : "  ") + lines.get(i))
        .toList();
  }

  private static boolean isUnusable(Fault fault) {
    return fault.severity() == Fault.Severity.UNUSABLE;
  }

  private Optional<Path> common() {
    return Optional.of(parent.resolve("common")).filter(Files::exists);
  }

  private List<String> lines(GuideReader.Result result) {
    return result.faults().stream()
        .map(f -> f.toString().replace(parent + "/", "").replace(parent.toString(), "."))
        .toList();
  }
}
