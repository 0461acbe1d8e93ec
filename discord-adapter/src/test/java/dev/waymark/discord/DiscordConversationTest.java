package dev.waymark.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.discord.loopback.Interaction;
import dev.waymark.discord.loopback.Member;
import dev.waymark.discord.loopback.SeenMessage;
import dev.waymark.discord.loopback.SentMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everything a member can do, end to end: the real JDA on one side, Discord's rules on the other.
 */
class DiscordConversationTest extends DiscordTestCase {

  private static final String GENERAL = "#general";

  private Member ana;

  @BeforeEach
  void begin() throws Exception {
    var guild = discord().guild("Learners");
    guild.channel(GENERAL);
    ana = guild.member("ana");
    connect();
  }

  private SeenMessage slash(String command) {
    return slash(command, Map.of());
  }

  private SeenMessage slash(String command, Map<String, ?> options) {
    return ana.slash(GENERAL, command, options).await();
  }

  private static String button(SeenMessage message, String label) {
    int at = message.buttonLabels().indexOf(label);
    assertThat(at).as(label + " among " + message.buttonLabels()).isNotNegative();
    return message.buttons().get(at);
  }

  private SeenMessage press(SeenMessage message, String label) {
    return ana.button(message, button(message, label)).await();
  }

  @Test
  void aQuestionIsAnsweredInPrivateWithItsSourceAndRelatedQuestions() {
    SeenMessage answer = slash("ask", Map.of("question", "Do I need a degree?"));

    assertThat(answer.ephemeral()).isTrue();
    assertThat(answer.text())
        .contains("without a degree", "Source: ", "reviewed 2026-11-24")
        .doesNotContain("@everyone");
    assertThat(answer.buttons()).hasSize(2).allSatisfy(id -> assertThat(id).startsWith("ask:see:"));
    assertThat(press(answer, answer.buttonLabels().getFirst()).ephemeral()).isTrue();
  }

  @Test
  void anAnswerIsSharedWhenTheMemberSaysSo() {
    SeenMessage answer = slash("ask", Map.of("question", "Do I need a degree?", "public", true));

    assertThat(answer.ephemeral()).isFalse();
  }

  @Test
  void aMentionIsAnsweredUnderItAndAReplyToTheAnswerIsAFollowUp() {
    SentMessage asked = ana.mentions(GENERAL, "how much do juniors earn?");
    SeenMessage answer = asked.await();
    assertThat(answer.text()).contains("$60,000");
    assertThat(answer.json().path("message_reference").path("message_id").asText())
        .isEqualTo(asked.message().seen().id());

    assertThat(ana.replyTo(answer, "and seniors?").await().text()).contains("$");
  }

  @Test
  void aDirectMessageIsAnsweredAndTakesCommandsInWords() {
    assertThat(ana.directMessage("what does a backend developer do?").await().text())
        .contains("Source:");
    assertThat(ana.directMessage("next").await().text()).contains("Step 1 of 17");
    assertThat(ana.directMessage("/done").await().text()).contains("Step 2 of 17");
    assertThat(ana.directMessage("raodmap").await().text()).contains("Did you mean `/roadmap`?");
  }

  @Test
  void whatIsNotMeantForItIsLeftAlone() {
    SentMessage talk = ana.says(GENERAL, "do I need a degree?");
    slash("help");

    assertThat(talk.isUnanswered()).isTrue();
  }

  @Test
  void aMessageIsAnsweredFromItsMenu() {
    SentMessage talk = ana.says(GENERAL, "do I need a degree for this?");
    SeenMessage answer = ana.messageMenu("Answer this", talk.message()).await();

    assertThat(answer.ephemeral()).isTrue();
    assertThat(answer.text()).contains("without a degree");
  }

  @Test
  void theWayIsWalkedByButtons() {
    SeenMessage step = slash("next");
    assertThat(step.text()).contains("Step 1 of 17", "Why it matters", "Done when", "hours");
    SeenMessage second = press(step, "Done");
    assertThat(second.text()).contains("1 of 17 done", "Step 2 of 17");
    assertThat(second.id()).as("takes the place of the first").isEqualTo(step.id());
    assertThat(slash("undo").text()).contains("Taken back");
    assertThat(slash("skip").text()).contains("is skipped", "Step 2 of 17");
    assertThat(slash("done", Map.of("proof", "https://example.org/my-repo")).text())
        .contains("with your proof kept");
    assertThat(slash("step", Map.of("which", "databases")).text()).contains("Step 3 of 17");
    assertThat(slash("tip").text()).contains("Source:");
  }

  @Test
  void placementIsAFewTapsOnOneMessage() {
    SeenMessage question = slash("start");
    String id = question.id();
    for (int i = 0; i < 5 && question.buttonLabels().contains("Not yet"); i++) {
      question = press(question, "Not yet");
      assertThat(question.id()).isEqualTo(id);
    }
    assertThat(question.text()).contains("Step 1 is the place to begin");
    assertThat(press(question, "Start at step 1").text()).contains("Step 1 of 17");
  }

  @Test
  void roadmapAndPayComeWithPicturesAndTheirWords() {
    SeenMessage roadmap = slash("roadmap");
    assertThat(roadmap.text()).contains("0 of 17 steps done", "1. ", "17. ");
    assertThat(roadmap.files()).containsKey("roadmap.png");
    assertThat(roadmap.json().toString()).contains("\"description\":");
    SeenMessage pay = slash("salary", Map.of("level", "senior"));
    assertThat(pay.text()).contains("USD");
    assertThat(pay.files()).containsKey("salary.png");
    assertThat(press(pay, "Entry").text()).contains("$60,000");
  }

  @Test
  void dataIsGivenOutAndDeletedInPrivate() {
    slash("done");
    SeenMessage data = slash("my-data");
    assertThat(data.ephemeral()).isTrue();
    assertThat(text(data, "waymark-data.json")).contains(ana.id(), "DONE");
    assertThat(text(data, "learning-log.md")).contains("# Learning log", "1 of 17 steps done");
    assertThat(press(slash("forget-me"), "Delete everything").text()).contains("is deleted");
    assertThat(slash("next").text()).contains("Step 1 of 17");
    assertThat(ana.mentions(GENERAL, "my-data").await().text()).contains("between you and me");
  }

  private static String text(SeenMessage message, String file) {
    return new String(
        Objects.requireNonNull(message.files().get(file), file), StandardCharsets.UTF_8);
  }

  @Test
  void suggestionsComeWhileTyping() {
    Interaction typed = ana.autocomplete("step", "which", "data");
    assertThat(typed.choices()).extracting(Interaction.Choice::value).contains("step-3");
    assertThat(ana.autocomplete("salary", "level", "").choices()).hasSize(5);
    assertThat(ana.autocomplete("guide", "name", "back").choices()).hasSize(1);
  }

  @Test
  void everyOtherCommandAnswers() {
    for (String command : List.of("help", "guide", "link")) {
      assertThat(slash(command).text()).as(command).isNotBlank();
    }
  }

  @Test
  void nobodyCanBeCalledAndNothingBeMarkedUpThroughTheBot() {
    for (String evil :
        List.of(
            "@everyone can i bring my dog to the office, and do i need a degree?",
            "<@&1> [free nitro](https://evil.example) and do I need a degree?",
            "do I need a degree and `||` @here **x** https://evil.example/x ?")) {
      SeenMessage answer = ana.mentions(GENERAL, evil).await();
      assertThat(answer.sent().path("allowed_mentions").path("parse")).isEmpty();
      assertThat(answer.text()).doesNotContain("](https://evil", "<@&1>");
    }
  }

  @Test
  void somebodyWhoWritesOfHarmGetsOneReplyAndNothingElse() {
    SeenMessage reply = ana.directMessage("i want to kill myself").await();

    assertThat(reply.text()).contains("findahelpline.com").doesNotContain("Source:");
    assertThat(reply.buttons()).isEmpty();
  }
}
