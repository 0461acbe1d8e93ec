package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** What may be said to an interaction after its first answer, for fifteen minutes. */
final class FollowUps {

  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final int MOST_OUTSIDE_SERVERS = 5;

  private final World world;
  private final Drafts drafts;

  FollowUps(World world, Drafts drafts) {
    this.world = world;
    this.drafts = drafts;
  }

  ApiResponse create(ApiRequest request) {
    Interaction interaction = interaction(request);
    Optional<Message> thinking = interaction.original().filter(Message::isLoading);
    if (thinking.isPresent()) {
      // The first message after thinking takes its place, and stays as private as that was.
      ObjectNode edited = drafts.edited(request, request.body(), thinking.get());
      drafts.replace(request, request.body(), thinking.get(), edited);
      interaction.answered(thinking.get());
      return ApiResponse.ok(thinking.get().json());
    }
    if (!interaction.channel().botIsThere()
        && interaction.followUpCount() >= MOST_OUTSIDE_SERVERS) {
      throw ApiError.broken(
          Rule.LIMIT,
          400,
          40_094,
          "This interaction has hit the maximum number of follow up messages.");
    }
    boolean ephemeral = (request.body().path("flags").asInt() & Message.EPHEMERAL) != 0;
    Message message = drafts.answer(request, request.body(), interaction, ephemeral);
    drafts.publish(message);
    interaction.followedUp(message);
    return ApiResponse.ok(message.json());
  }

  ApiResponse get(ApiRequest request) {
    return ApiResponse.ok(message(request, interaction(request)).json());
  }

  ApiResponse edit(ApiRequest request) {
    Interaction interaction = interaction(request);
    Message message = message(request, interaction);
    ObjectNode edited = drafts.edited(request, request.body(), message);
    drafts.replace(request, request.body(), message, edited);
    interaction.answered(message);
    return ApiResponse.ok(message.json());
  }

  ApiResponse delete(ApiRequest request) {
    Message message = message(request, interaction(request));
    message.delete();
    world.events().messageDeleted(message);
    world.signal().changed();
    return ApiResponse.nothing();
  }

  /** The message that a request names; one of this interaction, without a name the first. */
  private Message message(ApiRequest request, Interaction interaction) {
    String id = request.param("message_id");
    Optional<Message> message =
        id.isEmpty()
            ? interaction.original()
            : world.message(id).filter(m -> belongs(m, interaction));
    return message.filter(m -> !m.isDeleted()).orElseThrow(ApiError::unknownMessage);
  }

  private static boolean belongs(Message message, Interaction interaction) {
    String of = message.json().path("interaction_metadata").path("id").asText();
    return of.equals(interaction.id())
        || interaction.original().filter(original -> original == message).isPresent();
  }

  private Interaction interaction(ApiRequest request) {
    Interaction interaction =
        world
            .interactionByToken(request.param("webhook_token"))
            .filter(known -> request.param("webhook_id").equals(world.botId()))
            .orElseThrow(() -> ApiError.broken(Rule.TOKEN, 401, 50_027, "Invalid Webhook Token"));
    if (!interaction.isAcknowledged()) {
      throw ApiError.broken(Rule.TOKEN, 404, 10_015, "Unknown Webhook");
    }
    if (Duration.between(interaction.at(), world.clock().instant()).compareTo(LIFE) > 0) {
      throw ApiError.broken(Rule.EXPIRED, 401, 50_027, "Invalid Webhook Token");
    }
    return interaction;
  }
}
