package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One question at the terminal. */
class AskCommandTest {

  private final Shell shipped = Shell.withShippedGuide();

  @TempDir Path folder;
  private PotteryGuide pottery;
  private Shell shell;

  @BeforeEach
  void write() {
    pottery = PotteryGuide.in(folder.resolve("guides/pottery"));
    shell = Shell.withGuides(folder.resolve("guides"));
  }

  @Test
  void anAnswerShowsItsSourceWithItsDateAndTwoRelatedSections() {
    Shell.Ran ran = shipped.run("ask", "do i need uni 4 this").done();

    assertThat(ran.out()).contains("Source:  ", "[faq-without-degree], reviewed 20");
    assertThat(ran.lines().getFirst()).isNotBlank().hasSizeLessThanOrEqualTo(80);
    assertThat(ran.lines().subList(ran.lines().size() - 2, ran.lines().size()))
        .allSatisfy(line -> assertThat(line).endsWith("]"));
    assertThat(ran.out()).contains("See also: ").doesNotContain("**");
  }

  @Test
  void aRefusalExitsWithThreeAndSaysWhereToTurn() {
    Shell.Ran ran = shipped.run("ask", "how much tax do I pay in Berlin");

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).isNotBlank().doesNotContain("Source:");
  }

  @Test
  void aChoiceListsSections() {
    Shell.Ran ran = shipped.run("ask", "backend").done();

    assertThat(ran.lines().stream().filter(l -> l.matches("  - .+ {2}\\[[a-z0-9-]+]")))
        .hasSizeGreaterThan(1);
    assertThat(ran.out()).doesNotContain("Source:");
  }

  @Test
  void jsonIsOneObjectOnOneLineWhateverTheOutcome() {
    assertJson("answer", 0, "do i need uni 4 this");
    assertJson("unknown", 3, "how much tax do I pay in Berlin");
    assertJson("choice", 0, "backend");
  }

  private void assertJson(String outcome, int code, String question) {
    Shell.Ran ran = shipped.run("ask", "--json", question);
    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.out()).endsWith("\n").containsOnlyOnce("\n");
    JsonNode json = ran.json();
    AnswerShape.check(json);
    assertThat(json.path("outcome").asText()).isEqualTo(outcome);
    assertThat(json.path("question").asText()).isEqualTo(question);
    assertThat(AnswerShape.fields(json))
        .contains("question", "outcome", "confidence", "text", "sources", "related");
  }

  @Test
  void someoneInDistressGetsCareAndNoSection() {
    Shell.Ran ran = shipped.run("ask", "--json", "i failed the interview and want to kill myself");

    assertThat(ran.code()).isEqualTo(3);
    AnswerShape.check(ran.json());
    assertThat(ran.json().path("reason").asText()).isEqualTo("care");
    assertThat(ran.json().path("related")).isEmpty();
  }

  @Test
  void wordsNeedNoQuotes() {
    String quoted = shipped.run("ask", "--json", "do i need a degree?").done().out();

    assertThat(shipped.run("ask", "do", "i", "need", "--json", "a", "degree?").out())
        .isEqualTo(quoted);
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() {
    String first = ask("--json", "where do I sell cups?").out();

    assertThat(ask("--json", "where do I sell cups?").out()).isEqualTo(first);
  }

  private Shell.Ran ask(String... args) {
    return shell.run(List.of("ask", "--no-common"), args);
  }

  @Test
  void aFollowUpIsUnderstoodFromTheQuestionBeforeIt() {
    for (String[] turn :
        new String[][] {
          {"Do I need a kiln of my own?", "faq-kiln"}, {"Is glaze poisonous?", "faq-glaze"}
        }) {
      JsonNode json = ask("--json", "--after", turn[0], "why?").json();

      assertThat(AnswerShape.nearest(json)).isEqualTo(turn[1]);
      assertThat(json.path("question").asText()).isEqualTo("why?");
    }
  }

  @Test
  void ofSeveralEarlierQuestionsTheLastOneCountsMost() {
    String clay = "Which clay should I use?";
    String kiln = "Do I need a kiln of my own?";

    assertThat(AnswerShape.nearest(ask("--json", "--after", clay, "--after", kiln, "why?").json()))
        .isEqualTo("faq-kiln");
    assertThat(
            AnswerShape.nearest(ask("--json", "why?", "--after=" + kiln, "--after", clay).json()))
        .isEqualTo("faq-clay");
  }

  @Test
  void anEmptyEarlierQuestionChangesNothing() {
    assertThat(ask("--after", "", "Do I need a kiln of my own?").out())
        .isEqualTo(ask("Do I need a kiln of my own?").out());
  }

  @Test
  void partsThatTheGuideDoesNotAnswerAreNamed() {
    String question =
        "Which clay should I use? Do I need a kiln? And who won \u001b[31mthe world cup in 1990?";

    JsonNode json = ask("--json", question).json();

    AnswerShape.check(json);
    assertThat(AnswerShape.sources(json)).contains("faq-clay", "faq-kiln");
    assertThat(json.path("text").asText()).contains("world cup");
    assertThat(ask(question).done().out()).contains("world cup");
  }

  @Test
  void theOnlyGuideNeedsNoName() {
    assertThat(ask("which clay?").done().out()).contains("[faq-clay]");
  }

  @Test
  void ofSeveralGuidesOneHasToBeNamed() {
    PotteryGuide second = PotteryGuide.in(folder.resolve("guides/second"));

    assertThat(ask("which clay?").failure()).contains("2 guides", "--guide DIR");
    assertThat(ask("--guide", second.toString(), "which clay?").done().out())
        .contains("[faq-clay]");
  }

  @Test
  void whereThereIsNoGuideItSaysWhatToDo() {
    Shell elsewhere = Shell.withGuides(folder.resolve("nowhere"));

    assertThat(elsewhere.run("ask", "which clay?").failure())
        .contains("nowhere", "--guide DIR", "WAYMARK_GUIDES");
  }

  @Test
  void whatGuidesShareIsTakenFromBesideTheGuideOrLeftOut() {
    pottery
        .write(
            "../common/refusals/tax.md",
            """
            ---
            id: refusal-tax
            title: Taxes
            asks: [how much tax do I pay]
            ---
            Ask the tax office.
            """)
        .write("../common/synonyms.txt", "klei => clay\n");

    Shell.Ran with = shell.run("ask", "--guide", pottery.toString(), "how much tax do I pay?");
    assertThat(with.code()).isEqualTo(3);
    assertThat(with.out()).contains("Ask the tax office.");
    assertThat(shell.run("ask", "which klei should I use?").done().out()).contains("[faq-clay]");

    Shell.Ran without = ask("how much tax do I pay?");
    assertThat(without.code()).isIn(0, 3);
    assertThat(without.out()).doesNotContain("tax office");
  }

  @Test
  void aMentionIsNoFileOfArguments() {
    pottery.write("args.txt", "--json");

    Shell.Ran ran = ask("@" + pottery.file("args.txt"), "which clay should I use?");

    assertThat(ran.out()).doesNotStartWith("{");
    assertThat(ask("@waymark which clay should I use?").done().out()).contains("[faq-clay]");
  }

  @Test
  void aQuestionMayBeginWithADash() {
    assertThat(ask("--", "-which clay should I use?").done().out()).contains("[faq-clay]");
  }

  @Test
  void aCacheThatCannotBeWrittenOrIsDamagedIsWorkedAround() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Path damaged = Files.createDirectories(folder.resolve("damaged"));
    String first = askWith(damaged);
    try (var files = Files.list(damaged)) {
      for (Path kept : files.filter(f -> f.toString().matches(".*(prepared|vectors)")).toList()) {
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept, bytes);
      }
    }

    assertThat(askWith(damaged)).isEqualTo(first);
    assertThat(askWith(file.resolve("below"))).isEqualTo(first);
  }

  private String askWith(Path cache) {
    return Shell.withGuides(folder.resolve("guides"), cache)
        .run("ask", "--no-common", "--json", "which clay?")
        .done()
        .out();
  }
}
