package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Finds the channel, the message or the member that a call is about, if the bot may. */
final class Places {

  private final World world;

  Places(World world) {
    this.world = world;
  }

  /** The channel for the bot to write in. */
  Channel writable(String id) {
    Channel channel = known(id);
    if (channel.isArchived()) {
      throw ApiError.broken(Rule.MEMBERSHIP, "is_archived", channel.name());
    }
    if (!channel.hasBot()) {
      boolean open =
          channel.kind() == Channel.Kind.PUBLIC && world.options().granted("chat:write.public");
      if (!open) {
        throw notInside(channel);
      }
    }
    return channel;
  }

  /** The channel for the bot to read in, with the scope for its kind. */
  Channel readable(String id) {
    Channel channel = seen(id, "history");
    if (!channel.hasBot()) {
      throw notInside(channel);
    }
    return channel;
  }

  /** The channel for the bot to know of, with the scope for its kind. */
  Channel seen(String id, String right) {
    Channel channel = known(id);
    String scope = channel.kind().scope(right);
    if (!world.options().granted(scope)) {
      throw ApiError.missingScope(scope, world.options().provided());
    }
    if (channel.kind() == Channel.Kind.PRIVATE && !channel.hasBot()) {
      throw notInside(channel);
    }
    return channel;
  }

  /** A private channel without the bot is, to the bot, no channel at all. */
  private static ApiError notInside(Channel channel) {
    boolean open = channel.kind() == Channel.Kind.PUBLIC;
    return ApiError.broken(
        Rule.MEMBERSHIP, open ? "not_in_channel" : "channel_not_found", channel.name());
  }

  /** By a member's id, the conversation with her. */
  private Channel known(String id) {
    Optional<Channel> channel =
        world.channel(id).or(() -> world.memberById(id).map(world::conversation));
    return channel.orElseThrow(() -> ApiError.broken(Rule.MEMBERSHIP, "channel_not_found", id));
  }

  /** The member of an id. */
  Member member(String id) {
    return world
        .memberById(id)
        .orElseThrow(() -> ApiError.broken(Rule.TARGET, "user_not_found", id));
  }

  /** A message of the bot's own, which is there for all to see. */
  Message own(Channel channel, JsonNode arguments, String otherwise) {
    String ts = arguments.path("ts").asText();
    Message message =
        world
            .message(channel, ts)
            .filter(m -> m.onlyFor().isEmpty())
            .orElseThrow(() -> ApiError.broken(Rule.TARGET, "message_not_found", ts));
    if (!message.author().equals(world.botUserId())) {
      throw ApiError.broken(Rule.TARGET, otherwise, ts);
    }
    return message;
  }
}
