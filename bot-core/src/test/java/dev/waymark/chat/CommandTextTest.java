package dev.waymark.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTextTest {

  private static final CommandInfo.Option.Kind TEXT = CommandInfo.Option.Kind.TEXT;

  private final CommandText texts =
      new CommandText(
          List.of(
              CommandInfo.of(
                  "ask",
                  "Asks",
                  List.of(
                      new CommandInfo.Option("question", "What", TEXT, true),
                      new CommandInfo.Option(
                          "public", "Who", CommandInfo.Option.Kind.FLAG, false))),
              CommandInfo.of("next", "Shows"),
              CommandInfo.of("roadmap", "Shows all"),
              CommandInfo.of(
                  "done", "Marks", List.of(new CommandInfo.Option("proof", "A link", TEXT, false))),
              CommandInfo.of(
                  "step", "One", List.of(new CommandInfo.Option("which", "Which", TEXT, true))),
              CommandInfo.of("tips", "Tips")
                  .of(
                      List.of(
                          CommandInfo.of(
                              "on",
                              "Begins",
                              List.of(
                                  new CommandInfo.Option("time", "When", TEXT, false),
                                  new CommandInfo.Option("zone", "Where", TEXT, false))),
                          CommandInfo.of("off", "Ends")))),
          (name, words) ->
              name.equals("ask")
                  || (name.equals("step") && words.matches("\\d+"))
                  || (name.equals("tips") && words.matches("(on|off|onn)( .*)?")));

  private ChatRequest.Command command(String text) {
    assertThat(texts.read(text)).as(text).isInstanceOf(CommandText.Given.class);
    return ((CommandText.Given) texts.read(text)).command();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/next", "next", "Next", " next ", "next!", "/NEXT", "next."})
  void aNameAloneIsACommand(String text) {
    assertThat(command(text)).isEqualTo(new ChatRequest.Command("next", Map.of()));
  }

  @Test
  void wordsGoToTheFirstFreeOption() {
    assertThat(command("/ask do I need: a degree?").options())
        .isEqualTo(Map.of("question", "do I need: a degree?"));
    assertThat(command("/ask public:true what now?").options())
        .isEqualTo(Map.of("question", "what now?", "public", "true"));
    assertThat(command("/done proof:https://example.org/x").options())
        .isEqualTo(Map.of("proof", "https://example.org/x"));
    assertThat(command("/done https://example.org/x").options())
        .isEqualTo(Map.of("proof", "https://example.org/x"));
    assertThat(command("/done proof:\"a line of it\"").options())
        .isEqualTo(Map.of("proof", "a line of it"));
    assertThat(command("step 3").options()).isEqualTo(Map.of("which", "3"));
    assertThat(command("/next please").options()).isEmpty();
  }

  @Test
  void theFirstWordMayNameASubcommand() {
    assertThat(command("/tips off")).isEqualTo(new ChatRequest.Command("tips off", Map.of()));
    assertThat(command("/Tips ON 09:00 Europe/Rome"))
        .as("what has no name goes to the first option as a whole")
        .isEqualTo(new ChatRequest.Command("tips on", Map.of("time", "09:00 Europe/Rome")));
    assertThat(command("/tips on zone:Europe/Rome 09:00"))
        .isEqualTo(
            new ChatRequest.Command("tips on", Map.of("time", "09:00", "zone", "Europe/Rome")));
    assertThat(command("tips on 09:00"))
        .isEqualTo(new ChatRequest.Command("tips on", Map.of("time", "09:00")));
    assertThat(command("/tips")).isEqualTo(new ChatRequest.Command("tips", Map.of()));
    assertThat(texts.read("tips for my first week"))
        .isEqualTo(new CommandText.Question("tips for my first week"));
  }

  @Test
  void aWordThatIsNearlyASubcommandSaysSo() {
    var almost = new CommandText.Almost("tips onn", Optional.of("tips on"), true);
    assertThat(texts.read("/tips onn")).isEqualTo(almost);
    assertThat(texts.read("/tips onn 09:00")).isEqualTo(almost);
    assertThat(texts.read("tips onn")).isEqualTo(almost);
    assertThat(texts.read("/tips yesterday"))
        .isEqualTo(new CommandText.Almost("tips yesterday", Optional.empty(), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "next steps after databases",
        "step by step plan?",
        "do I need a degree?",
        "done with databases, what now",
        "/",
        "//next",
        "/ next",
        "3",
        "",
        "🙂",
        "either/or",
        "hello"
      })
  void everythingElseIsAQuestion(String text) {
    assertThat(texts.read(text)).isEqualTo(new CommandText.Question(text));
  }

  @Test
  void aWordThatIsNearlyACommandSaysSo() {
    assertThat(texts.read("nxt"))
        .isEqualTo(new CommandText.Almost("nxt", Optional.of("next"), false));
    assertThat(texts.read("/raodmap"))
        .isEqualTo(new CommandText.Almost("raodmap", Optional.of("roadmap"), true));
    assertThat(texts.read("/frobnicate now"))
        .isEqualTo(new CommandText.Almost("frobnicate", Optional.empty(), true));
    assertThat(texts.read("nxt thing to learn"))
        .isEqualTo(new CommandText.Question("nxt thing to learn"));
  }
}
