package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message as a person sees it at one moment.
 *
 * @param ts Slack's id of it within its channel
 * @param channel the name of the channel or the conversation ({@code @ana})
 * @param thread the first message of the thread it stands in
 * @param ephemeral whether only the person it answers sees it
 * @param json the whole message as Slack keeps it, after all edits
 * @param sent the arguments that the bot sent last for it: what a golden file holds
 * @param files the attached files by name
 * @param edits how often it was edited
 */
public record SeenMessage(
    String ts,
    String channel,
    Optional<String> thread,
    boolean ephemeral,
    JsonNode json,
    JsonNode sent,
    Map<String, byte[]> files,
    int edits) {

  /** The words for notifications and screen readers, which are all there is without blocks. */
  public String fallback() {
    return json.path("text").asText();
  }

  /** Its blocks, as they are kept. */
  public List<JsonNode> blocks() {
    return Json.list(json.path("blocks"));
  }

  /** All words that can be read in it, in their order, a line each. */
  public String text() {
    return blocks().isEmpty() ? fallback() : Blocks.text(json.path("blocks"));
  }

  /** The action ids of its buttons, in their order. */
  public List<String> buttons() {
    return Blocks.buttons(json.path("blocks")).map(b -> b.path("action_id").asText()).toList();
  }

  /** The words on its buttons, links too, in their order. */
  public List<String> buttonLabels() {
    return Blocks.buttons(json.path("blocks")).map(Blocks::label).toList();
  }
}
