package dev.waymark.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Triggers, response addresses, acknowledgements and views, by a bot that does all by hand. */
class InteractionRulesTest extends RulesTestCase {

  private static final String MODAL =
      "{'type':'modal','title':{'type':'plain_text','text':'x'},'blocks':[{'type':'divider'}]}";
  private static final String HOME = "{'type':'home','blocks':[{'type':'divider'}]}";
  private static final String BUTTON_HOME =
      "{'type':'home','blocks':[{'type':'actions','elements':[{'type':'button','action_id':'a',"
          + "'text':{'type':'plain_text','text':'x'}}]}]}";
  private static final String INPUT =
      "{'type':'input','block_id':'a','label':{'type':'plain_text','text':'x'},"
          + "'element':{'type':'plain_text_input','action_id':'b'}}";

  private final Queue<JsonNode> told = new ConcurrentLinkedQueue<>();
  private final Queue<String> answers = new ConcurrentLinkedQueue<>();
  private final Javalin server =
      Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.routes.post("/", this::take);
              })
          .start("127.0.0.1", 0);

  /** Acknowledges whatever comes, with the next of the answers. */
  private void take(Context context) throws JsonProcessingException {
    ObjectNode given = Arguments.read(context, context.bodyAsBytes());
    if (given.has("challenge")) {
      context.result(given.path("challenge").asText());
      return;
    }
    told.add(given.has("payload") ? Arguments.json(given, "payload") : given);
    String answer = answers.poll();
    if (answer != null) {
      context.contentType("application/json").result(answer);
    }
  }

  @BeforeEach
  void listen() {
    assertThat(slack.deliverTo(URI.create("http://127.0.0.1:" + server.port() + "/"))).isNotNull();
  }

  @AfterEach
  void stopListening() {
    server.stop();
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private JsonNode command() {
    assertThat(ana.command("/waymark", "next").acknowledged().payload()).isEmpty();
    return told.remove();
  }

  private RawBot.Answer open(String trigger) {
    return open(trigger, MODAL);
  }

  private RawBot.Answer open(String trigger, String view) {
    return bot.call("views.open", Map.of("trigger_id", trigger, "view", quoted(view)));
  }

  @Test
  void aTriggerOpensOneModal() {
    String trigger = command().path("trigger_id").asText();

    assertFine(open(trigger));
    assertBroken(open(trigger), Rule.TRIGGER, "exchanged_trigger_id");
  }

  @Test
  void aTriggerIsGoodForThreeSeconds() {
    String trigger = command().path("trigger_id").asText();
    slack.clock().advance(Duration.ofMillis(3_001));

    assertBroken(open(trigger), Rule.TRIGGER, "expired_trigger_id");
  }

  @Test
  void anInventedTrigger() {
    assertBroken(open("1.2.3"), Rule.TRIGGER, "invalid_trigger_id");
  }

  @Test
  void aResponseAddressIsGoodForFiveMessages() {
    String address = command().path("response_url").asText();
    for (int i = 0; i < 5; i++) {
      assertThat(bot.post(address, Json.object().put("text", "x")).status()).isEqualTo(200);
    }

    RawBot.Answer sixth = bot.post(address, Json.object().put("text", "x"));

    assertThat(sixth.status()).isEqualTo(404);
    assertBroken(sixth, Rule.RESPONSE_URL, "used_url");
  }

  @Test
  void aResponseAddressIsGoodForHalfAnHour() {
    String address = command().path("response_url").asText();
    slack.clock().advance(Duration.ofMinutes(30).plusMillis(1));

    assertBroken(
        bot.post(address, Json.object().put("text", "x")), Rule.RESPONSE_URL, "expired_url");
  }

  @Test
  void aResponseForAllIsSeenByAll() {
    String address = command().path("response_url").asText();
    ObjectNode words = Json.object().put("text", "x").put("response_type", "in_channel");

    assertFine(bot.post(address, words));
    assertThat(slack.recorded().messages().getFirst().ephemeral()).isFalse();
  }

  @Test
  void anAcknowledgementWithBadBlocksIsNoted() {
    answers.add(quoted("{'text':'x','blocks':[{'type':'poem'}]}"));

    assertThat(ana.command("/waymark", "next").acknowledged().payload()).isNotEmpty();
    assertThat(slack.violations()).extracting(Violation::rule).containsExactly(Rule.BLOCK);
  }

  @Test
  void errorsAreForInputsOnly() {
    String form =
        MODAL
            .replace("{'type':'divider'}", INPUT)
            .replace("'blocks'", "'submit':{'type':'plain_text','text':'x'},'blocks'");
    assertFine(open(command().path("trigger_id").asText(), form));
    SeenView modal = slack.modal(ana).orElseThrow();
    answers.add(quoted("{'response_action':'errors','errors':{'a':'no'}}"));
    answers.add(quoted("{'response_action':'errors','errors':{'other':'no'}}"));

    assertThat(ana.submits(modal, Map.of("b", "x")).errors()).containsOnlyKeys("a");
    slack.verify();
    assertThat(ana.submits(modal, Map.of("b", "x")).errors()).containsOnlyKeys("other");
    assertThat(slack.violations())
        .extracting(Violation::rule)
        .containsExactly(Rule.ACKNOWLEDGEMENT);
  }

  @Test
  void aModalCanBePushedUpdatedAndClosed() {
    assertFine(open(command().path("trigger_id").asText()));
    SeenView first = slack.modal(ana).orElseThrow();
    String trigger = command().path("trigger_id").asText();

    assertFine(bot.call("views.push", Map.of("trigger_id", trigger, "view", quoted(MODAL))));
    SeenView second = slack.modal(ana).orElseThrow();
    assertFine(bot.call("views.update", Map.of("view_id", first.id(), "view", quoted(MODAL))));
    assertThat(ana.closes(second).isAcknowledged()).isFalse();

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(slack.modal(ana)).map(SeenView::id).contains(first.id());
  }

  @Test
  void aHomeThatChangedMeanwhileIsNotOverwritten() {
    Map<String, String> home = Map.of("user_id", ana.id(), "view", quoted(HOME));
    RawBot.Answer first = bot.call("views.publish", home);
    assertFine(bot.call("views.publish", home));

    String hash = first.json().path("view").path("hash").asText();
    RawBot.Answer late =
        bot.call("views.publish", Map.of("user_id", ana.id(), "view", quoted(HOME), "hash", hash));

    assertThat(late.error()).isEqualTo("hash_conflict");
    slack.verify();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'modal','blocks':[{'type':'divider'}]}",
        "{'type':'home','blocks':[{'type':'divider'}]}",
        "{'type':'modal','title':{'type':'plain_text','text':'x'},'blocks':[{'type':'markdown','text':'x'}]}",
        "{'type':'modal','title':{'type':'plain_text','text':'x'},'blocks':[" + INPUT + "]}",
      })
  void whatIsNoModal(String view) {
    assertBroken(
        open(command().path("trigger_id").asText(), view), Rule.BLOCK, "invalid_arguments");
  }

  @Test
  void aTitleThatIsTooLong() {
    assertBroken(
        open(command().path("trigger_id").asText(), MODAL.replace("'x'", "'" + x(25) + "'")),
        Rule.LIMIT,
        "invalid_arguments");
  }

  @Test
  void aFileIsAsLongAsAnnouncedAndHasWords() {
    RawBot.Answer announced =
        bot.call("files.getUploadURLExternal", Map.of("filename", "a.png", "length", "3"));
    String address = announced.json().path("upload_url").asText();

    assertThat(bot.post(address, Json.object()).status()).isEqualTo(404);
    assertThat(slack.violations())
        .extracting(Violation::rule)
        .containsExactly(Rule.ACCESSIBILITY, Rule.ARGUMENT);
  }

  @Test
  void fivePromptsAreTooMany() {
    AssistantPane pane = ana.opensAssistant();
    String prompts =
        "[" + "{'title':'x','message':'y'},".repeat(4) + "{'title':'x','message':'y'}]";

    assertBroken(
        bot.call(
            "assistant.threads.setSuggestedPrompts",
            Map.of(
                "channel_id",
                bot.call("conversations.open", Map.of("users", ana.id()))
                    .json()
                    .path("channel")
                    .path("id")
                    .asText(),
                "thread_ts",
                pane.thread(),
                "prompts",
                quoted(prompts))),
        Rule.LIMIT,
        "invalid_arguments");
  }

  @Test
  void thePressOfAPrivateMessageDoesNotTellItsWords() {
    String address = command().path("response_url").asText();
    ObjectNode words = Json.object().put("text", "x");
    words.set(
        "blocks",
        Arguments.json(
            Json.object()
                .put(
                    "blocks",
                    quoted(
                        "[{'type':'actions','elements':[{'type':'button','action_id':'a',"
                            + "'text':{'type':'plain_text','text':'x'}}]}]")),
            "blocks"));
    assertFine(bot.post(address, words));

    assertThat(ana.press(slack.recorded().messages().getFirst(), "a").acknowledged()).isNotNull();

    JsonNode press = told.remove();
    assertThat(press.has("message")).isFalse();
    assertThat(press.path("container").path("is_ephemeral").asBoolean()).isTrue();
  }

  @Test
  void inAConversationTheReplyIsToWhatWasDoneLast() {
    Interaction home = ana.opensHome();
    assertFine(bot.call("views.publish", Map.of("user_id", ana.id(), "view", quoted(BUTTON_HOME))));
    Interaction press = ana.press(home.home(), "a");
    SentMessage said = ana.directMessage("why?");
    Interaction command = ana.command("/waymark", "next");

    assertFine(bot.call("chat.postMessage", Map.of("channel", ana.id(), "text", "to the command")));
    assertFine(bot.call("chat.postMessage", Map.of("channel", ana.id(), "text", "to the message")));

    assertThat(command.await().text()).isEqualTo("to the command");
    assertThat(said.await().text()).isEqualTo("to the message");
    assertThat(press.future()).isNotDone();
  }

  @Test
  void whatTheBotSentIsKeptToBeRead() {
    assertFine(blocks("[{'type':'divider'}]"));

    SeenMessage message = slack.recorded().messages().getFirst();
    assertThat(message.sent().path("blocks").path(0).path("type").asText()).isEqualTo("divider");
    assertThat(message.json().path("blocks").path(0).path("block_id").asText()).isNotEmpty();
  }
}
