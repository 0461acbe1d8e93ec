package dev.waymark.discord.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What happens, as events of the gateway to those who asked for them. */
final class Events {

  static final long GUILDS = 1;
  static final long GUILD_MESSAGES = 1 << 9;
  static final long DIRECT_MESSAGES = 1 << 12;
  static final long MESSAGE_CONTENT = 1 << 15;

  /** An event that comes whatever was asked for. */
  static final long ALWAYS = 0;

  private final World world;
  private final Gateway gateway;

  Events(World world, Gateway gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  void guildJoined(Guild guild) {
    gateway.dispatch(
        Optional.of(guild), "GUILD_CREATE", GUILDS, session -> Payloads.guildCreate(world, guild));
  }

  void guildLeft(Guild guild) {
    ObjectNode data = Json.object().put("id", guild.id());
    gateway.dispatch(Optional.of(guild), "GUILD_DELETE", GUILDS, session -> data);
  }

  void guildUnavailable(Guild guild) {
    ObjectNode data = Json.object().put("id", guild.id()).put("unavailable", true);
    gateway.dispatch(Optional.of(guild), "GUILD_DELETE", GUILDS, session -> data);
  }

  void rolesChanged(Guild guild) {
    for (ObjectNode role : Payloads.roles(guild)) {
      ObjectNode data = Json.object().put("guild_id", guild.id());
      data.set("role", role);
      gateway.dispatch(Optional.of(guild), "GUILD_ROLE_UPDATE", GUILDS, session -> data);
    }
  }

  void channelCreated(Channel channel) {
    channel(channel.isThread() ? "THREAD_CREATE" : "CHANNEL_CREATE", channel);
  }

  void channelChanged(Channel channel) {
    channel(channel.isThread() ? "THREAD_UPDATE" : "CHANNEL_UPDATE", channel);
  }

  void channelDeleted(Channel channel) {
    channel(channel.isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE", channel);
  }

  private void channel(String event, Channel channel) {
    gateway.dispatch(channel.guild(), event, GUILDS, session -> Payloads.channel(world, channel));
  }

  void messageCreated(Message message) {
    ObjectNode data = withPlace(message);
    message
        .channel()
        .guild()
        .ifPresent(
            guild ->
                world
                    .personById(message.authorId())
                    .ifPresent(author -> data.set("member", Payloads.memberOnly(guild, author))));
    message("MESSAGE_CREATE", message, data);
  }

  void messageChanged(Message message) {
    message("MESSAGE_UPDATE", message, withPlace(message));
  }

  void messageDeleted(Message message) {
    ObjectNode data = Json.object().put("id", message.id());
    data.put("channel_id", message.channel().id());
    message.channel().guild().ifPresent(guild -> data.put("guild_id", guild.id()));
    message("MESSAGE_DELETE", message, data);
  }

  private static ObjectNode withPlace(Message message) {
    ObjectNode data = message.json();
    message.channel().guild().ifPresent(guild -> data.put("guild_id", guild.id()));
    return data;
  }

  /**
   * What the bot would not see in a client is no event; the rest comes with as much text as was
   * asked for.
   */
  private void message(String event, Message message, ObjectNode data) {
    if (message.onlyFor().isPresent() || !message.channel().botIsThere()) {
      return;
    }
    boolean inGuild = message.channel().guild().isPresent();
    gateway.dispatch(
        message.channel().guild(),
        event,
        inGuild ? GUILD_MESSAGES : DIRECT_MESSAGES,
        session -> inGuild && !session.wants(MESSAGE_CONTENT) ? readable(data.deepCopy()) : data);
  }

  void interaction(Interaction interaction, ObjectNode data) {
    gateway.dispatch(interaction.channel().guild(), "INTERACTION_CREATE", ALWAYS, session -> data);
  }

  /** Without the message-content intent: only one's own words, and those that mention one. */
  ObjectNode readable(ObjectNode message) {
    boolean mine = message.path("author").path("id").asText().equals(world.botId());
    boolean mentioned =
        Json.list(message.path("mentions")).stream()
            .anyMatch(user -> user.path("id").asText().equals(world.botId()));
    if (!mine && !mentioned) {
      message.put("content", "");
      for (String field : List.of("embeds", "attachments", "components")) {
        message.putArray(field);
      }
    }
    JsonNode referenced = message.path("referenced_message");
    if (referenced instanceof ObjectNode other) {
      readable(other);
    }
    return message;
  }
}
