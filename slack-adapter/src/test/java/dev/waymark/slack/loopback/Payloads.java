package dev.waymark.slack.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How Slack describes people, channels, messages and what people do. */
final class Payloads {

  static final String DOMAIN = "acme";

  private Payloads() {}

  /** What a person wrote. */
  static ObjectNode message(World world, Member author, String ts, String text) {
    return Json.object()
        .put("user", author.id())
        .put("type", "message")
        .put("ts", ts)
        .put("client_msg_id", world.newId("client-"))
        .put("text", text)
        .put("team", world.workspace().id());
  }

  /** What the bot wrote, without its words. */
  static ObjectNode botMessage(World world, String ts) {
    ObjectNode json = Json.object().put("user", world.botUserId()).put("type", "message");
    json.put("ts", ts).put("bot_id", world.botId()).put("app_id", world.appId());
    json.put("team", world.workspace().id());
    json.putObject("bot_profile")
        .put("id", world.botId())
        .put("app_id", world.appId())
        .put("name", "waymark")
        .put("deleted", false)
        .put("team_id", world.workspace().id());
    return json;
  }

  static ObjectNode channel(World world, Channel channel) {
    Channel.Kind kind = channel.kind();
    ObjectNode json = Json.object().put("id", channel.id()).put("name", channel.bareName());
    json.put("is_channel", kind == Channel.Kind.PUBLIC)
        .put("is_group", kind == Channel.Kind.PRIVATE);
    json.put("is_im", kind == Channel.Kind.DIRECT).put("is_mpim", false);
    json.put("is_private", kind != Channel.Kind.PUBLIC).put("is_archived", channel.isArchived());
    json.put("is_member", channel.hasBot()).put("context_team_id", world.workspace().id());
    Member with = channel.with();
    if (with != null) {
      json.put("user", with.id());
    }
    return json;
  }

  static ObjectNode user(World world, Member member) {
    ObjectNode json = Json.object().put("id", member.id()).put("team_id", world.workspace().id());
    json.put("name", member.name()).put("real_name", member.realName()).put("deleted", false);
    json.put("tz", "Europe/Berlin")
        .put("tz_label", "Central European Time")
        .put("tz_offset", 3_600);
    json.put("is_admin", member.isAdmin()).put("is_owner", false).put("is_bot", false);
    json.put("is_app_user", false).put("is_restricted", false).put("locale", "en-US");
    json.putObject("profile")
        .put("real_name", member.realName())
        .put("display_name", member.name())
        .put("team", world.workspace().id());
    return json;
  }

  /** A command, all of it text: over HTTP it is a form. */
  static ObjectNode command(World world, Interaction used, Channel in, String name, String text) {
    return Json.object()
        .put("token", "verification-token")
        .put("team_id", world.workspace().id())
        .put("team_domain", DOMAIN)
        .put("channel_id", in.id())
        .put("channel_name", in.bareName())
        .put("user_id", used.member().id())
        .put("user_name", used.member().name())
        .put("command", name)
        .put("text", text)
        .put("api_app_id", world.appId())
        .put("is_enterprise_install", "false")
        .put("response_url", responseUrl(world, used))
        .put("trigger_id", used.trigger());
  }

  /** What all else that people use has in common. */
  static ObjectNode interaction(World world, Interaction used, String type) {
    Member member = used.member();
    ObjectNode json = Json.object().put("type", type).put("token", "verification-token");
    json.put("api_app_id", world.appId());
    json.putObject("team").put("id", world.workspace().id()).put("domain", DOMAIN);
    json.putObject("user")
        .put("id", member.id())
        .put("username", member.name())
        .put("name", member.name())
        .put("team_id", world.workspace().id());
    json.putNull("enterprise").put("is_enterprise_install", false);
    json.put("trigger_id", used.trigger()).put("action_ts", world.newTs());
    used.channel()
        .ifPresent(in -> json.putObject("channel").put("id", in.id()).put("name", in.bareName()));
    return json;
  }

  /** A press under a message; of one that only a person sees, Slack does not tell the words. */
  static void onMessage(World world, ObjectNode json, Interaction used, Message message) {
    boolean ephemeral = message.onlyFor().isPresent();
    ObjectNode container = json.putObject("container").put("type", "message");
    container.put("message_ts", message.ts()).put("channel_id", message.channel().id());
    container.put("is_ephemeral", ephemeral);
    message.thread().ifPresent(thread -> container.put("thread_ts", thread));
    if (!ephemeral) {
      json.set("message", message.json());
    }
    json.put("response_url", responseUrl(world, used));
    json.putObject("state").putObject("values");
  }

  static void onView(ObjectNode json, JsonNode view) {
    json.putObject("container").put("type", "view").put("view_id", view.path("id").asText());
    json.set("view", view);
    json.set("state", view.path("state"));
  }

  static String responseUrl(World world, Interaction used) {
    return world.address() + ResponseUrls.PATH + "/" + used.responseId();
  }
}
