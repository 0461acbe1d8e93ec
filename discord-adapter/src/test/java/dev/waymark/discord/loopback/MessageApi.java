package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.Permission;

/** Messages and threads in channels, as far as the bot may. */
final class MessageApi {

  private static final int THREAD_NAME = 100;
  private static final int MOST_LISTED = 100;
  // Discord says only: a few minutes.
  private static final Duration NONCE_LIFE = Duration.ofMinutes(5);

  private final World world;
  private final Drafts drafts;
  private final Map<String, Message> byNonce = new ConcurrentHashMap<>();

  MessageApi(World world, Drafts drafts) {
    this.world = world;
    this.drafts = drafts;
  }

  ApiResponse create(ApiRequest request) {
    Channel channel = visible(request);
    JsonNode body = request.body();
    if (channel.kind() == Channel.Kind.FORUM) {
      throw ApiError.broken(
          Rule.PERMISSION, 400, 40_058, "Cannot send a message in a forum channel");
    }
    mayWrite(channel);
    need(channel, Permission.MESSAGE_EMBED_LINKS, !body.path("embeds").isEmpty());
    need(channel, Permission.MESSAGE_ATTACH_FILES, !request.files().isEmpty());
    if (Json.given(body.path("message_reference")) && !channel.botMay(Permission.MESSAGE_HISTORY)) {
      throw ApiError.broken(
          Rule.PERMISSION, 403, 160_002, "Cannot reply without permission to read message history");
    }
    // One at a time, so that two at once with one nonce are one as well.
    synchronized (channel) {
      Optional<Message> repeated = repeated(channel, body);
      if (repeated.isPresent()) {
        return ApiResponse.ok(repeated.get().json());
      }
      Message message = drafts.message(request, channel);
      byNonce.put(channel.id() + " " + body.path("nonce").asText(), message);
      drafts.publish(message);
      world.replies().botWrote(message);
      return ApiResponse.ok(message.json());
    }
  }

  /** The message of an earlier try, when the bot asks for one message only. */
  private Optional<Message> repeated(Channel channel, JsonNode body) {
    String nonce = body.path("nonce").asText("");
    if (nonce.isEmpty() || !body.path("enforce_nonce").asBoolean()) {
      return Optional.empty();
    }
    Instant earliest = world.clock().instant().minus(NONCE_LIFE);
    return Optional.ofNullable(byNonce.get(channel.id() + " " + nonce))
        .filter(message -> message.written().isAfter(earliest));
  }

  private void mayWrite(Channel channel) {
    if (channel.isLocked()) {
      throw ApiError.of(403, 160_005, "Thread is locked");
    }
    if (channel.person().filter(person -> !person.takesDirectMessages()).isPresent()) {
      throw ApiError.of(403, 50_007, "Cannot send messages to this user");
    }
    need(
        channel,
        channel.isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND,
        true);
  }

  ApiResponse list(ApiRequest request) {
    Channel channel = visible(request);
    if (!channel.botMay(Permission.MESSAGE_HISTORY)) {
      return ApiResponse.ok(Json.array());
    }
    int limit = Integer.parseInt(request.query().getOrDefault("limit", "50"));
    if (limit < 1 || limit > MOST_LISTED) {
      throw ApiError.form(
          Rule.LIMIT, List.of(new FormError("limit", "NUMBER_TYPE_MAX", "1 to " + MOST_LISTED)));
    }
    long before = Long.parseLong(request.query().getOrDefault("before", "" + Long.MAX_VALUE));
    long after = Long.parseLong(request.query().getOrDefault("after", "-1"));
    List<Message> within =
        world.messagesIn(channel).stream()
            .filter(message -> Long.parseLong(message.id()) < before)
            .filter(message -> Long.parseLong(message.id()) > after)
            .toList();
    // Newest first, but after a message those that follow it at once.
    int from = request.query().containsKey("after") ? Math.max(0, within.size() - limit) : 0;
    return ApiResponse.ok(
        Json.array(within.stream().skip(from).limit(limit).map(this::readable).toList()));
  }

  ApiResponse get(ApiRequest request) {
    Channel channel = visible(request);
    need(channel, Permission.MESSAGE_HISTORY, true);
    return ApiResponse.ok(readable(message(request, channel)));
  }

  /** As much of the text as the application's intents let the bot read. */
  private ObjectNode readable(Message message) {
    boolean all = world.options().messageContent() || message.channel().guild().isEmpty();
    return all ? message.json() : world.events().readable(message.json());
  }

  ApiResponse edit(ApiRequest request) {
    Channel channel = visible(request);
    Message message = message(request, channel);
    if (!message.authorId().equals(world.botId())) {
      throw ApiError.broken(
          Rule.PERMISSION, 403, 50_005, "Cannot edit a message authored by another user");
    }
    if (channel.isLocked()) {
      throw ApiError.of(403, 160_005, "Thread is locked");
    }
    need(channel, Permission.MESSAGE_EMBED_LINKS, !request.body().path("embeds").isEmpty());
    need(channel, Permission.MESSAGE_ATTACH_FILES, !request.files().isEmpty());
    ObjectNode edited = drafts.edited(request, request.body(), message);
    drafts.replace(request, request.body(), message, edited);
    return ApiResponse.ok(message.json());
  }

  ApiResponse delete(ApiRequest request) {
    Channel channel = visible(request);
    Message message = message(request, channel);
    if (!message.authorId().equals(world.botId())) {
      need(channel, Permission.MESSAGE_MANAGE, true);
    }
    message.delete();
    world.events().messageDeleted(message);
    world.signal().changed();
    return ApiResponse.nothing();
  }

  ApiResponse typing(ApiRequest request) {
    Channel channel = visible(request);
    mayWrite(channel);
    world.recorded().typed(channel);
    return ApiResponse.nothing();
  }

  /** A thread at a message; it has the message's id. */
  ApiResponse startThreadAt(ApiRequest request) {
    Channel channel = visible(request);
    Message message = message(request, channel);
    if (world.channel(message.id()).isPresent()) {
      throw ApiError.of(400, 160_004, "A thread has already been created for this message");
    }
    return startThread(request, channel, message.id());
  }

  /** A thread without a message. */
  ApiResponse startThread(ApiRequest request) {
    return startThread(request, visible(request), world.newId());
  }

  private ApiResponse startThread(ApiRequest request, Channel channel, String id) {
    Guild guild =
        channel
            .guild()
            .filter(g -> channel.kind() == Channel.Kind.TEXT)
            .orElseThrow(
                () ->
                    ApiError.broken(
                        Rule.PERMISSION,
                        400,
                        50_024,
                        "Cannot execute action on this channel type"));
    need(channel, Permission.CREATE_PUBLIC_THREADS, true);
    var faults = new Faults();
    faults.between("name", request.body().path("name"), 1, THREAD_NAME);
    faults.throwIfAny();
    String name = request.body().path("name").asText();
    Channel thread = guild.startThread(channel, id, name, world.botId());
    world.events().channelCreated(thread);
    return ApiResponse.created(Payloads.channel(world, thread));
  }

  private Channel visible(ApiRequest request) {
    Channel channel =
        world.channel(request.param("channel_id")).orElseThrow(ApiError::unknownChannel);
    if (!channel.botIsThere()) {
      throw ApiError.of(403, 50_001, "Missing Access");
    }
    if (!channel.botMay(Permission.VIEW_CHANNEL)) {
      throw ApiError.broken(Rule.PERMISSION, 403, 50_001, "Missing Access");
    }
    return channel;
  }

  private Message message(ApiRequest request, Channel channel) {
    return world
        .message(request.param("message_id"))
        .filter(message -> message.channel() == channel && message.onlyFor().isEmpty())
        .orElseThrow(ApiError::unknownMessage);
  }

  private static void need(Channel channel, Permission permission, boolean needed) {
    if (needed && !channel.botMay(permission)) {
      throw ApiError.broken(
          Rule.PERMISSION, 403, 50_013, "Missing Permissions (" + permission.getName() + ")");
    }
  }
}
