package dev.waymark.discord.loopback;

import static dev.waymark.discord.loopback.Bodies.callback;
import static dev.waymark.discord.loopback.Bodies.component;
import static dev.waymark.discord.loopback.Bodies.message;
import static dev.waymark.discord.loopback.Bodies.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Interactions are answered once, in time and in a way that fits. */
class CallbackRulesTest extends RulesTestCase {

  private String callbackPath(Interaction interaction) {
    return "interactions/" + interaction.id() + "/" + interaction.token() + "/callback";
  }

  private String webhook(Interaction interaction) {
    return "webhooks/" + discord.botId() + "/" + interaction.token();
  }

  private Interaction asked() {
    return ana.slash(general, "ask", Map.of());
  }

  @Test
  void anInteractionIsAcknowledgedOnce() {
    Interaction asked = asked();
    bot.post(callbackPath(asked), callback(4, message("x")));

    RawBot.Answer second = bot.post(callbackPath(asked), callback(4, message("y")));

    assertBroken(second, Rule.CALLBACK, 400, 40_060);
    assertThat(discord.recorded().messages()).hasSize(1);
  }

  @Test
  void anInteractionIsAcknowledgedWithinThreeSeconds() {
    Interaction asked = asked();
    discord.clock().advance(Duration.ofMillis(3_001));

    RawBot.Answer late = bot.post(callbackPath(asked), callback(4, message("x")));

    assertBroken(late, Rule.LATE, 404, 10_062);
  }

  @Test
  void anInteractionLivesForFifteenMinutes() {
    Interaction asked = asked();
    bot.post(callbackPath(asked), callback(5, Json.object().put("flags", 64)));
    discord.clock().advance(Duration.ofMinutes(15));
    assertThat(bot.post(webhook(asked), message("in time")).status()).isEqualTo(200);
    discord.clock().advance(Duration.ofMillis(1));

    assertBroken(bot.post(webhook(asked), message("x")), Rule.EXPIRED, 401, 50_027);
  }

  @Test
  void anInteractionThatNeverWasIsUnknown() {
    assertBroken(
        bot.post("interactions/1/none/callback", callback(4, message("x"))),
        Rule.TOKEN,
        404,
        10_062);
  }

  @Test
  void theTokenOfAnotherInteractionDoesNotFit() {
    String path = "interactions/" + asked().id() + "/" + asked().token() + "/callback";

    assertBroken(bot.post(path, callback(4, message("x"))), Rule.TOKEN, 404, 10_062);
  }

  @Test
  void nothingFollowsBeforeTheFirstAnswer() {
    assertBroken(bot.post(webhook(asked()), message("x")), Rule.TOKEN, 404, 10_015);
  }

  @Test
  void anAnswerMustFitTheInteraction() {
    assertBroken(
        bot.post(callbackPath(asked()), callback(7, message("x"))), Rule.CALLBACK, 400, 50_035);
  }

  @Test
  void aDeferralSaysOnlyWhetherItIsPrivate() {
    RawBot.Answer answer =
        bot.post(callbackPath(asked()), callback(5, Json.object().put("flags", 1 << 15)));

    assertBroken(answer, Rule.LIMIT, 400, 50_035);
  }

  @Test
  void aRefusedAnswerDoesNotUseTheInteractionUp() {
    Interaction asked = asked();
    bot.post(callbackPath(asked), callback(4, message(x(2_001))));

    assertThat(bot.post(callbackPath(asked), callback(4, message("x"))).status()).isEqualTo(204);
  }

  @Test
  void thereAreAtMost25Suggestions() {
    Interaction typed = ana.autocomplete("step", "which", "d");
    ObjectNode data = Json.object();
    ArrayNode choices = data.putArray("choices");
    IntStream.range(0, 26).forEach(i -> choices.addObject().put("name", "n" + i).put("value", "v"));

    assertThat(bot.post(callbackPath(typed), callback(8, data)).code()).isEqualTo(50_035);
    assertThat(discord.violations()).hasSize(1);
    assertThatThrownBy(() -> CommandLimits.checkChoices(choices)).isInstanceOf(ApiError.class);
  }

  @Test
  void aFormHasAShortTitle() {
    ObjectNode form = Json.object().put("custom_id", "f").put("title", x(46));
    ObjectNode label = component(form.putArray("components"), 18).put("label", "l");
    label.putObject("component").put("type", 4).put("custom_id", "i").put("style", 1);

    assertThat(bot.post(callbackPath(asked()), callback(9, form)).code()).isEqualTo(50_035);
    assertThatThrownBy(() -> FormLimits.check(form)).isInstanceOf(ApiError.class);
  }

  @Test
  void whereTheBotIsNotOnlyFiveMessagesMayFollow() {
    Interaction asked = ana.person().slashAmongFriends("ask", Map.of());
    bot.post(callbackPath(asked), callback(4, message("x")));
    IntStream.range(0, 5).forEach(i -> bot.post(webhook(asked), message("more")));

    assertBroken(bot.post(webhook(asked), message("too much")), Rule.LIMIT, 400, 40_094);
    assertThat(asked.followUps(5)).hasSize(5);
  }
}
