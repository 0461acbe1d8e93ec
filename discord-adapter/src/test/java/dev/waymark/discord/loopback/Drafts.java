package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes messages of the bodies that the bot sends, after checking them; edits them likewise. */
final class Drafts {

  private static final int PLAIN = 0;
  private static final int REPLY = 19;
  private static final int OF_COMMAND = 20;
  private static final int TAKEN_FLAGS =
      Message.SUPPRESS_EMBEDS | Message.SUPPRESS_NOTIFICATIONS | Message.COMPONENTS_V2;

  private final World world;

  Drafts(World world) {
    this.world = world;
  }

  /** A message in a channel. */
  Message message(ApiRequest request, Channel channel) {
    JsonNode body = request.body();
    boolean reply = Json.given(body.path("message_reference"));
    check(request, body, 0, true);
    ObjectNode json = json(body, channel, world.newId(), reply ? REPLY : PLAIN);
    fill(json, body, request.files(), Json.array());
    if (reply) {
      refer(json, body.path("message_reference"), channel);
    }
    return stored(channel, null, json, body, request.files());
  }

  /** A message that answers an interaction. */
  Message answer(ApiRequest request, JsonNode body, Interaction interaction, boolean ephemeral) {
    check(request, body, 0, true);
    ObjectNode json = json(body, interaction.channel(), world.newId(), OF_COMMAND);
    about(json, interaction);
    fill(json, body, request.files(), Json.array());
    json.put("flags", json.path("flags").asInt() | (ephemeral ? Message.EPHEMERAL : 0));
    Person onlyFor = ephemeral ? interaction.person() : null;
    return stored(interaction.channel(), onlyFor, json, body, request.files());
  }

  /** "waymark is thinking ...", which an edit or the first further message replaces. */
  Message thinking(Interaction interaction, boolean ephemeral) {
    ObjectNode body = Json.object();
    ObjectNode json = json(body, interaction.channel(), world.newId(), OF_COMMAND);
    about(json, interaction);
    fill(json, body, Map.of(), Json.array());
    json.put("flags", Message.LOADING | (ephemeral ? Message.EPHEMERAL : 0));
    Person onlyFor = ephemeral ? interaction.person() : null;
    Message message = stored(interaction.channel(), onlyFor, json, body, Map.of());
    world.recorded().add(message);
    return message;
  }

  /** What a message will be when edited so. Nothing is changed yet. */
  ObjectNode edited(ApiRequest request, JsonNode body, Message message) {
    check(request, body, message.flags(), message.isLoading());
    ObjectNode before = message.json();
    ObjectNode after = before.deepCopy();
    ObjectNode merged = Json.object();
    for (String field : List.of("content", "embeds", "components")) {
      merged.set(field, body.has(field) ? body.path(field) : before.path(field));
    }
    merged.put("flags", (before.path("flags").asInt() | body.path("flags").asInt()) & TAKEN_FLAGS);
    merged.set("attachments", body.path("attachments"));
    fill(after, merged, request.files(), kept(before, body));
    after.put(
        "flags", after.path("flags").asInt() | (before.path("flags").asInt() & Message.EPHEMERAL));
    if (!message.isLoading()) {
      after.put("edited_timestamp", world.timestamp());
    }
    return after;
  }

  /** Edits a message in the way that was checked. */
  void replace(ApiRequest request, JsonNode body, Message message, ObjectNode edited) {
    boolean appears = message.isLoading();
    message.edit(edited, body, contents(request.files()));
    if (appears) {
      world.events().messageCreated(message);
    } else {
      world.events().messageChanged(message);
    }
    world.signal().changed();
  }

  /** Lets a new message be seen. */
  void publish(Message message) {
    world.recorded().add(message);
    world.events().messageCreated(message);
  }

  private void check(ApiRequest request, JsonNode body, int flagsBefore, boolean isNew) {
    Limits.checkMessage(body, request.files(), flagsBefore, isNew);
    Mentions.fault(body, isNew)
        .ifPresent(
            fault ->
                world
                    .violations()
                    .add(new Violation(Rule.MENTION, request.endpoint().toString(), fault)));
  }

  private ObjectNode json(JsonNode body, Channel channel, String id, int type) {
    ObjectNode json = Json.object().put("id", id).put("type", type).put("channel_id", channel.id());
    json.set("author", Payloads.bot(world));
    json.put("timestamp", world.timestamp()).putNull("edited_timestamp");
    json.put("pinned", false).put("tts", false).put("mention_everyone", false);
    json.putArray("mentions");
    json.putArray("mention_roles");
    if (Json.given(body.path("nonce"))) {
      json.set("nonce", body.path("nonce"));
    }
    return json;
  }

  private void about(ObjectNode json, Interaction interaction) {
    json.put("application_id", world.botId()).put("webhook_id", world.botId());
    json.set("interaction_metadata", metadata(interaction));
  }

  private static ObjectNode metadata(Interaction interaction) {
    ObjectNode about = Json.object();
    about.put("id", interaction.id()).put("type", interaction.kind().number());
    about.set("user", Payloads.user(interaction.person()));
    ObjectNode owners = about.putObject("authorizing_integration_owners");
    interaction.channel().guild().ifPresent(guild -> owners.put("0", guild.id()));
    interaction.pressed().ifPresent(message -> about.put("interacted_message_id", message.id()));
    interaction
        .openedBy()
        .ifPresent(opener -> about.set("triggering_interaction_metadata", metadata(opener)));
    return about;
  }

  private void refer(ObjectNode json, JsonNode reference, Channel channel) {
    Message to =
        world
            .message(reference.path("message_id").asText())
            .filter(message -> message.channel() == channel)
            .orElseThrow(
                () ->
                    ApiError.form(
                        Rule.BODY,
                        List.of(
                            new FormError(
                                "message_reference",
                                "REPLIES_UNKNOWN_MESSAGE",
                                "Unknown message"))));
    json.putObject("message_reference")
        .put("type", 0)
        .put("message_id", to.id())
        .put("channel_id", channel.id());
    json.set("referenced_message", to.json());
  }

  /** What people see of a body. */
  private void fill(
      ObjectNode json, JsonNode body, Map<String, Multipart.Upload> files, ArrayNode kept) {
    json.put("content", body.path("content").asText(""));
    ArrayNode embeds = json.putArray("embeds");
    for (JsonNode embed : Json.list(body.path("embeds"))) {
      ObjectNode copy = embed.deepCopy();
      embeds.add(copy.has("type") ? copy : copy.put("type", "rich"));
    }
    json.set("components", StoredComponents.of(body.path("components"), world));
    ArrayNode attachments = json.putArray("attachments");
    attachments.addAll(kept);
    files.forEach((number, file) -> attachments.add(attachment(number, file, body)));
    json.put("flags", body.path("flags").asInt() & TAKEN_FLAGS);
  }

  private ObjectNode attachment(String number, Multipart.Upload file, JsonNode body) {
    String id = world.newId();
    String url = "https://cdn.discord.test/attachments/" + id + "/file";
    ObjectNode json =
        Json.object()
            .put("id", id)
            .put("filename", file.name())
            .put("size", file.content().length)
            .put("url", url)
            .put("proxy_url", url);
    Json.list(body.path("attachments")).stream()
        .filter(described -> described.path("id").asText().equals(number))
        .filter(described -> Json.given(described.path("description")))
        .forEach(described -> json.set("description", described.path("description")));
    return json;
  }

  /** The attachments that an edit leaves; all of them when it does not speak of attachments. */
  private static ArrayNode kept(JsonNode before, JsonNode body) {
    List<String> ids =
        Json.list(body.path("attachments")).stream().map(a -> a.path("id").asText()).toList();
    return Json.array(
        Json.list(before.path("attachments")).stream()
            .filter(a -> !body.has("attachments") || ids.contains(a.path("id").asText()))
            .toList());
  }

  private Message stored(
      Channel channel,
      @Nullable Person onlyFor,
      ObjectNode json,
      JsonNode body,
      Map<String, Multipart.Upload> files) {
    var message = new Message(channel, onlyFor, json, body, contents(files));
    world.add(message);
    return message;
  }

  private static Map<String, byte[]> contents(Map<String, Multipart.Upload> files) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    files.values().forEach(file -> contents.put(file.name(), file.content()));
    return contents;
  }
}
