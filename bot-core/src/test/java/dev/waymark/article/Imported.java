package dev.waymark.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.guide.Guide;
import dev.waymark.guide.GuideReader;
import dev.waymark.guide.SalaryBand;
import dev.waymark.guide.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An article that was imported and read back as a guide. */
record Imported(ImportReport report, Guide guide) {

  /** One of the articles among the test's resources. */
  static Imported resource(String name, Path folder) {
    try {
      return file(
          Path.of(Imported.class.getResource("articles/" + name).toURI()), folder.resolve("guide"));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An article of that text. */
  static Imported text(String name, String text, Path folder) {
    try {
      Path article = Files.writeString(folder.resolve(name), text);
      return file(article, folder.resolve("guide-of-" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Imported file(Path article, Path folder) {
    try {
      ImportReport report = ArticleImporter.importArticle(article, folder);
      GuideReader.Result read = GuideReader.read(folder, Optional.empty());
      assertThat(read.faults()).isEmpty();
      assertThat(read.guide().sections()).hasSize(report.sections());
      return new Imported(report, read.guide());
    } catch (ImportException e) {
      throw new AssertionError(e);
    }
  }

  Section section(String id) {
    return guide.section(id).orElseThrow(() -> new AssertionError(id + " not in " + ids()));
  }

  String body(String id) {
    return section(id).body();
  }

  SalaryBand band(String id) {
    return (SalaryBand) section(id).details();
  }

  List<String> ids() {
    return guide.sections().stream().map(Section::id).toList();
  }

  List<String> ids(Section.Kind kind) {
    return guide.sections().stream().filter(s -> s.kind() == kind).map(Section::id).toList();
  }

  List<String> titles(Section.Kind kind) {
    return guide.sections().stream().filter(s -> s.kind() == kind).map(Section::title).toList();
  }

  /** Every title and body. */
  String words() {
    return guide.sections().stream()
        .map(s -> s.title() + "\n" + s.body())
        .collect(Collectors.joining("\n"));
  }

  /** The reason for which the piece of the article that begins so was left out. */
  String reasonFor(String beginning) {
    return report.leftOut().stream()
        .filter(l -> l.what().startsWith(beginning))
        .map(ImportReport.LeftOut::reason)
        .findFirst()
        .orElse("not left out");
  }
}
