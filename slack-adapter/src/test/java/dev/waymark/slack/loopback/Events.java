package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What the bot is told of without being asked, if it subscribed to it and may know. Thread-safe.
 */
final class Events {

  private static final Map<Channel.Kind, String> MESSAGES =
      Map.of(
          Channel.Kind.PUBLIC, "message.channels",
          Channel.Kind.PRIVATE, "message.groups",
          Channel.Kind.DIRECT, "message.im");

  private final World world;

  Events(World world) {
    this.world = world;
  }

  /** A mention comes twice: as such and as a message. */
  void messageWritten(Message message, boolean mentionsBot) {
    Channel channel = message.channel();
    if (!channel.hasBot()) {
      return;
    }
    if (mentionsBot
        && channel.kind() != Channel.Kind.DIRECT
        && allows("app_mention", "app_mentions:read")) {
      ObjectNode mention = located(message, message.json()).put("type", "app_mention");
      mention.remove("channel_type");
      world.deliveries().event(message, callback(mention));
    }
    if (hearsMessages(channel)) {
      world.deliveries().event(message, callback(located(message, message.json())));
    }
  }

  /** The bot hears itself. */
  void botWrote(Message message) {
    if (world.options().echoes()
        && message.onlyFor().isEmpty()
        && hearsMessages(message.channel())) {
      world.deliveries().event(message, callback(located(message, message.json())));
    }
  }

  void messageChanged(Message message, ObjectNode before) {
    boolean own = message.author().equals(world.botUserId());
    if (message.onlyFor().isEmpty()
        && hearsMessages(message.channel())
        && (!own || world.options().echoes())) {
      ObjectNode event = around(message, "message_changed");
      event.set("message", message.json());
      event.set("previous_message", before);
      send(event);
    }
  }

  void messageDeleted(Message message) {
    boolean own = message.author().equals(world.botUserId());
    if (hearsMessages(message.channel()) && (!own || world.options().echoes())) {
      ObjectNode event = around(message, "message_deleted");
      event.put("deleted_ts", message.ts());
      event.set("previous_message", message.json());
      send(event);
    }
  }

  private boolean hearsMessages(Channel channel) {
    return channel.hasBot()
        && allows(
            MESSAGES.getOrDefault(channel.kind(), "message"), channel.kind().scope("history"));
  }

  private ObjectNode located(Message message, ObjectNode event) {
    event.put("channel", message.channel().id()).put("event_ts", message.ts());
    return event.put("channel_type", message.channel().kind().type());
  }

  private ObjectNode around(Message message, String subtype) {
    ObjectNode event = Json.object().put("type", "message").put("subtype", subtype);
    event.put("hidden", true).put("ts", world.newTs());
    located(message, event);
    return event.put("event_ts", event.path("ts").asText());
  }

  void botJoined(Channel channel) {
    if (allows("member_joined_channel", channel.kind().scope("read"))) {
      send(
          Json.object()
              .put("type", "member_joined_channel")
              .put("user", world.botUserId())
              .put("channel", channel.id())
              .put("channel_type", "C")
              .put("team", world.workspace().id())
              .put("event_ts", world.newTs()));
    }
  }

  void botLeft(Channel channel) {
    if (allows("channel_left", channel.kind().scope("read"))) {
      send(
          Json.object()
              .put("type", channel.kind() == Channel.Kind.PRIVATE ? "group_left" : "channel_left")
              .put("channel", channel.id())
              .put("event_ts", world.newTs()));
    }
  }

  void homeOpened(Member member) {
    if (!world.options().subscribed("app_home_opened")) {
      return;
    }
    ObjectNode event = Json.object().put("type", "app_home_opened").put("user", member.id());
    event.put("channel", world.conversation(member).id()).put("tab", "home");
    event.put("event_ts", world.newTs());
    world.views().home(member).ifPresent(home -> event.set("view", home.json()));
    send(event);
  }

  void assistantStarted(Member member, String thread, Channel beside) {
    assistant("assistant_thread_started", member, thread, beside);
  }

  void assistantContextChanged(Member member, String thread, Channel beside) {
    assistant("assistant_thread_context_changed", member, thread, beside);
  }

  private void assistant(String type, Member member, String thread, Channel beside) {
    if (!allows(type, "assistant:write")) {
      return;
    }
    ObjectNode event = Json.object().put("type", type).put("event_ts", world.newTs());
    ObjectNode about = event.putObject("assistant_thread").put("user_id", member.id());
    about
        .putObject("context")
        .put("channel_id", beside.id())
        .put("team_id", world.workspace().id())
        .putNull("enterprise_id");
    about.put("channel_id", world.conversation(member).id()).put("thread_ts", thread);
    send(event);
  }

  void tokensRevoked() {
    ObjectNode event = Json.object().put("type", "tokens_revoked");
    event.putObject("tokens").putArray("bot").add(world.botUserId());
    send(event);
  }

  void uninstalled() {
    send(Json.object().put("type", "app_uninstalled"));
  }

  private boolean allows(String event, String scope) {
    return world.options().subscribed(event) && world.options().granted(scope);
  }

  private void send(ObjectNode event) {
    world.deliveries().send(Delivery.Type.EVENT, callback(event), (took, payload) -> {});
  }

  private ObjectNode callback(ObjectNode event) {
    ObjectNode callback = Json.object().put("token", "verification-token");
    callback.put("team_id", world.workspace().id()).put("api_app_id", world.appId());
    callback.put("context_team_id", world.workspace().id()).putNull("context_enterprise_id");
    callback.set("event", event);
    callback.put("type", "event_callback").put("event_id", world.newId("Ev"));
    callback.put("event_time", world.now().getEpochSecond());
    callback
        .putArray("authorizations")
        .addObject()
        .putNull("enterprise_id")
        .put("team_id", world.workspace().id())
        .put("user_id", world.botUserId())
        .put("is_bot", true)
        .put("is_enterprise_install", false);
    return callback
        .put("is_ext_shared_channel", false)
        .put("event_context", world.newId("context-"));
  }
}
