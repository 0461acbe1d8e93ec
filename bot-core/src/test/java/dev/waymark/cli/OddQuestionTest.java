package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, there is an answer or an honest refusal. */
class OddQuestionTest {

  @TempDir static Path folder;

  private static Shell.Ran ask(String... args) {
    Path guide = folder.resolve("pottery");
    if (!Files.exists(guide)) {
      PotteryGuide.in(guide);
    }
    return Shell.withGuides(folder).run(List.of("ask", "--no-common"), args);
  }

  static Stream<Arguments> odd() {
    return OddTexts.named();
  }

  @ParameterizedTest
  @MethodSource("odd")
  void getsAnAnswerOrARefusal(String text) {
    Shell.Ran ran = ask("--json", "--", text);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).endsWith("}\n");
    assertThat(ran.out().split("[\\n\\x0B\\f\\r\\x85\\u2028\\u2029]", -1)).hasSize(2);
    JsonNode json = ran.json();
    AnswerShape.check(json);
    assertThat(ran.code()).isEqualTo(AnswerShape.exitCode(json));
    // UTF-8 has no lone surrogates; all else comes back as it was asked.
    assertThat(json.path("question").asText()).isEqualTo(text.replaceAll("\\p{Cs}", "?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "which clay\u0000\u001b[2J should I use?",
        "\u202ewhich clay should I use?\u202c",
        "which\u2028clay\u2029should\u0085I\u000buse?",
        "<b>which clay</b> should I use?",
        "which \udc00clay should I use?",
        "😀 which clay should I use 🎉"
      })
  void aQuestionIsFoundInIt(String text) {
    assertThat(ask(text).done().out()).contains("[faq-clay]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \t\r\n ", "?", "😀🎉👩‍💻", "\ud800", "\\", "((((", "\u0000"})
  void whereThereIsNoQuestionItSaysSo(String text) {
    JsonNode json = ask("--json", text).json();

    assertThat(json.path("outcome").asText()).isEqualTo("unknown");
    assertThat(json.path("reason").asText()).isEqualTo("small-talk");
    assertThat(json.path("text").asText()).containsIgnoringCase("question");
  }

  @Test
  void earlierQuestionsMayBeOddToo() {
    var args = new ArrayList<String>();
    OddTexts.all().values().forEach(text -> args.add("--after=" + text));
    args.add("which clay should I use?");

    assertThat(ask(args.toArray(String[]::new)).code()).isIn(0, 3);
  }

  @Test
  void theShippedGuideTakesThemTooAndCitesNothingForNonsense() throws IOException {
    var questions = new StringBuilder();
    var mapper = new ObjectMapper();
    OddTexts.all()
        .forEach(
            (name, text) -> {
              ObjectNode question = mapper.createObjectNode();
              question.put("id", name).put("q", text).putArray("gold");
              questions.append(question).append('\n');
            });
    Path file = Files.writeString(folder.resolve("odd.jsonl"), utf8(questions.toString()));
    Path answers = folder.resolve("odd-answers.jsonl");

    Shell.withShippedGuide().run("eval", "--answers", answers.toString(), file.toString()).done();

    List<String> lines = Files.readAllLines(answers);
    assertThat(lines).hasSameSizeAs(OddTexts.all().keySet());
    for (String line : lines) {
      JsonNode json = Shell.json(line);
      AnswerShape.check(json);
      if (List.of(
              "empty", "blank", "line ends", "only emoji", "only a question mark", "no characters")
          .contains(json.path("id").asText())) {
        assertThat(json.path("outcome").asText()).isEqualTo("unknown");
        assertThat(json.path("related")).isEmpty();
      }
    }
  }

  private static String utf8(String text) {
    return text.replaceAll("\\p{Cs}", "?");
  }
}
