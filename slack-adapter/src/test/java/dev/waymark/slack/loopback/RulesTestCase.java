package dev.waymark.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A bot that breaks rules, one at a time, and what must come of it. */
abstract class RulesTestCase {

  final LoopbackSlack slack = LoopbackSlack.start();
  final RawBot bot = new RawBot(slack);
  final Channel general = slack.workspace().channel("#general");
  final Member ana = slack.workspace().member("ana");

  @AfterEach
  void stop() {
    bot.close();
    slack.stop();
  }

  /** Posts blocks, of which the quotes may be single ones. */
  RawBot.Answer blocks(String json) {
    return bot.call(
        "chat.postMessage",
        Map.of("channel", general.id(), "text", "x", "blocks", json.replace('\'', '"')));
  }

  void assertFine(RawBot.Answer answer) {
    assertThat(answer.error()).as("%s", answer.json()).isEmpty();
    slack.verify();
  }

  void assertBroken(RawBot.Answer answer, Rule rule, String error) {
    assertThat(answer.error()).as("%s", answer.json()).isEqualTo(error);
    assertThat(slack.violations()).extracting(Violation::rule).containsOnly(rule);
    assertThatThrownBy(slack::verify).hasMessageContaining(rule.name());
    slack.expect(rule);
    slack.verify();
  }

  static String x(int length) {
    return "x".repeat(length);
  }
}
