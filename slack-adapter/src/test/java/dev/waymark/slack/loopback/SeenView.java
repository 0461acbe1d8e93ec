package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A modal or an App Home as a person sees it at one moment.
 *
 * @param id Slack's id of it
 * @param hash what changes with every change
 * @param json the whole view as Slack keeps it
 * @param sent the view that the bot sent last for it: what a golden file holds
 */
public record SeenView(String id, String hash, JsonNode json, JsonNode sent) {

  /** What stands above it; nothing above an App Home. */
  public String title() {
    return json.path("title").path("text").asText();
  }

  /** The name by which the bot knows its submission. */
  public String callbackId() {
    return json.path("callback_id").asText();
  }

  /** All words that can be read in it, in their order, a line each. */
  public String text() {
    return Blocks.text(json.path("blocks"));
  }

  /** The action ids of its buttons, in their order. */
  public List<String> buttons() {
    return Blocks.buttons(json.path("blocks")).map(b -> b.path("action_id").asText()).toList();
  }

  /** The action ids of what can be filled in, in their order. */
  public List<String> inputs() {
    return Blocks.inputs(json.path("blocks"))
        .map(block -> block.path("element").path("action_id").asText())
        .toList();
  }
}
