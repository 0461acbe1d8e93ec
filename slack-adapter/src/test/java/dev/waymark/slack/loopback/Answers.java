package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the bot says otherwise than by a method: with an acknowledgement, by a response address. */
final class Answers {

  private final World world;
  private final Drafts drafts;
  private final List<Interaction> awaitingViews = new CopyOnWriteArrayList<>();

  Answers(World world) {
    this.world = world;
    this.drafts = new Drafts(world);
  }

  void awaitViews(Interaction used) {
    awaitingViews.add(used);
  }

  /** All that a member did before it led to this. */
  void published(View home) {
    awaitingViews.removeIf(
        used -> {
          boolean theirs = used.member() == home.member();
          if (theirs) {
            used.published(home);
          }
          return theirs;
        });
  }

  /** The same for a modal that goes on with something else. */
  void changed(View modal) {
    awaitingViews.stream()
        .filter(used -> used.member() == modal.member())
        .forEach(used -> used.shown(modal));
  }

  /** An acknowledgement of a command may be a message. */
  void toCommand(Interaction used, JsonNode response) {
    boolean words =
        !response.path("text").asText("").isEmpty() || response.path("blocks").size() > 0;
    if (words && response instanceof ObjectNode message) {
      checked("acknowledgement of " + used.what(), () -> used.answered(write(used, message, null)));
    }
  }

  /** What shall become of a modal that was sent. */
  void toSubmission(Interaction used, View view, JsonNode response) {
    String where = "acknowledgement of " + used.what();
    switch (response.path("response_action").asText("")) {
      case "" -> world.views().close(view);
      case "clear" -> world.views().closeAll(view.member());
      case "errors" -> checked(where, () -> checkErrors(view, response.path("errors")));
      case "update" ->
          checked(
              where,
              () -> {
                ViewLimits.checkModal(response.path("view"), world);
                world.views().show(view, response.path("view"));
                used.shown(view);
              });
      case "push" ->
          checked(
              where,
              () -> {
                ViewLimits.checkModal(response.path("view"), world);
                used.shown(world.views().push(view.member(), response.path("view")));
              });
      default -> world.violation(Rule.ACKNOWLEDGEMENT, where, "no such response_action");
    }
  }

  private static void checkErrors(View view, JsonNode errors) {
    Set<String> inputs =
        Blocks.inputs(view.json().path("blocks"))
            .map(block -> block.path("block_id").asText())
            .collect(Collectors.toSet());
    List<String> unknown =
        errors.properties().stream()
            .map(Map.Entry::getKey)
            .filter(id -> !inputs.contains(id))
            .toList();
    if (errors.isEmpty() || !unknown.isEmpty()) {
      throw ApiError.broken(
          Rule.ACKNOWLEDGEMENT, "invalid_errors", "errors are for inputs: " + inputs);
    }
  }

  private void checked(String where, Runnable action) {
    try {
      action.run();
    } catch (ApiError error) {
      world.violation(
          error.rule().orElse(Rule.ARGUMENT), where, String.valueOf(error.getMessage()));
    }
  }

  /** Writes a message for all in the place of an interaction, or only for the person. */
  Message write(Interaction used, ObjectNode arguments, @Nullable String thread) {
    Channel channel =
        used.channel()
            .orElseThrow(() -> ApiError.broken(Rule.RESPONSE_URL, "no_channel", "no place"));
    boolean forAll = arguments.path("response_type").asText("").equals("in_channel");
    ObjectNode json = drafts.message(arguments, "response to " + used.what());
    if (thread != null) {
      json.put("thread_ts", thread);
    }
    // Under a message's menu the message may wait for the same words.
    boolean alone = used.kind() != Interaction.Kind.SHORTCUT;
    return drafts.post(
        channel, forAll ? null : used.member(), json, arguments, Map.of(), alone ? used : null);
  }

  Drafts drafts() {
    return drafts;
  }
}
