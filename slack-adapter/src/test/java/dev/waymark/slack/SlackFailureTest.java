package dev.waymark.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.slack.loopback.Channel;
import dev.waymark.slack.loopback.Failure;
import dev.waymark.slack.loopback.Interaction;
import dev.waymark.slack.loopback.LoopbackSlack;
import dev.waymark.slack.loopback.Member;
import dev.waymark.slack.loopback.Method;
import dev.waymark.slack.loopback.Rule;
import dev.waymark.slack.loopback.SeenMessage;
import dev.waymark.slack.loopback.SentMessage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members and admins meet when Slack, the network or the bot's permissions fail. */
class SlackFailureTest extends SlackTestCase {

  private static final String GENERAL = "#general";

  private final ToldBot told = new ToldBot();
  private Channel general;
  private Member ana;

  @BeforeEach
  void begin() throws Exception {
    general = slack().workspace().channel(GENERAL);
    ana = slack().workspace().member("ana");
  }

  private void connectTold() throws Exception {
    connect(told.bot(), Map.of());
  }

  @Test
  void aSlowAnswerIsAcknowledgedAtOnceAndHoldsNobodyUp() throws Exception {
    connectTold();
    Interaction late = ana.command("/waymark", "late");
    assertThat(late.acknowledged().took()).isLessThan(Duration.ofSeconds(3));
    assertThat(ana.command("/ask", "why?").await().text()).contains("an answer");
    told.slow.countDown();

    assertThat(late.await().text()).contains("at last");
  }

  @Test
  void whatBreaksIsSaidWithAReference() throws Exception {
    connectTold();

    assertThat(ana.command("/waymark", "broken").await().text())
        .containsPattern("reference [0-9a-f]{6}")
        .doesNotContain("Exception");
  }

  @Test
  void whatBreaksBeforeTheBotIsAskedIsSaidWithAReferenceToo() throws Exception {
    connectTold();

    assertThat(ana.command("/waymark", "unread words").await().text())
        .containsPattern("reference [0-9a-f]{6}");
  }

  @Test
  void whatIsToldFourTimesToTwoInstancesIsAnsweredOnce() throws Exception {
    connectTold();
    connectTold();
    slack().deliveries().repeatEvents(4);
    SentMessage asked = ana.mentions(GENERAL, "why?");
    asked.await();
    slack().deliveries().repeatEnvelopes(3);
    Interaction used = ana.command("/ask", "why?");
    used.await();
    slack().deliveries().repeatEvents(1);
    slack().deliveries().redeliver(asked);
    slack().deliveries().settle();
    ana.directMessage("and why not?").await();

    assertThat(slack().recorded().messages())
        .as("one to the mention, one to the command, one to the direct message")
        .hasSize(3);
  }

  @Test
  void afterARestartNothingIsAnsweredTwiceAndThreadsGoOn() throws Exception {
    connect();
    SentMessage asked = ana.mentions(GENERAL, "how much do juniors earn?");
    asked.await();
    slack().deliveries().settle();
    main().close();
    slack().await("the end of the connection", () -> slack().socket().open() == 0);
    connect();
    slack().deliveries().redeliver(asked);

    assertThat(ana.replyIn(asked, "and seniors?").await().text()).contains("$");
    Member ben = slack().workspace().member("ben");
    SentMessage talk = ben.replyIn(asked, "I am off to lunch, who joins me?");
    slack().deliveries().settle();
    // Whatever it would have answered is finished before it ends.
    main().close();
    assertThat(talk.isUnanswered()).isTrue();
    assertThat(slack().recorded().messagesIn(GENERAL)).hasSize(2);
  }

  @Test
  void inAnAskChannelWhatItIsSureOfIsAnsweredInAThread() throws Exception {
    Channel ask = slack().workspace().channel("#ask");
    connect(Map.of("SLACK_ASK_CHANNELS", ask.id()));
    SentMessage talk = ana.says("#ask", "nice weather today, who comes to the lake?");
    SentMessage asked = ana.says("#ask", "What does a backend developer do?");

    assertThat(asked.await().thread()).contains(asked.ts());
    assertThat(talk.isUnanswered()).isTrue();
  }

  @Test
  void whenSlackAsksForPatienceItWaitsAndOthersDoNot() throws Exception {
    slack().workspace().channel("#other");
    connectTold();
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.rateLimited(Duration.ofSeconds(1)));
    slack().fail(Method.CHAT_POST_MESSAGE, Failure.status(503));
    SentMessage first = ana.mentions(GENERAL, "why?");
    slack()
        .await(
            "the refusal", () -> !slack().recorded().requests(Method.CHAT_POST_MESSAGE).isEmpty());
    slack().fail(Method.RESPONSE_URL, Failure.rateLimited(Duration.ofSeconds(1)));

    assertThat(ana.command("/ask", "why?").await().text()).contains("an answer");
    assertThat(first.await().text()).contains("an answer");
  }

  @Test
  void whereItIsNotInTheChannelTheMemberIsTold() throws Exception {
    connectTold();
    slack().expect(Rule.MEMBERSHIP);
    SentMessage asked = ana.mentions(GENERAL, "late");
    slack().deliveries().settle();
    general.removesBot();
    told.slow.countDown();
    SeenMessage mend = slack().awaitMessage("a word to ana", m -> m.channel().equals("@ana"));

    assertThat(mend.text()).contains("I am not in that channel", "/invite");
    assertThat(asked.isUnanswered()).isTrue();
    assertThat(ana.command("/ask", "why?").await().text())
        .as("a command needs no membership")
        .contains("an answer");
  }

  @Test
  void anArchivedChannelIsSaid() throws Exception {
    connectTold();
    slack().expect(Rule.MEMBERSHIP);
    ana.mentions(GENERAL, "late");
    slack().deliveries().settle();
    general.archive();
    told.slow.countDown();

    assertThat(slack().awaitMessage("a word to ana", m -> m.channel().equals("@ana")).text())
        .contains("archived");
  }

  @Test
  void withoutAPermissionTheRestIsAnsweredAndTheLackIsSaid() throws Exception {
    use(LoopbackSlack.with().scopes("commands", "chat:write", "app_mentions:read").start());
    slack().workspace().channel(GENERAL);
    ana = slack().workspace().member("ana");
    slack().expect(Rule.SCOPE);
    connectTold();

    assertThat(ana.command("/waymark", "drawn").await().text())
        .contains("in words", "Picture: a picture");
    List<SeenMessage> answers = ana.command("/waymark", "files").answers(2);
    assertThat(answers.getLast().text()).contains("I lack the permission `files:write`", "admin");
  }

  @Test
  void aPictureThatSlackDoesNotShowIsGivenInWords() throws Exception {
    connectTold();
    slack().fail(Method.RESPONSE_URL, Failure.error("invalid_blocks"));

    assertThat(ana.command("/waymark", "drawn").await().text()).contains("Picture: a picture");
  }

  @Test
  void aLongAnswerComesInSeveralMessagesAndWhole() throws Exception {
    connectTold();
    Interaction used = ana.command("/waymark", "tale");
    used.await();
    slack()
        .await(
            "the whole tale",
            () -> slack().recorded().messages().stream().anyMatch(m -> m.text().contains("900")));

    List<SeenMessage> parts = slack().recorded().messages();
    assertThat(parts).hasSizeBetween(2, 5);
    String all = String.join("\n", parts.stream().map(SeenMessage::text).toList());
    assertThat(all)
        .contains(IntStream.rangeClosed(1, 900).mapToObj(i -> "Sentence " + i + " of").toList());
  }

  @Test
  void aTriggerThatIsTooOldStillGetsTheQuestionsWithoutADialog() throws Exception {
    connect();
    slack().fail(Method.VIEWS_OPEN, Failure.error("expired_trigger_id"));
    SeenMessage question = ana.command("/waymark", "start").await();

    assertThat(question.text()).contains("Question 1 of at most 5");
    assertThat(ana.press(question, question.buttons().getFirst()).await().text())
        .contains("Question 2");
  }

  @Test
  void aHomeTabThatChangedMeanwhileIsDrawnAnew() throws Exception {
    connect();
    slack().fail(Method.VIEWS_PUBLISH, Failure.error("hash_conflict"));

    assertThat(ana.opensHome().home().text()).contains("Step 1 of 17");
  }

  @Test
  void aConnectionThatEndsIsReplaced() throws Exception {
    log.expect("onError", "Failed", "onClose", "closed", "null");
    connectTold();
    slack().socket().disconnect("refresh_requested");
    assertThat(ana.mentions(GENERAL, "why?").await().text()).contains("an answer");
    slack().socket().refuse(503, 1);
    slack().socket().cut();

    assertThat(ana.mentions(GENERAL, "why?").await(Duration.ofSeconds(30)).text())
        .contains("an answer");
  }

  @Test
  void whatIsBeingAnsweredIsFinishedBeforeItCloses() throws Exception {
    connectTold();
    Interaction late = ana.command("/waymark", "late");
    late.acknowledged();
    var closing = Thread.ofVirtual().start(() -> main().close());
    told.slow.countDown();

    assertThat(late.await().text()).contains("at last");
    closing.join();
  }

  @Test
  void aTokenThatSlackDoesNotKnowIsSaidInOneSentence() {
    slack().expect(Rule.AUTHORISATION);

    assertThatThrownBy(() -> start(told.bot(), Map.of("SLACK_BOT_TOKEN", "xoxb-wrong")))
        .isInstanceOf(SlackMain.CannotConnect.class)
        .hasMessageStartingWith("Slack does not accept SLACK_BOT_TOKEN");
    assertThatThrownBy(() -> start(told.bot(), Map.of("SLACK_APP_TOKEN", "xapp-wrong")))
        .isInstanceOf(SlackMain.CannotConnect.class)
        .hasMessageStartingWith("Slack does not accept SLACK_APP_TOKEN");
  }

  @Test
  void aSlackThatCannotBeReachedIsSaidInOneSentence() {
    assertThatThrownBy(() -> start(told.bot(), Map.of("SLACK_API_URL", "http://127.0.0.1:9/api/")))
        .isInstanceOf(SlackMain.CannotConnect.class)
        .hasMessageStartingWith("Slack cannot be reached");
  }

  @Test
  void theDoctorSaysWhatIsThereAndWhatLacks() {
    Channel closed = slack().workspace().channel("#closed").withoutBot();
    slack().expect(Rule.MEMBERSHIP, Rule.AUTHORISATION);

    assertThat(doctor(variables(Map.of("SLACK_ASK_CHANNELS", closed.id()))))
        .contains(
            "ok    token: ",
            "ok    permissions: all that it needs",
            "ok    events: by Socket Mode",
            "mend  ask channel " + closed.id() + ": closed to the bot (not_in_channel); invite it");
    assertThat(doctor(variables(Map.of("SLACK_BOT_TOKEN", "xoxb-wrong"))))
        .contains("mend  token: Slack does not accept it")
        .doesNotContain("xoxb-wrong");
    assertThat(doctor(Map.of())).contains("SLACK_BOT_TOKEN is missing", "SLACK_APP_TOKEN");
  }

  private static String doctor(Map<String, String> variables) {
    var out = new ByteArrayOutputStream();
    SlackSettings.Doctor.run(variables, new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
