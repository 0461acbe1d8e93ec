package dev.waymark.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack can show, and how much of it. An {@code @n} stands for so many characters. */
class BlockRulesTest extends RulesTestCase {

  private static final String DIVIDER = "{'type':'divider'}";

  private static String filled(String template) {
    return java.util.regex.Pattern.compile("@(\\d+)")
        .matcher(template)
        .replaceAll(match -> x(Integer.parseInt(match.group(1))));
  }

  private static String times(int count, String json) {
    return "[" + String.join(",", Collections.nCopies(count, json)) + "]";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'section','text':{'type':'mrkdwn','text':'@3000'}}",
        "{'type':'section','fields':[{'type':'mrkdwn','text':'@2000'}]}",
        "{'type':'header','text':{'type':'plain_text','text':'@150'}}",
        "{'type':'image','image_url':'https://x.test/a.png','alt_text':'a'}",
        "{'type':'context','elements':[{'type':'mrkdwn','text':'x'}]}",
        "{'type':'markdown','text':'# x'}",
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'x'}]}]}",
        "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'@75'},"
            + "'action_id':'@255','value':'@2000'}]}",
      })
  void whatJustFitsIsTaken(String block) {
    assertFine(blocks(filled("[" + block + "]")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'section','text':{'type':'mrkdwn','text':'@3001'}}",
        "{'type':'section','text':{'type':'mrkdwn','text':''}}",
        "{'type':'section','fields':[{'type':'mrkdwn','text':'@2001'}]}",
        "{'type':'header','text':{'type':'plain_text','text':'@151'}}",
        "{'type':'context','elements':[]}",
        "{'type':'divider','block_id':'@256'}",
        "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'@76'}}]}",
        "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},"
            + "'action_id':'@256'}]}",
        "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},"
            + "'value':'@2001'}]}",
        "{'type':'actions','elements':[{'type':'overflow','options':[]}]}",
      })
  void whatIsTooLongIsNot(String block) {
    assertBroken(blocks(filled("[" + block + "]")), Rule.LIMIT, "invalid_blocks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'poem'}",
        "{'type':'section'}",
        "{'type':'header','text':{'type':'mrkdwn','text':'x'}}",
        "{'type':'image','image_url':'https://x.test/a.png'}",
        "{'type':'image','image_url':'a.png','alt_text':'a'}",
        "{'type':'image','slack_file':{'id':'F1'},'alt_text':'a'}",
        "{'type':'actions','elements':[{'type':'lever'}]}",
        "{'type':'actions','elements':[{'type':'button'}]}",
        "{'type':'actions','elements':[{'type':'button','style':'pink','text':{'type':'plain_text','text':'x'}}]}",
        "{'type':'actions','elements':["
            + "{'type':'button','action_id':'a','text':{'type':'plain_text','text':'x'}},"
            + "{'type':'button','action_id':'a','text':{'type':'plain_text','text':'y'}}]}",
        "{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}",
        "{'type':'rich_text','elements':[{'type':'text','text':'x'}]}",
      })
  void whatCannotBeShownIsNot(String block) {
    assertBroken(blocks("[" + block + "]"), Rule.BLOCK, "invalid_blocks");
  }

  @Test
  void fiftyBlocksAndNoMore() {
    assertFine(blocks(times(50, DIVIDER)));
    assertBroken(blocks(times(51, DIVIDER)), Rule.LIMIT, "invalid_blocks");
  }

  @Test
  void allBlocksTogether() {
    String section = "{'type':'section','text':{'type':'mrkdwn','text':'@2640'}}";

    assertFine(blocks(filled(times(5, section))));
    assertBroken(
        blocks(filled(times(5, section.replace("@2640", "@2641")))),
        Rule.LIMIT,
        "msg_blocks_too_long");
  }

  @Test
  void theFaultIsPointedAt() {
    RawBot.Answer answer = blocks("[" + DIVIDER + ",{'type':'section'}]");

    assertThat(answer.json().path("response_metadata").path("messages").path(0).asText())
        .isEqualTo("[ERROR] missing required field [json-pointer:/blocks/1/text]");
  }

  @Test
  void blocksWithoutTextAreTakenButNoted() {
    assertBroken(
        bot.call(
            "chat.postMessage",
            Map.of("channel", general.id(), "blocks", "[{\"type\":\"divider\"}]")),
        Rule.ACCESSIBILITY,
        "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!channel> look", "<!here|here>", "<!subteam^S1>"})
  void callingEverybodyIsTakenButNoted(String text) {
    assertBroken(
        bot.call("chat.postMessage", Map.of("channel", general.id(), "text", text)),
        Rule.MENTION,
        "");
  }

  @Test
  void textIsAdvisedAndLimited() {
    Map<String, String> advised = Map.of("channel", general.id(), "text", x(4_001));
    Map<String, String> limited = Map.of("channel", general.id(), "text", x(40_001));

    assertThat(bot.call("chat.postMessage", limited).error()).isEqualTo("msg_too_long");
    assertBroken(bot.call("chat.postMessage", advised), Rule.LIMIT, "");
  }
}
