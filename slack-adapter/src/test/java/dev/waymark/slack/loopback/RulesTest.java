package dev.waymark.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who asks, for what, where, and how a test learns of it. */
class RulesTest extends RulesTestCase {

  private RawBot.Answer post(String channel) {
    return bot.call("chat.postMessage", Map.of("channel", channel, "text", "x"));
  }

  @Test
  void aGoodMessageBreaksNothing() {
    assertFine(post(general.id()));
    assertFine(post(ana.id()));
    assertThat(slack.recorded().messagesIn(ana.conversation())).hasSize(1);
  }

  @Test
  void anExpectedBreachThatDoesNotComeFailsTheTest() {
    slack.expect(Rule.LIMIT);

    assertThatThrownBy(slack::verify)
        .hasMessageContaining("expected")
        .hasMessageContaining("LIMIT");
  }

  @Test
  void anUnknownMethod() {
    assertBroken(bot.call("chat.shout", Map.of()), Rule.METHOD, "unknown_method");
  }

  @Test
  void noToken() {
    assertBroken(bot.call("auth.test", "", Map.of()), Rule.AUTHORISATION, "not_authed");
  }

  @Test
  void anotherToken() {
    assertBroken(bot.call("auth.test", "xoxb-2", Map.of()), Rule.AUTHORISATION, "invalid_auth");
  }

  @Test
  void aTokenOfAnotherKind() {
    assertBroken(
        bot.call("apps.connections.open", Map.of()), Rule.AUTHORISATION, "not_allowed_token_type");
  }

  @Test
  void aMissingArgument() {
    RawBot.Answer answer = bot.call("chat.postMessage", Map.of("text", "x"));

    assertThat(answer.json().path("response_metadata").toString()).contains("field: channel");
    assertBroken(answer, Rule.ARGUMENT, "invalid_arguments");
  }

  @Test
  void theSpecificationNeedsNoMoreThanThis() {
    for (Method method : Method.values()) {
      List<String> specified = Spec.shared().required(method);
      assertThat(method.required()).as(method.method()).containsAll(specified);
    }
  }

  @Test
  void noWords() {
    assertBroken(
        bot.call("chat.postMessage", Map.of("channel", general.id())), Rule.ARGUMENT, "no_text");
  }

  @Test
  void noJson() {
    assertBroken(blocks("[{"), Rule.ARGUMENT, "invalid_blocks_format");
  }

  private RawBot.Answer withMetadata(String metadata) {
    return bot.call(
        "chat.postMessage", Map.of("channel", general.id(), "text", "x", "metadata", metadata));
  }

  @Test
  void metadataIsShownToThoseWhoAskForIt() {
    assertFine(withMetadata("{\"event_type\":\"post\",\"event_payload\":{\"key\":\"k\"}}"));
    Map<String, String> where = Map.of("channel", general.id());

    assertThat(bot.call("conversations.history", where).json().findValue("metadata")).isNull();
    assertThat(
            bot.call(
                    "conversations.history",
                    Map.of("channel", general.id(), "include_all_metadata", "true"))
                .json()
                .findValue("event_payload"))
        .hasToString("{\"key\":\"k\"}");
  }

  @Test
  void metadataThatIsNoJson() {
    assertBroken(withMetadata("post"), Rule.ARGUMENT, "invalid_metadata_format");
  }

  @Test
  void metadataWithoutAName() {
    assertBroken(withMetadata("{\"event_payload\":{}}"), Rule.ARGUMENT, "invalid_metadata_schema");
  }

  @Test
  void anUnknownChannel() {
    assertBroken(post("C404"), Rule.MEMBERSHIP, "channel_not_found");
  }

  @Test
  void aChannelWithoutTheBot() {
    general.withoutBot();

    assertBroken(post(general.id()), Rule.MEMBERSHIP, "not_in_channel");
  }

  @Test
  void aPrivateChannelWithoutTheBotIsNone() {
    general.secluded().withoutBot();

    assertBroken(post(general.id()), Rule.MEMBERSHIP, "channel_not_found");
  }

  @Test
  void anArchivedChannel() {
    general.archive();

    assertBroken(post(general.id()), Rule.MEMBERSHIP, "is_archived");
  }

  @Test
  void aPrivateMessageToSomebodyElsewhere() {
    general.without(ana);

    assertBroken(
        bot.call(
            "chat.postEphemeral", Map.of("channel", general.id(), "user", ana.id(), "text", "x")),
        Rule.MEMBERSHIP,
        "user_not_in_channel");
  }

  @Test
  void theMessageOfAnother() {
    SentMessage theirs = ana.says("#general", "mine");

    RawBot.Answer answer =
        bot.call("chat.update", Map.of("channel", general.id(), "ts", theirs.ts(), "text", "x"));

    assertThat(answer.error()).isEqualTo("cant_update_message");
    assertThat(slack.violations()).extracting(Violation::rule).containsExactly(Rule.TARGET);
  }

  @Test
  void aThreadThatIsNotThere() {
    assertBroken(
        bot.call(
            "chat.postMessage",
            Map.of("channel", general.id(), "text", "x", "thread_ts", "1.000001")),
        Rule.TARGET,
        "thread_not_found");
  }

  @Test
  void itsOwnMessageIsEditedReadAndDeleted() {
    String channel = general.id();
    String ts = post(channel).json().path("ts").asText();
    Map<String, String> message = Map.of("channel", channel, "ts", ts);

    assertFine(bot.call("chat.update", Map.of("channel", channel, "ts", ts, "text", "y")));
    assertThat(slack.recorded().messages()).extracting(SeenMessage::text).containsExactly("y");
    assertThat(bot.call("conversations.replies", message).json().path("messages")).hasSize(1);
    assertThat(
            bot.call("conversations.history", Map.of("channel", channel)).json().path("messages"))
        .hasSize(1);
    assertFine(bot.call("chat.delete", message));
    assertThat(slack.recorded().messages()).isEmpty();
  }

  @Test
  void peopleAndPlacesAreDescribed() {
    slack.workspace().admin("eva");
    String eva = slack.workspace().member("eva").id();

    RawBot.Answer user = bot.call("users.info", Map.of("user", eva));
    RawBot.Answer channel = bot.call("conversations.info", Map.of("channel", general.id()));
    RawBot.Answer open = bot.call("conversations.open", Map.of("users", eva));

    assertThat(user.json().path("user").path("is_admin").asBoolean()).isTrue();
    assertThat(channel.json().path("channel").path("is_member").asBoolean()).isTrue();
    assertThat(open.json().path("channel").path("id").asText()).startsWith("D");
    slack.verify();
  }

  @Test
  void aScopeThatWasNotGranted() {
    try (LoopbackSlack poor = LoopbackSlack.with().scopes("chat:write").start();
        RawBot raw = new RawBot(poor)) {
      poor.expect(Rule.SCOPE);
      String channel = poor.workspace().channel("#general").id();

      RawBot.Answer answer = raw.call("conversations.history", Map.of("channel", channel));
      RawBot.Answer user = raw.call("users.info", Map.of("user", "U1"));

      assertThat(answer.error()).isEqualTo("missing_scope");
      assertThat(answer.json().path("needed").asText()).isEqualTo("channels:history");
      assertThat(user.json().path("needed").asText()).isEqualTo("users:read");
      assertThat(user.json().path("provided").asText()).isEqualTo("chat:write");
      assertThatThrownBy(() -> poor.workspace().member("ana").command("/waymark", ""))
          .hasMessageContaining("not a valid command");
    }
  }
}
