package dev.waymark.discord.loopback;

import static dev.waymark.discord.loopback.Bodies.message;
import static dev.waymark.discord.loopback.Bodies.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** Who asks, for what, and how a test learns of it. */
class RulesTest extends RulesTestCase {

  @Test
  void aGoodMessageBreaksNothing() {
    assertThat(bot.post(messages, message(x(2_000))).status()).isEqualTo(200);

    discord.verify();
  }

  @Test
  void anExpectedBreachThatDoesNotComeFailsTheTest() {
    discord.expect(Rule.LIMIT);

    assertThatThrownBy(discord::verify)
        .hasMessageContaining("expected")
        .hasMessageContaining("LIMIT");
  }

  @Test
  void anUnknownAddressIsNotFound() {
    assertBroken(bot.post("channels/1/nonsense", Json.object()), Rule.ROUTE, 404, 0);
  }

  @Test
  void anotherTokenIsNotAuthorised() {
    RawBot.Answer answer =
        bot.send(
            HttpRequest.newBuilder(bot.request("users/@me").build().uri())
                .header("User-Agent", "DiscordBot (https://example.test, 1)")
                .header("Authorization", "Bot other")
                .build());

    assertBroken(answer, Rule.AUTHORISATION, 401, 0);
  }

  @Test
  void aBotSaysWhatItIs() {
    RawBot.Answer answer =
        bot.send(
            HttpRequest.newBuilder(bot.request("users/@me").build().uri())
                .header("Authorization", "Bot " + discord.token())
                .build());

    assertBroken(answer, Rule.AUTHORISATION, 403, 40_333);
  }
}
