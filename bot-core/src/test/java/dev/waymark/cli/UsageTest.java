package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is written wrongly is told so, and what it should be. */
class UsageTest {

  private static final List<String> COMMANDS =
      List.of("ask", "search", "eval", "import", "lint", "tune");

  @TempDir Path folder;

  private Shell.Ran run(String... args) {
    return Shell.withGuides(folder).run(args);
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(run("--help").done().out()).contains(COMMANDS);
    assertThat(run("-h").done().out()).isEqualTo(run("--help").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "search", "eval", "import", "lint", "tune"})
  void everyCommandHasHelpAndAVersion(String command) {
    assertThat(run(command, "--help").done().out()).startsWith("Usage: waymark " + command);
    assertThat(run(command, "--version").done().out()).startsWith("waymark ");
  }

  @Test
  void theVersionIsSaid() {
    assertThat(run("--version").done().out()).matches("waymark \\S.*\\R");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frobnicate", "ASK", "as", "do i need a degree?", "%s%n", "@pom.xml"})
  void anUnknownCommandIsNamed(String command) {
    assertThat(run(command, "x").usageError())
        .isEqualTo(
            "there is no command \"" + command + "\": to ask a question, write ask before it");
  }

  @Test
  void whatIsNamedIsShortAndOnOneLine() {
    assertThat(run("x".repeat(100_000)).usageError()).contains("x…\"");
    assertThat(run("a\nb\u001b[31m\u202e\u2028c").usageError()).contains("\"a b[31m c\"");
    assertThat(run("😀".repeat(70)).usageError()).contains("😀…\"").doesNotContain("?");
    assertThat(run("").usageError()).contains("\"\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "search", "eval", "import", "lint", "tune"})
  void anUnknownOptionIsNamedEvenWhenMoreIsMissing(String command) {
    assertThat(run(command, "--bogus").usageError()).contains("there is no option \"--bogus\"");
    assertThat(run(command, "--bogus=%s", "x", "y").usageError()).contains("\"--bogus=%s\"");
    assertThat(run("--bogus").usageError()).contains("there is no option \"--bogus\"");
  }

  @Test
  void aQuestionThatLooksLikeAnOptionIsExplained() {
    assertThat(run("ask", "-5 years, is that enough?").usageError()).contains("write --");
  }

  @Test
  void missingArgumentsAreNamed() {
    assertThat(run("ask").usageError()).contains("QUESTION");
    assertThat(run("ask", "--json").usageError()).contains("QUESTION");
    assertThat(run("search").usageError()).contains("QUERY");
    assertThat(run("eval").usageError()).contains("QUESTIONS.jsonl");
    assertThat(run("eval", "--half", "tune").usageError()).contains("QUESTIONS.jsonl");
    assertThat(run("tune").usageError()).contains("QUESTIONS.jsonl");
    assertThat(run("lint").usageError()).contains("DIR");
    assertThat(run("import").usageError()).contains("ARTICLE", "DIR");
    assertThat(run("import", "article.txt").usageError()).contains("DIR").doesNotContain("ARTICLE");
  }

  @Test
  void missingValuesOfOptionsAreNamed() {
    assertThat(run("ask", "--guide").usageError()).contains("--guide", "DIR");
    assertThat(run("ask", "--after").usageError()).contains("--after", "QUESTION");
    assertThat(run("ask", "--after", "--json", "why?").usageError()).contains("--after");
    assertThat(run("eval", "q.jsonl", "--run").usageError()).contains("--run", "FILE");
    assertThat(run("tune", "q.jsonl", "--write").usageError()).contains("--write", "FILE");
  }

  @Test
  void tooManyArgumentsAreNamed() {
    assertThat(run("eval", "a", "b").usageError()).contains("\"b\" is one argument too many");
    assertThat(run("import", "a", "b", "c").usageError()).contains("\"c\"");
    assertThat(run("lint", "a", "b").usageError()).contains("\"b\"");
  }

  @Test
  void anOptionGivenTwiceOrWithANonsenseValueIsNamed() {
    assertThat(run("ask", "--json", "--json", "x").usageError()).contains("--json", "once");
    assertThat(run("ask", "--guide", "a", "--guide", "b", "x").usageError()).contains("--guide");
    assertThat(run("ask", "--json=perhaps", "x").usageError()).contains("--json", "perhaps");
  }

  @Test
  void aNameThatNoFileCanHaveIsSaidSo() {
    assertThat(run("ask", "--guide", "a\u0000b", "x").usageError())
        .contains("--guide", "\"ab\" cannot be the name of a file or folder");
    assertThat(run("lint", "\u0000").usageError()).contains("cannot be the name of a file");
  }
}
