package dev.waymark.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    //                                     direct mention reply  thread mine   ask    bot    others
    "alone with the bot,                    true,  false, false, false, false, false, false, false, ANSWER",
    "mentioned in a channel,                false, true,  false, false, false, false, false, false, ANSWER",
    "mentioned beside somebody else,        false, true,  false, false, false, false, false, true,  ANSWER",
    "replies to its answer,                 false, false, true,  false, false, false, false, false, ANSWER",
    "replies to its answer and mentions,    false, false, true,  false, false, false, false, true,  ANSWER",
    "goes on in the thread they began,      false, false, false, true,  true,  false, false, false, ANSWER",
    "somebody else in that thread,          false, false, false, true,  false, false, false, false, ANSWER_IF_SURE",
    "calls somebody else in their thread,   false, false, false, true,  true,  false, false, true,  IGNORE",
    "writes in an ask channel,              false, false, false, false, false, true,  false, false, ANSWER_IF_SURE",
    "calls somebody else in an ask channel, false, false, false, false, false, true,  false, true,  IGNORE",
    "writes in any channel,                 false, false, false, false, false, false, false, false, IGNORE",
    "another bot mentions it,               false, true,  false, false, false, false, true,  false, IGNORE",
    "another bot writes to it alone,        true,  false, false, false, false, false, true,  false, IGNORE",
    "a bot in an ask channel,               false, false, false, false, false, true,  true,  false, IGNORE",
    "a bot replies to it,                   false, false, true,  true,  true,  false, true,  false, IGNORE"
  })
  void speaksUpOnlyWhenItIsMeant(
      String who,
      boolean direct,
      boolean mentioned,
      boolean reply,
      boolean thread,
      boolean mine,
      boolean askChannel,
      boolean bot,
      boolean others,
      Attention expected) {
    var heard = new Heard(direct, mentioned, reply, thread, mine, askChannel, bot, others);

    assertThat(Attention.to(heard)).as(who).isEqualTo(expected);
  }
}
