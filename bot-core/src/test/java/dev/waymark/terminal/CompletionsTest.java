package dev.waymark.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionsTest {

  @TempDir private Path folder;
  private Conversation conversation = TinyBot.conversation(new TinyBot().bot(), Path.of(""));

  @BeforeEach
  void begin() {
    conversation = TinyBot.conversation(new TinyBot().bot(), folder);
  }

  /** The lines that there could be. */
  private List<String> lines(String typed) {
    Completions.Fitting fitting = new Completions(conversation).after(typed);
    String kept = typed.substring(0, fitting.from());
    return fitting.items().stream().map(i -> kept + i.value()).toList();
  }

  private List<String> labels(String typed) {
    return new Completions(conversation)
        .after(typed).items().stream().map(Completions.Item::label).toList();
  }

  @Test
  void commands() {
    assertThat(lines("/"))
        .containsExactly("/ask", "/next", "/done", "/step", "/feed", "/roadmap", "/quit");
    assertThat(lines("/nex")).containsExactly("/next");
    assertThat(lines("/q")).containsExactly("/quit");
    assertThat(lines("/x")).isEmpty();
  }

  @Test
  void optionsAndTheirValues() {
    assertThat(lines("/done ")).containsExactly("/done proof:", "/done public:");
    assertThat(lines("/done pu")).containsExactly("/done public:");
    assertThat(lines("/done public:")).containsExactly("/done public:true", "/done public:false");
    assertThat(lines("/done public:t")).containsExactly("/done public:true");
    assertThat(lines("/done public:true ")).containsExactly("/done public:true proof:");
    assertThat(lines("/done I built it, pu")).containsExactly("/done I built it, public:");
    assertThat(lines("/done proof:x")).isEmpty();
  }

  @Test
  void valuesByTheWordsThatPeopleKnow() {
    assertThat(lines("/step ")).contains("/step step-1", "/step step-4", "/step which:");
    assertThat(lines("/step data")).containsExactly("/step step-4");
    assertThat(labels("/step data")).containsExactly("4. Databases");
    assertThat(lines("/step computer sci")).containsExactly("/step step-1");
    assertThat(lines("/step which:data")).containsExactly("/step which:step-4");
    assertThat(lines("/step which:\"computer sci")).containsExactly("/step which:step-1");
  }

  @Test
  void aValueWithASpaceIsQuotedAndKnowsTheOptionsBeforeIt() {
    assertThat(lines("/step which:step-4 guide:"))
        .containsExactly("/step which:step-4 guide:\"back end\"");
    assertThat(labels("/step which:\"step 4\" guide:\"ba")).containsExactly("Of step 4");
    // Without its name it is given as it is.
    assertThat(lines("/step which:step-4 b")).containsExactly("/step which:step-4 back end");
  }

  @Test
  void subcommandsAndWhatTheyTake() {
    assertThat(lines("/feed ")).containsExactly("/feed on", "/feed off");
    assertThat(lines("/feed of")).containsExactly("/feed off");
    assertThat(lines("/feed x")).isEmpty();
    assertThat(lines("/feed x ")).isEmpty();
    assertThat(lines("/feed off ")).isEmpty();
    assertThat(lines("/feed on data")).containsExactly("/feed on step-4");
    assertThat(lines("/feed on which:step-4 guide:"))
        .containsExactly("/feed on which:step-4 guide:\"back end\"");
    assertThat(new Completions(conversation).after("/feed o").items())
        .extracting(Completions.Item::whole)
        .as("whether more follows")
        .containsExactly(true, false);
  }

  @Test
  void choicesByTheirNumbers() {
    assertThat(lines("1")).isEmpty();
    conversation.say("/next").ifPresent(r -> conversation.show(r, Look.plain(80)));

    assertThat(lines("")).startsWith("1", "2", "/ask");
    assertThat(labels("2")).containsExactly("[2] Skip");
    assertThat(lines("[")).containsExactly("1", "2");
    assertThat(lines("3")).isEmpty();
  }

  @Test
  void aQuestionIsNotCompleted() {
    assertThat(lines("what is ")).isEmpty();
    assertThat(lines("/unknown x")).isEmpty();
    assertThat(lines("do I need a /")).isEmpty();
  }
}
