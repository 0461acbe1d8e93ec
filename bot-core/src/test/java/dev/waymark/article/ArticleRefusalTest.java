package dev.waymark.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is refused with one clear sentence, and nothing is left behind. */
class ArticleRefusalTest {

  private static final String ARTICLE =
      """
      How to Become a Potter
      Steps to Become a Potter
      Step 1: Touch Clay
      Any clay will do.
      Step 2: Fire It
      Hot.
      """;

  @TempDir Path folder;
  private Path article;
  private Path target;

  @BeforeEach
  void write() throws IOException {
    article = Files.writeString(folder.resolve("potter.txt"), ARTICLE);
    target = folder.resolve("guide");
  }

  private void refused(Path from, Path to, String sentence) {
    assertThatExceptionOfType(ImportException.class)
        .isThrownBy(() -> ArticleImporter.importArticle(from, to))
        .withMessageContaining(sentence)
        .withMessageEndingWith(".")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void noFile() throws IOException {
    refused(folder.resolve("none.txt"), target, "There is no file " + folder.resolve("none.txt"));
    assertThat(names()).containsExactly("potter.txt");
  }

  @Test
  void aFolder() {
    refused(folder, target, folder + " is a folder: name the file of the article.");
  }

  @Test
  void empty() throws IOException {
    Files.writeString(article, " \n\t\n");
    refused(article, target, article + " is empty");
    Files.writeString(article, "");
    refused(article, target, article + " is empty");
  }

  @Test
  void binary() throws IOException {
    Files.write(article, new byte[] {'P', 'K', 3, 4, 0, 0, 8, 0});
    refused(article, target, article + " is not a text file");
    Files.writeString(article, "%PDF-1.7\nSteps to Become a Potter");
    refused(article, target, article + " is not a text file");
  }

  @Test
  void tooLarge() throws IOException {
    Files.writeString(article, ARTICLE + "clay ".repeat(1_100_000));
    refused(article, target, article + " is larger than 5 MB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear diary, today I made a pot.",
        "# My trip\n\nIt rained.\n\n## Conclusion\n\nStay at home.",
        "<html><body><h1>404</h1><p>Not found</p></body></html>",
        "<script>alert('Steps to Become a Potter')</script>",
        "How to Become a Potter",
        "\uFEFF!",
        "{\"steps\": [\"Step 1: a\"]}"
      })
  void nothingOfTheSeries(String text) throws IOException {
    Files.writeString(article, text);
    refused(article, target, "Nothing in " + article + " looks like an article of the series");
    assertThat(target).doesNotExist();
  }

  @Test
  void manyArticlesInOne() throws IOException {
    var steps = new StringBuilder("Steps to Become a Potter\n");
    for (int i = 0; i < 600; i++) {
      steps.append("Step 1: Touch Clay ").append(i).append("\nAny will do.\n");
    }
    Files.writeString(article, steps);
    refused(article, target, "600 sections");
  }

  @Test
  void aFolderWithFilesIsNeverWrittenOver() throws Exception {
    Files.createDirectories(target);
    Files.writeString(target.resolve("mine.md"), "mine");

    refused(article, target, target + " has files in it and nothing is written over");

    assertThat(target.resolve("mine.md")).hasContent("mine");
    assertThat(names()).containsExactly("guide", "potter.txt");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Files.writeString(target, "x");
    refused(article, target, target + " is a file");
  }

  @Test
  void aPlaceThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    refused(article, article.resolve("below/a/file"), "cannot be written");
    assertThat(names()).containsExactly("potter.txt");
  }

  @Test
  void anEmptyFolderIsFilledAndMissingOnesAreMade() throws Exception {
    Files.createDirectories(target);
    ArticleImporter.importArticle(article, target);
    assertThat(target.resolve("steps/step-02.md")).exists();

    Path real = Files.createDirectories(folder.resolve("a/real"));
    Path link = Files.createSymbolicLink(folder.resolve("a/link"), real);
    ArticleImporter.importArticle(article, link);
    assertThat(link).isSymbolicLink();
    assertThat(real.resolve("guide.yaml")).exists();

    ArticleImporter.importArticle(article, folder.resolve("a/b/c"));
    assertThat(folder.resolve("a/b/c/guide.yaml")).exists();
    assertThat(names()).containsExactly("a", "guide", "potter.txt");
    refused(article, target, "nothing is written over");
  }
}
