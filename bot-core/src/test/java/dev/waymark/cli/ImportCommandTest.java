package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An article becomes a guide that can be asked, or nothing at all happens. */
class ImportCommandTest {

  private static final String ARTICLE =
      """
      # How to Become a Potter

      A potter makes vessels of clay.

      ## Steps to Become a Potter

      ### Step 1: Choose Your Clay

      Stoneware forgives the mistakes of a beginner.

      ### Step 2: Learn to Throw

      An evening class at a studio is the usual way in.

      ## FAQs

      ### Is Being a Potter Stressful?

      Only in the weeks before a market.
      """;

  @TempDir Path folder;
  private Path article;
  private Path target;

  @BeforeEach
  void write() throws IOException {
    article = Files.writeString(folder.resolve("potter.md"), ARTICLE);
    target = folder.resolve("guides/potter");
  }

  private Shell.Ran run(String... args) {
    return Shell.withGuides(folder.resolve("guides")).run(args);
  }

  private Map<String, String> files() throws IOException {
    var files = new TreeMap<String, String>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        files.put(
            folder.relativize(file).toString(),
            Files.isRegularFile(file) ? Files.readString(file) : "");
      }
    }
    return files;
  }

  @Test
  void anArticleBecomesAGuideWithoutFaultsThatAnswers() {
    Shell.Ran ran = run("import", article.toString(), target.toString()).done();

    assertThat(ran.out()).contains("Imported ", target.toString(), "2 steps", "1 FAQ", "Left out:");
    assertThat(run("lint", "--no-common", target.toString()).done().out())
        .isEqualTo("No faults.\n");
    assertThat(run("ask", "--no-common", "is being a potter stressful?").done().out())
        .contains("weeks before a market", "[faq-stressful]");
    assertThat(AnswerShape.nearest(run("ask", "--no-common", "--json", "what is step 2?").json()))
        .isEqualTo("step-2");
  }

  @Test
  void aFolderWithFilesIsLeftAsItIs() throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve("mine.txt"), "mine");
    Map<String, String> before = files();

    assertThat(run("import", article.toString(), target.toString()).failure())
        .startsWith(target + " has files in it and nothing is written over");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void importingTwiceKeepsTheFirst() throws IOException {
    run("import", article.toString(), target.toString()).done();
    Map<String, String> before = files();

    assertThat(run("import", article.toString(), target.toString()).failure())
        .contains("has files in it");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aMissingArticle() throws IOException {
    Path none = folder.resolve("none.txt");
    Map<String, String> before = files();

    assertThat(run("import", none.toString(), target.toString()).failure())
        .isEqualTo("There is no file " + none + ": check the path of the article.");
    assertThat(run("import", folder.toString(), target.toString()).failure())
        .isEqualTo(folder + " is a folder: name the file of the article.");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aBinaryOrEmptyArticle() throws IOException {
    Path zip = Files.write(folder.resolve("a.zip"), new byte[] {'P', 'K', 3, 4, 0, 0, 8, 0, 1});
    Path empty = Files.writeString(folder.resolve("empty.txt"), " \n");
    Path other = Files.writeString(folder.resolve("other.txt"), "Dear diary, it rained.");

    assertThat(run("import", zip.toString(), target.toString()).failure())
        .startsWith(zip + " is not a text file: ");
    assertThat(run("import", empty.toString(), target.toString()).failure())
        .startsWith(empty + " is empty: ");
    assertThat(run("import", other.toString(), target.toString()).failure())
        .contains(other + " looks like");
    assertThat(target).doesNotExist();
  }

  @Test
  void aFileInPlaceOfTheFolder() throws IOException {
    Map<String, String> before = files();

    assertThat(run("import", article.toString(), article.toString()).failure())
        .startsWith(article + " is a file");
    assertThat(run("import", article.toString(), article.resolve("guide").toString()).failure())
        .contains("cannot be written");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatAnArticleHoldsCannotTakeOverTheTerminal() throws IOException {
    Files.writeString(
        article,
        ARTICLE + "\n## Related\u001b[2J \u202eposts\n\n- [a\u001b[31m](https://x.example)\n");

    assertThat(run("import", article.toString(), target.toString()).code()).isZero();
  }
}
