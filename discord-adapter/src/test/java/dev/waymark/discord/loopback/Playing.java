package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people do, as Discord tells the bot of it. Thread-safe. */
final class Playing {

  private static final Pattern MENTION = Pattern.compile("<@!?(\\d+)>");
  private static final int PLAIN = 0;
  private static final int REPLY = 19;

  private final World world;
  private final CommandBook commands = new CommandBook();

  Playing(World world) {
    this.world = world;
  }

  void commands(JsonNode registered) {
    commands.replace(registered);
  }

  /** Writes a message, in reply to another when its id is given. */
  SentMessage write(Person author, Channel channel, String text, @Nullable String replyTo) {
    return write(author, channel, world.newId(), text, replyTo);
  }

  private SentMessage write(
      Person author, Channel channel, String id, String text, @Nullable String replyTo) {
    ObjectNode json = Json.object().put("id", id).put("type", PLAIN).put("content", text);
    json.put("channel_id", channel.id());
    json.set("author", Payloads.user(author));
    json.put("timestamp", world.timestamp()).putNull("edited_timestamp");
    json.put("tts", false).put("pinned", false).put("mention_everyone", false).put("flags", 0);
    for (String empty : List.of("mention_roles", "attachments", "embeds", "components")) {
      json.putArray(empty);
    }
    ArrayNode mentions = json.putArray("mentions");
    MENTION
        .matcher(text)
        .results()
        .map(m -> m.group(1))
        .distinct()
        .forEach(m -> mention(m, mentions));
    if (replyTo != null) {
      refer(json, channel, replyTo, mentions);
    }
    var message = new Message(channel, null, json, json, Map.of());
    world.add(message);
    SentMessage sent = world.replies().expect(message);
    world.events().messageCreated(message);
    return sent;
  }

  private void mention(String id, ArrayNode mentions) {
    if (id.equals(world.botId())) {
      mentions.add(Payloads.bot(world));
    } else {
      world.personById(id).ifPresent(person -> mentions.add(Payloads.user(person)));
    }
  }

  /** A reply mentions whom it answers. */
  private void refer(ObjectNode json, Channel channel, String replyTo, ArrayNode mentions) {
    Message to =
        world
            .message(replyTo)
            .orElseThrow(() -> new AssertionError("The message to reply to is gone."));
    if (to.onlyFor().isPresent()) {
      throw new AssertionError("Nobody can reply to a message that only one person sees.");
    }
    json.put("type", REPLY);
    json.putObject("message_reference")
        .put("type", 0)
        .put("message_id", to.id())
        .put("channel_id", channel.id());
    json.set("referenced_message", to.json());
    mention(to.authorId(), mentions);
  }

  /** Opens a post of a forum: a thread whose first message has its id. */
  SentMessage post(Person author, Channel forum, String title, String text) {
    Guild guild = forum.guild().orElseThrow(() -> new AssertionError("A forum is in a server."));
    Channel thread = guild.startThread(forum, world.newId(), title, author.id());
    world.events().channelCreated(thread);
    return write(author, thread, thread.id(), text, null);
  }

  Interaction slash(Person person, Channel channel, String command, Map<String, ?> options) {
    ObjectNode data = commands.slash(person, channel, command, options);
    ObjectNode resolved = CommandBook.resolved(world, options, channel);
    if (!resolved.isEmpty()) {
      data.set("resolved", resolved);
    }
    return send(
        new Interaction(world, Interaction.Kind.COMMAND, person, channel, null, "/" + command),
        data);
  }

  Interaction autocomplete(
      Person person,
      Channel channel,
      String command,
      Map<String, ?> given,
      String option,
      String typed) {
    ObjectNode data = commands.typing(person, channel, command, given, option, typed);
    String what = option + " of /" + command + " typed as \"" + typed + "\"";
    return send(
        new Interaction(world, Interaction.Kind.AUTOCOMPLETE, person, channel, null, what), data);
  }

  Interaction messageMenu(Person person, SeenMessage seen, String command) {
    return messageMenu(person, visible(person, seen), command);
  }

  Interaction messageMenu(Person person, Message message, String command) {
    ObjectNode data = commands.menu(person, message, command);
    return send(
        new Interaction(world, Interaction.Kind.COMMAND, person, message.channel(), null, command),
        data);
  }

  Interaction button(Person person, SeenMessage seen, String customId) {
    Message message = visible(person, seen);
    JsonNode button = component(message, customId);
    if (button.path("disabled").asBoolean()) {
      throw new AssertionError("The button " + customId + " is disabled.");
    }
    ObjectNode data =
        Json.object().put("component_type", Components.BUTTON).put("custom_id", customId);
    return press(person, message, "button " + customId, data);
  }

  Interaction select(Person person, SeenMessage seen, String customId, List<String> values) {
    Message message = visible(person, seen);
    JsonNode list = component(message, customId);
    List<String> offered =
        Json.list(list.path("options")).stream().map(o -> o.path("value").asText()).toList();
    if (!offered.isEmpty() && !offered.containsAll(values)) {
      throw new AssertionError("The list " + customId + " offers only " + offered);
    }
    ObjectNode data =
        Json.object().put("component_type", list.path("type").asInt()).put("custom_id", customId);
    values.forEach(data.putArray("values")::add);
    return press(person, message, "list " + customId, data);
  }

  private Interaction press(Person person, Message message, String what, ObjectNode data) {
    return send(
        new Interaction(
            world, Interaction.Kind.COMPONENT, person, message.channel(), message, what),
        data);
  }

  private Message visible(Person person, SeenMessage seen) {
    Message message =
        world.message(seen.id()).orElseThrow(() -> new AssertionError("The message is gone."));
    if (message.onlyFor().filter(only -> only != person).isPresent()) {
      throw new AssertionError(person.name() + " does not see that message.");
    }
    return message;
  }

  private static JsonNode component(Message message, String customId) {
    List<JsonNode> all = Components.all(message.json().path("components")).toList();
    return all.stream()
        .filter(c -> c.path("custom_id").asText().equals(customId))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "The message has no " + customId + ", only " + message.seen().buttons()));
  }

  Interaction submit(Person person, Interaction opened, Map<String, String> values) {
    JsonNode asked = opened.form();
    ObjectNode data = Json.object();
    data.set("custom_id", asked.path("custom_id"));
    ArrayNode parts = data.putArray("components");
    for (JsonNode part : asked.path("components")) {
      if (part.path("type").asInt() == Components.LABEL) {
        parts.add(filled(part, values));
      }
    }
    Message pressed = opened.pressed().orElse(null);
    String what = "form " + asked.path("custom_id").asText();
    var form =
        new Interaction(world, Interaction.Kind.FORM, person, opened.channel(), pressed, what);
    return send(form.openedBy(opened), data);
  }

  private static ObjectNode filled(JsonNode part, Map<String, String> values) {
    JsonNode input = part.path("component");
    String id = input.path("custom_id").asText();
    String value = values.getOrDefault(id, input.path("value").asText(""));
    int least = input.path("min_length").asInt(input.path("required").asBoolean(true) ? 1 : 0);
    int most = input.path("max_length").asInt(4_000);
    if (Json.length(value) < least || Json.length(value) > most) {
      throw new AssertionError(
          id + " takes " + least + " to " + most + " characters, not \"" + value + "\"");
    }
    ObjectNode json = Json.object().put("type", Components.LABEL).put("id", 1);
    json.putObject("component")
        .put("id", 2)
        .put("type", input.path("type").asInt())
        .put("custom_id", id)
        .put("value", value);
    return json;
  }

  private Interaction send(Interaction interaction, ObjectNode data) {
    world.add(interaction);
    world.events().interaction(interaction, InteractionPayloads.of(world, interaction, data));
    return interaction;
  }
}
