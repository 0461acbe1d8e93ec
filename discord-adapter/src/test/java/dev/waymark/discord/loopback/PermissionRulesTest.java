package dev.waymark.discord.loopback;

import static dev.waymark.discord.loopback.Bodies.embed;
import static dev.waymark.discord.loopback.Bodies.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

/** What the bot may not do is refused and noted. */
class PermissionRulesTest extends RulesTestCase {

  @Test
  void aChannelThatTheBotDoesNotSeeIsClosedToIt() {
    general.botLacks(Permission.VIEW_CHANNEL);

    assertBroken(bot.post(messages, message("x")), Rule.PERMISSION, 403, 50_001);
  }

  @Test
  void writingNeedsPermission() {
    general.botLacks(Permission.MESSAGE_SEND);

    assertBroken(bot.post(messages, message("x")), Rule.PERMISSION, 403, 50_013);
  }

  @Test
  void permissionsOfTheWholeServerCountToo() {
    guild.botLacks(Permission.MESSAGE_SEND);

    assertBroken(bot.post(messages, message("x")), Rule.PERMISSION, 403, 50_013);
  }

  @Test
  void embedsNeedPermission() {
    general.botLacks(Permission.MESSAGE_EMBED_LINKS);
    ObjectNode body = message("x");
    embed(body).put("title", "t");

    assertBroken(bot.post(messages, body), Rule.PERMISSION, 403, 50_013);
  }

  @Test
  void filesNeedPermission() {
    general.botLacks(Permission.MESSAGE_ATTACH_FILES);

    assertBroken(
        bot.post(messages, message("x"), "a.png", new byte[1]), Rule.PERMISSION, 403, 50_013);
  }

  @Test
  void repliesNeedTheHistory() {
    Message question = ana.says("#general", "hm").message();
    general.botLacks(Permission.MESSAGE_HISTORY);
    ObjectNode body = message("x");
    body.putObject("message_reference").put("message_id", question.id());

    assertBroken(bot.post(messages, body), Rule.PERMISSION, 403, 160_002);
  }

  @Test
  void threadsNeedPermission() {
    Message question = ana.says("#general", "hm").message();
    general.botLacks(Permission.CREATE_PUBLIC_THREADS);

    RawBot.Answer answer =
        bot.post(messages + "/" + question.id() + "/threads", Json.object().put("name", "t"));

    assertBroken(answer, Rule.PERMISSION, 403, 50_013);
  }

  @Test
  void writingInThreadsNeedsAnotherPermission() {
    Message question = ana.says("#general", "hm").message();
    bot.post(messages + "/" + question.id() + "/threads", Json.object().put("name", "t"));
    String thread = "channels/" + question.id() + "/messages";
    general.botLacks(Permission.MESSAGE_SEND);
    assertThat(bot.post(thread, message("x")).status()).isEqualTo(200);
    general.botLacks(Permission.MESSAGE_SEND_IN_THREADS);

    assertBroken(bot.post(thread, message("x")), Rule.PERMISSION, 403, 50_013);
  }

  @Test
  void aMessageOfSomebodyElseCannotBeEdited() {
    Message question = ana.says("#general", "hm").message();

    RawBot.Answer answer = bot.send("PATCH", messages + "/" + question.id(), message("x"));

    assertBroken(answer, Rule.PERMISSION, 403, 50_005);
  }

  @Test
  void aForumTakesNoMessages() {
    String forum = "channels/" + guild.forum("#help").id() + "/messages";

    assertBroken(bot.post(forum, message("x")), Rule.PERMISSION, 400, 40_058);
  }

  @Test
  void aLockedThreadAndASecondThreadAtAMessageAreNotTheBotsFault() {
    Message question = ana.says("#general", "hm").message();
    String threads = messages + "/" + question.id() + "/threads";
    assertThat(bot.post(threads, Json.object().put("name", "t")).status()).isEqualTo(201);

    RawBot.Answer second = bot.post(threads, Json.object().put("name", "t"));
    discord.threadAt(question).orElseThrow().lock();
    RawBot.Answer locked = bot.post("channels/" + question.id() + "/messages", message("x"));

    assertThat(second.code()).isEqualTo(160_004);
    assertThat(locked.code()).isEqualTo(160_005);
    discord.verify();
  }
}
