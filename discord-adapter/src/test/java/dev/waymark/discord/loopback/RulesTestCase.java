package dev.waymark.discord.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;

/** A bot that breaks rules, one at a time, and what must come of it. */
abstract class RulesTestCase {

  final LoopbackDiscord discord = LoopbackDiscord.with().checkingItself().start();
  final RawBot bot = new RawBot(discord);
  final Guild guild = discord.guild("G");
  final Channel general = guild.channel("#general");
  final Member ana = guild.member("ana");
  final String messages = "channels/" + general.id() + "/messages";

  @AfterEach
  void stop() {
    bot.close();
    discord.stop();
  }

  void assertBroken(RawBot.Answer answer, Rule rule, int status, int code) {
    assertThat(answer.status()).as("%s", answer.json()).isEqualTo(status);
    assertThat(answer.code()).as("%s", answer.json()).isEqualTo(code);
    assertThat(discord.violations()).extracting(Violation::rule).containsOnly(rule);
    assertThatThrownBy(discord::verify).hasMessageContaining(rule.name());
    discord.expect(rule);
    discord.verify();
  }
}
