package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The first answer to an interaction: one, of a kind that fits, and within three seconds. */
final class Callbacks {

  static final int MESSAGE = 4;
  static final int THINKING = 5;
  static final int NOTHING_YET = 6;
  static final int EDIT = 7;
  static final int SUGGESTIONS = 8;
  static final int FORM = 9;

  private static final Duration IN_TIME = Duration.ofSeconds(3);

  private final World world;
  private final Drafts drafts;

  Callbacks(World world, Drafts drafts) {
    this.world = world;
    this.drafts = drafts;
  }

  ApiResponse callback(ApiRequest request) {
    Interaction interaction =
        world
            .interaction(request.param("interaction_id"))
            .filter(known -> known.token().equals(request.param("interaction_token")))
            .orElseThrow(() -> unknown(Rule.TOKEN));
    if (interaction.isAcknowledged()) {
      throw ApiError.broken(
          Rule.CALLBACK, 400, 40_060, "Interaction has already been acknowledged.");
    }
    if (Duration.between(interaction.at(), world.clock().instant()).compareTo(IN_TIME) > 0) {
      throw unknown(Rule.LATE);
    }
    int type = request.body().path("type").asInt();
    if (!fitting(interaction).contains(type)) {
      throw ApiError.form(
          Rule.CALLBACK,
          List.of(
              new FormError(
                  "type",
                  "INTERACTION_CALLBACK_INVALID",
                  "Type " + type + " does not fit " + interaction.what())));
    }
    return respond(request, interaction, type);
  }

  private static ApiError unknown(Rule rule) {
    return ApiError.broken(rule, 404, 10_062, "Unknown interaction");
  }

  private static Set<Integer> fitting(Interaction interaction) {
    return switch (interaction.kind()) {
      case COMMAND -> Set.of(MESSAGE, THINKING, FORM);
      case COMPONENT -> Set.of(MESSAGE, THINKING, NOTHING_YET, EDIT, FORM);
      case AUTOCOMPLETE -> Set.of(SUGGESTIONS);
      case FORM ->
          interaction.pressed().isPresent()
              ? Set.of(MESSAGE, THINKING, NOTHING_YET, EDIT)
              : Set.of(MESSAGE, THINKING);
    };
  }

  private ApiResponse respond(ApiRequest request, Interaction interaction, int type) {
    JsonNode data = request.body().path("data");
    boolean ephemeral = (data.path("flags").asInt() & Message.EPHEMERAL) != 0;
    // All is checked before the interaction is used up.
    switch (type) {
      case MESSAGE -> {
        Message message = drafts.answer(request, data, interaction, ephemeral);
        acknowledge(interaction, type, ephemeral, data);
        interaction.original(message);
        drafts.publish(message);
        interaction.answered(message);
      }
      case THINKING -> {
        Limits.checkDeferral(data);
        Message message = drafts.thinking(interaction, ephemeral);
        acknowledge(interaction, type, ephemeral, data);
        interaction.original(message);
      }
      case NOTHING_YET -> {
        acknowledge(interaction, type, ephemeral, data);
        interaction.pressed().ifPresent(interaction::original);
      }
      case EDIT -> {
        Message pressed =
            interaction.pressed().orElseThrow(() -> new AssertionError("Checked before"));
        ObjectNode edited = drafts.edited(request, data, pressed);
        acknowledge(interaction, type, ephemeral, data);
        drafts.replace(request, data, pressed, edited);
        interaction.original(pressed);
        interaction.answered(pressed);
      }
      case SUGGESTIONS -> {
        CommandLimits.checkChoices(data.path("choices"));
        acknowledge(interaction, type, ephemeral, data);
      }
      default -> {
        FormLimits.check(data);
        acknowledge(interaction, type, ephemeral, data);
      }
    }
    return request.asks("with_response")
        ? ApiResponse.ok(response(interaction, type))
        : ApiResponse.nothing();
  }

  private static void acknowledge(
      Interaction interaction, int type, boolean ephemeral, JsonNode data) {
    if (!interaction.acknowledge(type, ephemeral, data)) {
      throw ApiError.broken(
          Rule.CALLBACK, 400, 40_060, "Interaction has already been acknowledged.");
    }
  }

  private static ObjectNode response(Interaction interaction, int type) {
    ObjectNode json = Json.object();
    ObjectNode about = json.putObject("interaction");
    about.put("id", interaction.id()).put("type", interaction.kind().number());
    if (type == MESSAGE || type == EDIT || type == THINKING) {
      interaction
          .original()
          .ifPresent(
              message -> {
                about.put("response_message_id", message.id());
                about.put("response_message_loading", message.isLoading());
                about.put("response_message_ephemeral", message.onlyFor().isPresent());
                if (type != THINKING) {
                  json.putObject("resource").put("type", type).set("message", message.json());
                }
              });
    }
    return json;
  }
}
