package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of questions that cannot be used, and files that cannot be written. */
class EvalBadInputTest {

  private static final String GOOD = "{\"id\":\"q1\",\"q\":\"clay?\",\"gold\":[\"faq-clay\"]}\n";

  @TempDir Path folder;
  private Path questions;
  private Shell shell;

  @BeforeEach
  void write() throws IOException {
    PotteryGuide.in(folder.resolve("guides/pottery"));
    shell = Shell.withGuides(folder.resolve("guides"));
    questions = Files.writeString(folder.resolve("q.jsonl"), GOOD);
  }

  private String failure(Path file) {
    String failure = shell.run("eval", "--no-common", file.toString()).failure();
    assertThat(shell.run("tune", "--no-common", file.toString()).failure()).isEqualTo(failure);
    return failure;
  }

  @Test
  void missing() {
    Path none = folder.resolve("none.jsonl");
    assertThat(failure(none)).isEqualTo(none + ": is missing: name a file of judged questions");
  }

  @Test
  void aFolder() {
    assertThat(failure(folder)).startsWith(folder + ": ").contains(": check what it is");
  }

  @Test
  void binary() throws IOException {
    Files.write(questions, new byte[] {'{', (byte) 0xff, (byte) 0xfe, 0});
    assertThat(failure(questions)).startsWith(questions + ": cannot be read as UTF-8 text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \n\t\n\r\n"})
  void empty(String text) throws IOException {
    Files.writeString(questions, text);
    assertThat(failure(questions))
        .isEqualTo(questions + ": holds no questions: write a JSON object a line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"q2\",\"q\":\"half a li",
        "{\"id\":\"q2\",\"q\":\"no end\",\"gold\":[]",
        "[]",
        "null",
        "17",
        "\"text\"",
        "{}",
        "{\"q\":\"no id\",\"gold\":[]}",
        "{\"id\":3,\"q\":\"a number\",\"gold\":[]}",
        "{\"id\":\"q2\",\"gold\":[]}",
        "{\"id\":\"q2\",\"q\":\"no gold\"}",
        "{\"id\":\"q2\",\"q\":\"no list\",\"gold\":\"faq-clay\"}",
        "{\"id\":\"q1\",\"q\":\"twice\",\"gold\":[]}",
        "question,gold\nwhich clay?,faq-clay",
        "{'id':'q2','q':'quotes','gold':[]}",
        "\u0000\u0001\u001b[31m"
      })
  void aBrokenLineIsNamed(String line) throws IOException {
    Files.writeString(questions, GOOD + "\n" + line + "\n");

    // The second line is blank.
    assertThat(failure(questions)).startsWith(questions + ":3: ").hasSizeLessThan(400);
  }

  @Test
  void aLineNestedTooDeep() throws IOException {
    Files.writeString(questions, GOOD + "{\"id\":" + "[".repeat(100_000) + "\n");
    assertThat(failure(questions)).startsWith(questions + ":2: ");
  }

  @Test
  void nothingIsWrittenWhenAQuestionIsBroken() throws IOException {
    Files.writeString(questions, GOOD + "{\n");
    Path run = Files.writeString(folder.resolve("run"), "mine");

    shell.run("eval", "--run", run.toString(), questions.toString()).failure();

    assertThat(run).hasContent("mine");
  }

  @Test
  void filesThatCannotBeWrittenAreNamedBeforeTheWork() {
    for (Path bad : List.of(folder, folder.resolve("none/run"), questions.resolve("run"))) {
      for (String option : List.of("--run", "--answers")) {
        assertThat(
                shell
                    .run("eval", "--no-common", option, bad.toString(), questions.toString())
                    .failure())
            .startsWith(bad + " cannot be written: name a file");
      }
    }
  }

  @Test
  void theQuestionsAreNeverWrittenOver() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), questions);
    for (Path same : List.of(questions, folder.resolve("guides/../q.jsonl"), link)) {
      for (String option : List.of("--run", "--answers")) {
        assertThat(
                shell
                    .run("eval", "--no-common", option, same.toString(), questions.toString())
                    .failure())
            .contains("not written over");
      }
    }
    assertThat(questions).hasContent(GOOD.strip());
  }

  @Test
  void twoResultsNeedTwoFiles() {
    Path file = folder.resolve("both");

    assertThat(
            shell
                .run(
                    "eval",
                    "--run",
                    file.toString(),
                    "--answers",
                    file.toString(),
                    questions.toString())
                .failure())
        .contains("--answers and --run");
    assertThat(file).doesNotExist();
  }
}
