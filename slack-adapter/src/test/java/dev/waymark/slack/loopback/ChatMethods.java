package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods {@code chat.*}. */
final class ChatMethods {

  private static final int MOST_METADATA = 16_000;

  private final World world;
  private final Drafts drafts;
  private final Places places;

  ChatMethods(World world, Drafts drafts) {
    this.world = world;
    this.drafts = drafts;
    this.places = new Places(world);
  }

  ObjectNode postMessage(JsonNode arguments) {
    checkCustom(arguments);
    Channel channel = places.writable(arguments.path("channel").asText());
    ObjectNode json = inThread(channel, arguments, Method.CHAT_POST_MESSAGE);
    JsonNode metadata = metadata(arguments);
    if (Json.given(metadata)) {
      json.set("metadata", metadata);
    }
    Message message = drafts.post(channel, null, json, arguments, Map.of());
    ObjectNode answer = at(message);
    answer.set("message", message.json());
    return answer;
  }

  ObjectNode postEphemeral(JsonNode arguments) {
    checkCustom(arguments);
    Channel channel = places.writable(arguments.path("channel").asText());
    Member member = places.member(arguments.path("user").asText());
    if (!channel.has(member)) {
      throw ApiError.broken(Rule.MEMBERSHIP, "user_not_in_channel", member.name());
    }
    ObjectNode json = inThread(channel, arguments, Method.CHAT_POST_EPHEMERAL);
    Message message = drafts.post(channel, member, json, arguments, Map.of());
    return Json.object().put("message_ts", message.ts());
  }

  ObjectNode update(JsonNode arguments) {
    Channel channel = places.writable(arguments.path("channel").asText());
    Message message = places.own(channel, arguments, "cant_update_message");
    drafts.replace(message, drafts.edit(arguments, Method.CHAT_UPDATE.method()), arguments);
    ObjectNode answer = at(message).put("text", message.json().path("text").asText());
    answer.set("message", message.json());
    return answer;
  }

  ObjectNode delete(JsonNode arguments) {
    Channel channel = places.writable(arguments.path("channel").asText());
    Message message = places.own(channel, arguments, "cant_delete_message");
    message.delete();
    world.events().messageDeleted(message);
    world.signal().changed();
    return at(message);
  }

  private ObjectNode inThread(Channel channel, JsonNode arguments, Method method) {
    @Nullable String thread = drafts.thread(channel, arguments);
    ObjectNode json = drafts.message(arguments, method.method());
    if (thread != null) {
      json.put("thread_ts", thread);
    }
    return json;
  }

  private void checkCustom(JsonNode arguments) {
    boolean custom = arguments.has("username") || arguments.has("icon_emoji");
    if (custom && !world.options().granted("chat:write.customize")) {
      throw ApiError.missingScope("chat:write.customize", world.options().provided());
    }
  }

  /** What programs read of a message; missing when nothing is given. */
  private static JsonNode metadata(JsonNode arguments) {
    JsonNode metadata = arguments.path("metadata");
    if (!Json.given(metadata)) {
      return metadata;
    }
    if (!metadata.isObject()) {
      throw ApiError.broken(Rule.ARGUMENT, "invalid_metadata_format", "no JSON object");
    }
    boolean named = metadata.path("event_type").asText("").matches("[A-Za-z0-9_]{1,255}");
    boolean flat =
        metadata.path("event_payload").isObject()
            && Json.array(metadata.path("event_payload"))
                .valueStream()
                .allMatch(JsonNode::isValueNode);
    if (!named || !flat || metadata.size() != 2) {
      throw ApiError.broken(
          Rule.ARGUMENT, "invalid_metadata_schema", "not event_type and a flat event_payload");
    }
    if (metadata.toString().length() > MOST_METADATA) {
      throw ApiError.broken(Rule.LIMIT, "metadata_too_large", "of a message");
    }
    return metadata;
  }

  private static ObjectNode at(Message message) {
    return Json.object().put("channel", message.channel().id()).put("ts", message.ts());
  }
}
