package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The methods {@code assistant.threads.*}. */
final class AssistantMethods {

  private static final int PROMPTS = 4;

  private final World world;

  AssistantMethods(World world) {
    this.world = world;
  }

  ObjectNode setStatus(JsonNode arguments) {
    pane(arguments).status(arguments.path("status").asText());
    return Json.object();
  }

  ObjectNode setPrompts(JsonNode arguments) {
    JsonNode prompts = Arguments.json(arguments, "prompts");
    var faults = new Faults();
    faults.count("/prompts", prompts, 1, PROMPTS);
    for (int i = 0; i < prompts.size(); i++) {
      faults.between("/prompts/" + i + "/title", prompts.get(i).path("title"), 1, 255);
      faults.between("/prompts/" + i + "/message", prompts.get(i).path("message"), 1, 4_000);
    }
    faults.throwIfAny("invalid_arguments");
    pane(arguments).prompts(prompts);
    return Json.object();
  }

  ObjectNode setTitle(JsonNode arguments) {
    var faults = new Faults();
    faults.between("/title", arguments.path("title"), 1, 255);
    faults.throwIfAny("invalid_arguments");
    pane(arguments).title(arguments.path("title").asText());
    return Json.object();
  }

  private AssistantPane pane(JsonNode arguments) {
    String thread = arguments.path("thread_ts").asText("");
    String channel = arguments.path("channel_id").asText();
    return world
        .pane(thread)
        .filter(pane -> world.channel(channel).filter(pane::isIn).isPresent())
        .orElseThrow(
            () -> ApiError.broken(Rule.TARGET, "channel_not_found", channel + " " + thread));
  }
}
