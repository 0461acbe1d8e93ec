package dev.waymark.discord.loopback;

import static dev.waymark.discord.loopback.Bodies.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What could ping somebody is done, as Discord does it, and noted. */
class MentionRulesTest extends RulesTestCase {

  static Stream<Arguments> pinging() {
    return Stream.of(
        change("not said", b -> b.without("allowed_mentions")),
        change("everyone", b -> allowed(b, "parse", "everyone")),
        change("people", b -> allowed(b, "parse", "users")),
        change("one person", b -> allowed(b, "users", "123")),
        change("one role", b -> allowed(b, "roles", "123")));
  }

  private static Arguments change(String name, UnaryOperator<ObjectNode> change) {
    return Arguments.of(name, change);
  }

  private static ObjectNode allowed(ObjectNode body, String field, String value) {
    ObjectNode allowed = body.putObject("allowed_mentions");
    allowed.putArray("parse");
    allowed.putArray(field).add(value);
    return body;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pinging")
  void aMessageThatCouldPingIsSentAndNoted(String name, UnaryOperator<ObjectNode> change) {
    RawBot.Answer answer = bot.post(messages, change.apply(message("hey")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(discord.violations()).extracting(Violation::rule).containsExactly(Rule.MENTION);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pinging")
  void anEditThatCouldPingIsMadeAndNoted(String name, UnaryOperator<ObjectNode> change) {
    String id = bot.post(messages, message("x")).json().path("id").asText();

    RawBot.Answer answer = bot.send("PATCH", messages + "/" + id, change.apply(message("hey")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(discord.violations()).extracting(Violation::rule).containsExactly(Rule.MENTION);
  }

  @Test
  void anEditOfButtonsAlonePingsNobody() {
    String id = bot.post(messages, message("x")).json().path("id").asText();
    ObjectNode edit = Json.object();
    edit.putArray("components");

    assertThat(bot.send("PATCH", messages + "/" + id, edit).status()).isEqualTo(200);
    discord.verify();
  }

  @Test
  void aReplyThatPingsWhomItAnswersIsNoted() {
    Message question = ana.says("#general", "hm").message();
    ObjectNode body = message("x");
    body.putObject("message_reference").put("message_id", question.id());
    ((ObjectNode) body.path("allowed_mentions")).put("replied_user", true);

    assertThat(bot.post(messages, body).status()).isEqualTo(200);
    assertThat(discord.violations()).extracting(Violation::rule).containsExactly(Rule.MENTION);
  }
}
