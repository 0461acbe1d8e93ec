package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes messages of what the bot sends, whichever way it sends it, and checks them. */
final class Drafts {

  private static final int MOST_TEXT = 40_000;
  private static final int ADVISED_TEXT = 4_000;
  private static final int MOST_MARKDOWN = 12_000;
  // Not documented; Slack refuses more with msg_blocks_too_long.
  private static final int MOST_IN_BLOCKS = 13_200;
  private static final Pattern CALLING =
      Pattern.compile("<!(?:channel|here|everyone|subteam\\^)|<!(?:channel|here|everyone)\\|");

  private final World world;

  Drafts(World world) {
    this.world = world;
  }

  /** A message of arguments, with a moment of its own. */
  ObjectNode message(JsonNode arguments, String where) {
    ObjectNode json = Payloads.botMessage(world, world.newTs());
    json.setAll(content(arguments, where, MOST_TEXT));
    return json;
  }

  /** What an edit puts in place of the words; Slack takes less for it than for a message. */
  ObjectNode edit(JsonNode arguments, String where) {
    return content(arguments, where, ADVISED_TEXT);
  }

  private ObjectNode content(JsonNode arguments, String where, int mostText) {
    String text = arguments.path("text").asText("");
    JsonNode blocks = Arguments.json(arguments, "blocks");
    boolean hasBlocks = blocks.size() > 0;
    String markdown = arguments.path("markdown_text").asText("");
    if (text.isEmpty() && !hasBlocks && markdown.isEmpty()) {
      throw ApiError.broken(Rule.ARGUMENT, "no_text", "neither text nor blocks");
    }
    if (!markdown.isEmpty() && (hasBlocks || !text.isEmpty())) {
      throw ApiError.broken(Rule.ARGUMENT, "markdown_text_conflict", "text of two kinds");
    }
    if (text.length() > mostText || markdown.length() > MOST_MARKDOWN) {
      throw ApiError.broken(Rule.LIMIT, "msg_too_long", text.length() + " characters");
    }
    if (hasBlocks) {
      BlockLimits.checkMessage(blocks, world);
      int characters = Blocks.characters(blocks);
      if (characters > MOST_IN_BLOCKS) {
        throw ApiError.broken(
            Rule.LIMIT, "msg_blocks_too_long", characters + " characters in all blocks");
      }
    }
    note(arguments, text, blocks, where);
    ObjectNode content = Json.object().put("text", text.isEmpty() ? markdown : text);
    if (hasBlocks) {
      content.set("blocks", Blocks.withIds(blocks, world));
    }
    return content;
  }

  /** What Slack takes without a word, but a good bot does not send. */
  private void note(JsonNode arguments, String text, JsonNode blocks, String where) {
    if (text.isBlank() && blocks.size() > 0) {
      world.violation(Rule.ACCESSIBILITY, where, "blocks without text to notify and to read out");
    }
    if (text.length() > ADVISED_TEXT) {
      world.violation(Rule.LIMIT, where, "text of more than 4,000 characters: " + text.length());
    }
    boolean linking =
        List.of("true", "1").contains(arguments.path("link_names").asText(""))
            || arguments.path("parse").asText("").equals("full");
    boolean calling =
        CALLING.matcher(text).find()
            || Blocks.words(blocks).stream().anyMatch(words -> CALLING.matcher(words).find());
    if (linking || calling || blocks.findValuesAsText("type").contains("broadcast")) {
      world.violation(Rule.MENTION, where, "could call a whole channel");
    }
  }

  /** Puts a message where it belongs, and finds whom it answers. */
  Message post(
      Channel channel,
      @Nullable Member onlyFor,
      ObjectNode json,
      JsonNode sent,
      Map<String, byte[]> files) {
    return post(channel, onlyFor, json, sent, files, null);
  }

  /** Puts a message where it belongs, which answers what is known. */
  Message post(
      Channel channel,
      @Nullable Member onlyFor,
      ObjectNode json,
      JsonNode sent,
      Map<String, byte[]> files,
      @Nullable Interaction by) {
    var message = new Message(channel, onlyFor, json, sent, files);
    world.add(message);
    message.thread().flatMap(world::pane).ifPresent(AssistantPane::botWrote);
    // First the bot is told of its own message: a test that sees the message waits for what is
    // still to be acknowledged, and ends.
    world.events().botWrote(message);
    world.recorded().add(message);
    if (by == null) {
      world.replies().botWrote(message);
    } else {
      by.answered(message);
    }
    return message;
  }

  /** Replaces the words of a message. */
  void replace(Message message, ObjectNode content, JsonNode sent) {
    ObjectNode before = message.json();
    message.edit(content, sent, world.newTs());
    world.events().messageChanged(message, before);
    world.replies().botEdited(message);
    world.signal().changed();
  }

  /** The first message of the thread that an answer shall stand in, if it shall stand in one. */
  @Nullable String thread(Channel channel, JsonNode arguments) {
    String thread = arguments.path("thread_ts").asText("");
    if (thread.isEmpty()) {
      return null;
    }
    Message root =
        world
            .message(channel, thread)
            .orElseThrow(() -> ApiError.broken(Rule.TARGET, "thread_not_found", thread));
    if (root.isReply() || root.onlyFor().isPresent()) {
      throw ApiError.broken(
          Rule.TARGET, "cannot_reply_to_message", "it does not begin a thread: " + thread);
    }
    return thread;
  }
}
