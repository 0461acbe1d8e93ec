package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.slack.loopback.AssistantPane;
import dev.waymark.slack.loopback.Interaction;
import dev.waymark.slack.loopback.Member;
import dev.waymark.slack.loopback.Method;
import dev.waymark.slack.loopback.Recorded;
import dev.waymark.slack.loopback.SeenMessage;
import dev.waymark.slack.loopback.SeenView;
import dev.waymark.slack.loopback.SentMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything a member can do, end to end, in both ways of taking events in: the real Bolt on one
 * side, Slack's rules on the other.
 */
@ParameterizedClass
@EnumSource(SlackConversationTest.Mode.class)
class SlackConversationTest extends SlackTestCase {

  private static final String GENERAL = "#general";

  /** How events come in. */
  enum Mode {
    SOCKET,
    HTTP
  }

  @Parameter Mode mode = Mode.SOCKET;

  private Member ana;

  @BeforeEach
  void begin() throws Exception {
    slack().workspace().channel(GENERAL);
    ana = slack().workspace().member("ana");
    if (mode == Mode.SOCKET) {
      connect();
    } else {
      connectByHttp();
    }
  }

  private SeenMessage waymark(String words) {
    return ana.command("/waymark", words).await();
  }

  private Interaction use(SeenMessage message, String label) {
    int at = message.buttonLabels().indexOf(label);
    assertThat(at).as(label + " among " + message.buttonLabels()).isNotNegative();
    return ana.press(message, message.buttons().get(at));
  }

  private SeenMessage press(SeenMessage message, String label) {
    return use(message, label).await();
  }

  @Test
  void aQuestionIsAnsweredInPrivateWithItsSourceAndRelatedQuestions() {
    SeenMessage answer = ana.command("/ask", "Do I need a degree?").await();

    assertThat(answer.ephemeral()).isTrue();
    assertThat(answer.text()).contains("without a degree", "Source: ", "reviewed 2026-11-24");
    assertThat(answer.fallback()).as("for notifications and screen readers").contains("degree");
    assertThat(answer.buttonLabels()).hasSize(3).endsWith("Share with everyone here");
    assertThat(press(answer, answer.buttonLabels().getFirst()).ephemeral()).isTrue();
    assertThat(waymark("do I need a degree?").text()).isEqualTo(answer.text());
  }

  @Test
  void aPrivateAnswerIsSharedByAButton() {
    SeenMessage answer = ana.command("/ask", "how much do juniors earn?").await();
    SeenMessage shared = press(answer, "Share with everyone here");

    assertThat(shared.ephemeral()).isFalse();
    assertThat(shared.text()).contains("$60,000");
    assertThat(shared.buttonLabels()).doesNotContain("Share with everyone here");
    assertThat(waymark("link").buttonLabels()).doesNotContain("Share with everyone here");
    assertThat(waymark("ask do I need a degree? public:true").ephemeral()).isFalse();
  }

  @Test
  void whatIsDoneIsNotDoneOnceMoreToShareIt() {
    assertThat(waymark("next").buttonLabels()).contains("Share with everyone here");
    assertThat(waymark("done").buttonLabels())
        .contains("Done")
        .doesNotContain("Share with everyone here");
  }

  @Test
  void commandsAreNamedAsTheyAreGivenHere() {
    assertThat(waymark("help").text())
        .contains("`/ask question`", "`/next`", "`/waymark done [proof]`", "`/waymark help`")
        .doesNotContain("`/done");
    assertThat(waymark("link").text()).containsPattern("`/link [A-Z0-9-]+`");
    assertThat(ana.command("/waymark", "forget-me").modal().text()).contains("`/waymark my-data`");
  }

  @Test
  void aMentionIsAnsweredInAThreadWhereItsMemberGoesOnWithoutOne() {
    SentMessage asked = ana.mentions(GENERAL, "how much do juniors earn?");
    SeenMessage answer = asked.await();
    assertThat(answer.text()).contains("$60,000");
    assertThat(answer.thread()).contains(asked.ts());

    assertThat(ana.replyIn(asked, "and seniors?").await().text()).contains("$");
  }

  @Test
  void aMentionDoesEverythingThatACommandDoes() {
    SentMessage asked = ana.mentions(GENERAL, "next");
    assertThat(asked.await().text()).contains("Step 1 of 17");
    assertThat(ana.mentionsIn(asked, "done").await().text()).contains("Step 2 of 17");
    assertThat(ana.mentionsIn(asked, "raodmap").await().text())
        .contains("Did you mean `/waymark roadmap`?");
    assertThat(ana.mentions(GENERAL, "my-data").await().text()).contains("between you and me");
  }

  @Test
  void aDirectMessageIsAnsweredAndTakesCommandsInWords() {
    assertThat(ana.directMessage("what does a backend developer do?").await().text())
        .contains("Source:");
    assertThat(ana.directMessage("next").await().text()).contains("Step 1 of 17");
    assertThat(ana.directMessage("/done").await().text()).contains("Step 2 of 17");
  }

  @Test
  void whatIsNotMeantForItIsLeftAlone() {
    Member ben = slack().workspace().member("ben");
    SentMessage talk = ana.says(GENERAL, "do I need a degree?");
    SentMessage reply = ben.replyIn(talk, "how much does a junior earn?");
    SentMessage toBen = ana.replyIn(talk, ben.tag() + " do I need a degree?");
    ana.mentions(GENERAL, "next").await();

    assertThat(List.of(talk, reply, toBen)).allMatch(SentMessage::isUnanswered);
  }

  @Test
  void aMessageIsAnsweredFromItsMenu() {
    SentMessage talk = ana.says(GENERAL, "do I need a degree for this?");
    SeenMessage answer = ana.shortcut(SlackManifest.ANSWER_THIS, talk).await();

    assertThat(answer.ephemeral()).isTrue();
    assertThat(answer.text()).contains("without a degree");
  }

  @Test
  void theWayIsWalkedByButtons() {
    SeenMessage step = ana.command("/next", "").await();
    assertThat(step.text()).contains("Step 1 of 17", "Why it matters", "Done when", "hours");
    SeenMessage second = press(step, "Done");
    assertThat(second.text()).contains("1 of 17 done", "Step 2 of 17");
    assertThat(second.ts()).as("takes the place of the first").isEqualTo(step.ts());
    assertThat(waymark("undo").text()).contains("Taken back");
    assertThat(waymark("skip").text()).contains("is skipped", "Step 2 of 17");
    assertThat(waymark("done https://example.org/my-repo").text()).contains("with your proof kept");
    assertThat(waymark("step databases").text()).contains("Step 3 of 17");
    assertThat(waymark("tip").text()).contains("Source:");
  }

  @Test
  void placementIsADialogOfAFewTaps() {
    SeenView question = ana.command("/waymark", "start").modal();
    String id = question.id();
    assertThat(question.title()).isEqualTo("Question 1 of at most 5");
    for (int i = 0; i < 5 && question.buttons().size() == 2; i++) {
      question = ana.press(question, question.buttons().getLast()).modal();
      assertThat(question.id()).isEqualTo(id);
    }
    assertThat(question.text()).contains("Step 1 is the place to begin");
    assertThat(ana.press(question, question.buttons().getFirst()).modal().text())
        .contains("Step 1 of 17");
  }

  @Test
  void roadmapAndPayComeWithPicturesAndTheirWords() {
    SeenMessage roadmap = waymark("roadmap");
    assertThat(roadmap.text()).contains("0 of 17 steps done", "1. ", "17. ");
    assertThat(roadmap.json().toString()).contains("\"alt_text\":", "\"slack_file\":");
    SeenMessage pay = waymark("salary senior");
    assertThat(pay.text()).contains("USD");
    assertThat(press(pay, "Entry").text()).contains("$60,000");
    waymark("roadmap");
    assertThat(slack().recorded().requests(Method.FILES_COMPLETE_UPLOAD))
        .as("the same picture is uploaded once")
        .hasSize(3);
  }

  @Test
  void dataIsGivenOutAndDeletedInPrivate() {
    waymark("done");
    Interaction asked = ana.command("/waymark", "my-data");
    assertThat(asked.await().ephemeral()).isTrue();
    SeenMessage files = slack().awaitMessage("the files", m -> !m.files().isEmpty());
    assertThat(files.channel()).isEqualTo(ana.conversation());
    assertThat(text(files, "waymark-data.json")).contains(ana.id(), "DONE");
    SeenView sure = ana.command("/waymark", "forget-me").modal();
    assertThat(sure.title()).isEqualTo("Delete everything?");
    assertThat(ana.press(sure, sure.buttons().getFirst()).modal().text()).contains("is deleted");
    assertThat(waymark("next").text()).contains("Step 1 of 17");
  }

  private static String text(SeenMessage message, String file) {
    return new String(
        Objects.requireNonNull(message.files().get(file), file), StandardCharsets.UTF_8);
  }

  @Test
  void theHomeTabShowsTheWayAndIsAlwaysCurrent() {
    SeenView home = ana.opensHome().home();
    assertThat(home.text()).contains("Step 1 of 17", "0 of 17 steps done");
    assertThat(home.json().toString()).contains("\"slack_file\":");
    SeenView after = ana.press(home, button(home, "next:done")).home();
    assertThat(after.text()).contains("Step 2 of 17", "1 of 17 steps done");
    SeenView dialog = ana.press(after, "forget-me").modal();
    assertThat(ana.press(dialog, button(dialog, "forget-me:yes")).home().text())
        .contains("Step 1 of 17", "0 of 17 steps done");
    assertThat(ana.press(ana.opensHome().home(), "tip").modal().text()).contains("Source:");
  }

  private static String button(SeenView view, String start) {
    return view.buttons().stream().filter(b -> b.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void theAssistantPaneSuggestsTellsWhatItDoesAndNamesItsThread() {
    AssistantPane pane = ana.opensAssistant();
    assertThat(pane.prompts()).hasSize(4);
    SentMessage question = pane.says("how much do juniors earn?");
    assertThat(question.await().text()).contains("$60,000");
    assertThat(pane.says("and seniors?").await().text()).contains("$");
    slack().await("a title", () -> !pane.title().isEmpty());
    assertThat(pane.statuses()).contains("is looking it up…");
    assertThat(pane.presses(pane.prompts().getFirst()).await().text()).contains("Step 1 of 17");
  }

  @Test
  void everyOtherCommandAnswers() {
    for (String command : List.of("help", "guide", "link", "")) {
      assertThat(waymark(command).text()).as(command).isNotBlank();
    }
    assertThat(waymark("hlep").text()).contains("Did you mean `/waymark help`?");
  }

  @Test
  void nobodyCanBeCalledAndNothingBeMarkedUpThroughTheBot() {
    for (String evil :
        List.of(
            "<!channel> can i bring my dog to the office, and do i need a degree?",
            "<!subteam^S1|@all> [free nitro](https://evil.example) and do I need a degree?",
            "do I need a degree and `||` &lt;!here&gt; *x* <https://evil.example/x|y> ?")) {
      SeenMessage answer = ana.mentions(GENERAL, evil).await();
      assertThat(answer.sent().toString())
          .doesNotContain("<!", "evil.example")
          .contains("\"unfurl_links\":");
    }
  }

  @Test
  void somebodyWhoWritesOfHarmGetsOneReplyAndNothingElse() {
    SeenMessage reply = ana.directMessage("i want to kill myself").await();

    assertThat(reply.text()).contains("findahelpline.com").doesNotContain("Source:");
    assertThat(reply.buttons()).isEmpty();
  }

  @Test
  void everyRequestWasAccepted() {
    ana.command("/ask", "Do I need a degree?").await();
    waymark("roadmap");
    ana.opensHome().home();

    assertThat(slack().recorded().requests()).extracting(Recorded.Request::error).containsOnly("");
  }
}
