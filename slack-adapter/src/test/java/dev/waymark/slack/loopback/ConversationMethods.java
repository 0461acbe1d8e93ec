package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The methods {@code conversations.*} and {@code users.*}. */
final class ConversationMethods {

  private static final int MOST = 1_000;

  private final World world;
  private final Places places;

  ConversationMethods(World world) {
    this.world = world;
    this.places = new Places(world);
  }

  ObjectNode info(JsonNode arguments) {
    ObjectNode answer = Json.object();
    Channel channel = places.seen(arguments.path("channel").asText(), "read");
    answer.set("channel", Payloads.channel(world, channel));
    return answer;
  }

  ObjectNode open(JsonNode arguments) {
    Member member = places.member(arguments.path("users").asText());
    ObjectNode answer = Json.object();
    answer.putObject("channel").put("id", world.conversation(member).id());
    return answer;
  }

  ObjectNode replies(JsonNode arguments) {
    Channel channel = places.readable(arguments.path("channel").asText());
    String ts = arguments.path("ts").asText();
    Message asked =
        world
            .message(channel, ts)
            .orElseThrow(() -> ApiError.broken(Rule.TARGET, "thread_not_found", ts));
    List<Message> thread =
        world.messagesIn(channel).stream()
            .filter(m -> m.threadRoot().equals(asked.threadRoot()))
            .toList();
    return page(thread, arguments);
  }

  /** Newest first, without what stands in threads. */
  ObjectNode history(JsonNode arguments) {
    Channel channel = places.readable(arguments.path("channel").asText());
    List<Message> messages = world.messagesIn(channel);
    return page(messages.reversed().stream().filter(m -> !m.isReply()).toList(), arguments);
  }

  private static ObjectNode page(List<Message> messages, JsonNode arguments) {
    String oldest = arguments.path("oldest").asText("");
    String latest = arguments.path("latest").asText("");
    boolean inclusive = arguments.path("inclusive").asBoolean();
    List<Message> within =
        messages.stream()
            .filter(m -> oldest.isEmpty() || m.ts().compareTo(oldest) >= (inclusive ? 0 : 1))
            .filter(m -> latest.isEmpty() || latest.compareTo(m.ts()) >= (inclusive ? 0 : 1))
            .toList();
    int from = Math.min(number(arguments, "cursor", 0), within.size());
    int to = Math.min(from + Math.min(number(arguments, "limit", 100), MOST), within.size());
    ObjectNode answer = Json.object().put("has_more", to < within.size());
    answer.set(
        "messages",
        Json.array(within.subList(from, to).stream().map(m -> shown(m, arguments)).toList()));
    answer
        .putObject("response_metadata")
        .put("next_cursor", to < within.size() ? Integer.toString(to) : "");
    return answer;
  }

  /** What is for programs is shown to those who ask for it. */
  private static ObjectNode shown(Message message, JsonNode arguments) {
    ObjectNode json = message.json();
    if (!List.of("true", "1").contains(arguments.path("include_all_metadata").asText(""))) {
      json.remove("metadata");
    }
    return json;
  }

  private static int number(JsonNode arguments, String name, int otherwise) {
    String given = arguments.path(name).asText("");
    if (given.isEmpty()) {
      return otherwise;
    }
    if (!given.matches("\\d{1,6}")) {
      String error = name.equals("cursor") ? "invalid_cursor" : "invalid_limit";
      throw ApiError.broken(Rule.ARGUMENT, error, given);
    }
    return Integer.parseInt(given);
  }

  ObjectNode user(JsonNode arguments) {
    String id = arguments.path("user").asText();
    ObjectNode answer = Json.object();
    if (id.equals(world.botUserId())) {
      answer.putObject("user").put("id", id).put("name", "waymark").put("is_bot", true);
    } else {
      answer.set("user", Payloads.user(world, places.member(id)));
    }
    return answer;
  }
}
